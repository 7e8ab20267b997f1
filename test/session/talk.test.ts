import {expect} from '@open-wc/testing';
import type {AiFrame} from '../../src/session/ai-frames.js';
import {afterFrame, afterSound, attentive, type Talking} from '../../src/session/talk.js';

const SPEECH = 1e-3;
const COMFORT_NOISE = 1e-6;

const cues: Readonly<Record<string, (now: Talking) => Talking>> = Object.fromEntries([
  ...Object.entries<AiFrame>({
    'a word': {type: 'heard', id: '1', text: 'When', final: false},
    'a question': {type: 'heard', id: '1', text: 'When?', final: true},
    'a tool': {type: 'tool', callId: '1', name: 'f', args: ''},
    'a piece': {type: 'says', id: '2', text: 'At'},
    'the end': {type: 'said'},
  }).map(([name, frame]) => [name, (now: Talking) => afterFrame(now, frame)] as const),
  ['sound', (now: Talking) => afterSound(now, SPEECH)] as const,
  ['noise', (now: Talking) => afterSound(now, COMFORT_NOISE)] as const,
  ['unknown', (now: Talking) => afterSound(now, undefined)] as const,
]);

const cases: ReadonlyArray<readonly [readonly string[], Talking['talk']]> = [
  [[], 'listening'],
  [['noise', 'noise', 'noise'], 'listening'],
  [['sound'], 'speaking'],
  [['a piece'], 'speaking'],
  [['a piece', 'the end'], 'speaking'],
  [['a piece', 'noise'], 'speaking'],
  [['a piece', 'noise', 'sound', 'noise'], 'speaking'],
  [['a piece', 'noise', 'a piece', 'noise'], 'speaking'],
  [['a piece', 'sound', 'noise', 'noise'], 'listening'],
  [['a piece', 'unknown', 'unknown'], 'listening'],
  [['a piece', 'a word'], 'listening'],
  [['a word', 'a question'], 'thinking'],
  [['a question', 'noise', 'noise', 'noise'], 'thinking'],
  [['a question', 'a piece'], 'speaking'],
  [['a question', 'sound'], 'speaking'],
  [['a piece', 'a tool'], 'thinking'],
  [['a tool', 'noise', 'a piece'], 'speaking'],
];

describe('What an AI assistant does', () => {
  for (const [names, talk] of cases)
    it(`after ${names.join(', ') || 'nothing'}: ${talk}`, () => {
      expect(names.reduce((now, name) => cues[name]!(now), attentive).talk).to.equal(talk);
    });
});
