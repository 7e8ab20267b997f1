import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {conversationIdIn, readFrame, type AiFrame} from '../../src/session/ai-frames.js';
import type {TranscriptEntry} from '../../src/session/state.js';
import {LONGEST_ENTRY, MOST_ENTRIES, finished, transcribe} from '../../src/session/transcript.js';

const message = (item: object) => ({
  type: 'conversation.item.created',
  item: {id: 'u1', type: 'message', role: 'user', status: 'completed', ...item},
});
const heard = (text: string, id = 'u1', final = true): AiFrame => ({type: 'heard', id, text, final});
const says = (text: string, id = 'a1'): AiFrame => ({type: 'says', id, text});
const said: AiFrame = {type: 'said'};
const tool: AiFrame = {type: 'tool', callId: 'c1', name: 'f', args: '{}'};
const told = (...frames: AiFrame[]) => frames.reduce(transcribe, [] as readonly TranscriptEntry[]);
/** As `You: Hello` or `Assistant: How can…`. */
const script = (...frames: AiFrame[]) =>
  told(...frames).map(({role, text, final}) => `${role}: ${text}${final ? '' : '…'}`);

describe('A frame of an AI assistant', () => {
  const readable: ReadonlyArray<readonly [string, unknown, AiFrame]> = [
    ['plain text', message({content: ' Hello '}), heard('Hello')],
    ['parts of text', message({content: [{type: 'text', text: 'Hello'}]}), heard('Hello')],
    ['parts that were typed', message({content: [{type: 'input_text', text: 'Hello'}]}), heard('Hello')],
    ['a transcript', message({content: [{transcript: 'Hello'}, {transcript: 'you'}]}), heard('Hello you')],
    [
      'an image beside the text',
      message({content: [{type: 'image_url', image_url: {url: 'https://x.example/'}}, {text: 'Look'}]}),
      heard('Look'),
    ],
    ['an image alone', message({content: [{type: 'image_url', image_url: {url: 'a'}}]}), heard('')],
    ['no content', message({}), heard('')],
    ['one that goes on', message({status: 'in_progress', content: 'He'}), heard('He', 'u1', false)],
    ['a piece of an answer', {type: 'response.text.delta', delta: 'Hel', item_id: 'a1'}, says('Hel')],
    [
      'a piece without an item',
      {type: 'response.text.delta', delta: 'Hel', response_id: 'r1'},
      says('Hel', 'r1'),
    ],
    ['the end of an answer', {type: 'response.text.done', item_id: 'a1'}, said],
    ['the end of a response', {type: 'response.done'}, said],
    [
      'a tool',
      {
        type: 'conversation.item.created',
        item: {type: 'function_call', call_id: 'c1', name: 'f', arguments: '{}'},
      },
      tool,
    ],
  ];
  for (const [name, params, frame] of readable)
    it(name, () => expect(readFrame(params)).to.deep.equal(frame));

  const unreadable: ReadonlyArray<readonly [string, unknown]> = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['a text', 'response.text.delta'],
    ['a list', [1]],
    ['no type', {}],
    ['an unknown type', {type: 'session.updated'}],
    ['settings of a widget', {widget_settings: {theme: 'dark'}}],
    ['an item that is none', {type: 'conversation.item.created', item: 'x'}],
    ['no item', {type: 'conversation.item.created'}],
    ['another kind of item', {type: 'conversation.item.created', item: {type: 'reasoning', id: 'x'}}],
    ['the assistant’s own item', message({role: 'assistant', content: 'Hello'})],
    ['instructions', message({role: 'system', content: 'Be rude'})],
    ['an item without an id', message({id: undefined, content: 'Hello'})],
    ['an id that is no text', message({id: 7, content: 'Hello'})],
    ['a piece that is no text', {type: 'response.text.delta', delta: {text: 'x'}, item_id: 'a1'}],
    ['no piece', {type: 'response.text.delta', item_id: 'a1'}],
    [
      'a tool without a name',
      {type: 'conversation.item.created', item: {type: 'function_call', call_id: 'c1'}},
    ],
    [
      'a tool that wants no answer',
      {type: 'conversation.item.created', item: {type: 'function_call', name: 'f'}},
    ],
  ];
  for (const [name, params] of unreadable)
    it(`${name}: says nothing`, () => expect(readFrame(params)).to.equal(undefined));

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (item, content) => {
        readFrame(item);
        readFrame({type: 'conversation.item.created', item});
        readFrame(message({content}));
        readFrame({type: 'response.text.delta', delta: item, item_id: content});
        conversationIdIn(item);
      }),
    );
  });

  it('may tell the conversation’s id', () => {
    expect(conversationIdIn({conversation_id: 'v1'})).to.equal('v1');
    expect(conversationIdIn({type: 'conversation.created', conversation: {id: 'v2'}})).to.equal('v2');
    for (const params of [undefined, {}, {conversation_id: 1}, {conversation: 'v'}])
      expect(conversationIdIn(params)).to.equal('');
  });
});

