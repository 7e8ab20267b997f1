import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import type {CallEvent, CallState} from '../../src/session/state.js';
import {play, sequenceOf, sequences} from '../fakes/random-calls.js';
import {conversation, devices, events, states, stats} from '../fakes/samples.js';
import {canBeLeft, holdingsAfter, isNothing, nothing, rules} from './invariants.js';

const RUNS = 1_000_000;

const attempt = 0;
const answered = [
  {type: 'placed', attempt, callId: 'call-1'},
  {type: 'ringing', attempt},
  {type: 'answered', attempt, at: 1_000},
] as const;

/** Shapes that only some of a million sequences end in: a million may miss them. */
const rare = [
  sequenceOf(...answered, {type: 'held', attempt, on: true}, {type: 'hang-up'}),
  sequenceOf(
    ...answered,
    {type: 'held', attempt, on: true},
    {type: 'lost', attempt, at: 4_000, media: false},
  ),
  sequenceOf(
    ...answered,
    {type: 'measured', attempt, stats},
    {type: 'measured', attempt, stats},
    {type: 'devices', attempt, devices},
  ),
  sequenceOf(...answered, {type: 'conversation', attempt, conversation}),
  sequenceOf(...answered, {type: 'muted', attempt, on: true}, {type: 'unheard', attempt, on: true}),
];

const nameOf = (event: CallEvent) =>
  event.type === 'too-long' ? `${event.type}: ${event.wait}` : event.type;

/** What makes the shape of a state: everything but numbers that grow and words that are only shown. */
const parts =
  'phase callId caller answer microphone sdk token line obstacle asking aside leaving accepted ringing early since muted unheard held quality devices lost media soundBlocked conversation talk'.split(
    ' ',
  );

const shapeOf = (state: CallState) => JSON.stringify(state, parts);

describe('Whatever happens, in whatever order', function () {
  // Half a minute on a slow machine; the runner itself waits for five.
  this.timeout(280_000);

  const all = Object.entries(rules);
  const shapes = new Set<string>();
  const meant = new Set<string>();
  const done = new Set<string>();

  function check(sequence: readonly [boolean, readonly number[]]): void {
    const sent: CallEvent[] = [];
    const broken = (rule: string) => new Error(`${rule}: ${sent.map(nameOf).join(', ')}`);
    let held = nothing;
    const last = play(sequence, (step) => {
      sent.push(step.event);
      if (isNothing(step)) return;
      const holds = holdingsAfter(held, step);
      for (const [rule, keeps] of all) if (!keeps(step, held, holds)) throw broken(rule);
      held = holds;
      meant.add(nameOf(step.event));
      for (const effect of step.effects) done.add(effect.do);
    });
    if (!canBeLeft(last)) throw broken('every call can be left');
    shapes.add(shapeOf(last));
  }

  it('all rules are kept, a million times', () => {
    // A failure prints a seed and a path: as `{seed, path}` beside numRuns they play the same sequence again.
    fc.assert(fc.property(sequences, check), {
      numRuns: RUNS,
      includeErrorInReport: true,
      examples: rare.map((sequence): [[boolean, number[]]] => [[false, sequence]]),
    });
  });

  it('the million has ended in every shape that a state can have', () => {
    const missed = Object.entries(states).filter(([, state]) => !shapes.has(shapeOf(state)));
    expect(missed.map(([name]) => name)).to.deep.equal([]);
  });

  it('every event has meant something, and everything was asked of the ports', () => {
    const missed = Object.values<CallEvent>(events).filter((event) => !meant.has(nameOf(event)));
    expect(missed.map(nameOf)).to.deep.equal([]);
    expect(done).to.have.all.keys(
      'open-microphone',
      'use-microphone',
      'load-sdk',
      'get-token',
      'open-line',
      'place-call',
      'ring',
      'answer-call',
      'decline',
      'hang-up',
      'mute',
      'hold',
      'send-digits',
      'choose',
      'volume',
      'hear',
      'say',
      'close-microphone',
      'close-line',
    );
  });
});