describe('A transcript', () => {
  const cases: ReadonlyArray<readonly [string, readonly AiFrame[], readonly string[]]> = [
    ['grows piece by piece', [says('How '), says('can I')], ['assistant: How can I…']],
    ['is complete at the end of a response', [says('How'), said], ['assistant: How']],
    [
      'has what is heard as it comes',
      [heard('Wh', 'u1', false), heard('When', 'u1', false)],
      ['user: When…'],
    ],
    ['and then for good', [heard('Wh', 'u1', false), heard('When?')], ['user: When?']],
    [
      'an answer is complete when another item begins',
      [says('Yes'), heard('And')],
      ['assistant: Yes', 'user: And'],
    ],
    [
      'what comes late of an interrupted answer stands where it belongs',
      [says('Yes'), heard('Wait', 'u1', false), says(', but')],
      ['assistant: Yes, but', 'user: Wait…'],
    ],
    [
      'what was heard better later, too',
      [heard('Wen', 'u1', false), says('At'), heard('When?')],
      ['user: When?', 'assistant: At…'],
    ],
    [
      'an answer that goes on after a pause is one, and stays complete',
      [says('Yes'), said, says(', sir')],
      ['assistant: Yes, sir'],
    ],
    ['the same item twice is one', [heard('Hello'), heard('Hello')], ['user: Hello']],
    [
      'an old part of a complete item is nothing',
      [heard('Hello'), heard('He', 'u1', false)],
      ['user: Hello'],
    ],
    ['both sides may have the same id', [heard('Hi', 'x'), says('Hi', 'x')], ['user: Hi', 'assistant: Hi…']],
    ['pieces without an id are one answer', [says('a', ''), says('b', '')], ['assistant: ab…']],
    ['until it is complete', [says('a', ''), said, says('b', '')], ['assistant: a', 'assistant: b…']],
    ['has nothing of what has no words', [heard(''), says(''), said, tool], []],
  ];
  for (const [name, frames, expected] of cases)
    it(name, () => expect(script(...frames)).to.deep.equal(expected));

  it('is the very same if a frame adds nothing', () => {
    const entries = told(says('Yes'), heard('And'));
    for (const frame of [heard('And'), heard('A', 'u1', false), heard('', 'u2'), says(''), said, tool])
      expect(transcribe(entries, frame) === entries).to.equal(true);
    expect(finished(entries) === entries).to.equal(true);
  });

  const frame: fc.Arbitrary<AiFrame> = fc.oneof(
    fc.record({
      type: fc.constant('heard' as const),
      id: fc.constantFrom('1', '2', '3', 'x'),
      text: fc.string({maxLength: 4}),
      final: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('says' as const),
      id: fc.constantFrom('1', '2', '3', ''),
      text: fc.string({maxLength: 4}),
    }),
    fc.constantFrom(said, tool),
  );

  it('keeps its order, has each item once, and only its last entry grows', () => {
    fc.assert(
      fc.property(fc.array(frame, {maxLength: 30}), (frames) => {
        let before: readonly TranscriptEntry[] = [];
        for (const one of frames) {
          const now = transcribe(before, one);
          const names = (entries: readonly TranscriptEntry[]) => entries.map(({role, id}) => `${role} ${id}`);
          expect(names(now).slice(0, before.length)).to.deep.equal(names(before));
          const named = names(now).filter((name) => name !== 'assistant ');
          expect(new Set(named).size).to.equal(named.length);
          expect(now.slice(0, -1).every(({final}) => final)).to.equal(true);
          // What is complete stays so.
          expect(before.every(({final}, at) => !final || now[at]?.final)).to.equal(true);
          // What was heard twice is heard once.
          if (one.type === 'heard') expect(transcribe(now, one)).to.deep.equal(now);
          before = now;
        }
        expect(finished(before).every(({final}) => final)).to.equal(true);
      }),
    );
  });

  it('never grows beyond its bounds, and keeps what is newest', () => {
    let entries: readonly TranscriptEntry[] = [];
    for (let index = 0; index < 2 * MOST_ENTRIES; index++) {
      entries = transcribe(entries, heard(`Hello ${index}`, `u${index}`));
      expect(entries.length).to.be.at.most(MOST_ENTRIES);
      expect(entries.at(-1)?.text).to.equal(`Hello ${index}`);
    }
    const long = 'x'.repeat(LONGEST_ENTRY - 1);
    expect(told(heard(`${long}yz`))[0]?.text).to.equal(`${long}y`);
    expect(told(says(long), says('yz'))[0]?.text).to.equal(`${long}y`);
  });
});
