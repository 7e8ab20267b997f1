import {expect} from '@open-wc/testing';
import {ANSWERED_AFTER_MS, AssistantTalk, type ToolOutput} from '../../src/phone/assistant-talk.js';
import type {Conversation} from '../../src/session/state.js';
import {FakeTime} from '../fakes/time.js';

const piece = (delta: string) => ({type: 'response.text.delta', delta, item_id: 'a1'});
const heard = (text: string, status = 'completed') => ({
  type: 'conversation.item.created',
  item: {type: 'message', id: 'u1', role: 'user', status, content: [{text}]},
});
const wanted = (name: string) => ({
  type: 'conversation.item.created',
  item: {type: 'function_call', call_id: name, name, arguments: '{}'},
});

function setUp() {
  const time = new FakeTime();
  const told: Conversation[] = [];
  const sent: ToolOutput[] = [];
  let finish!: (text: string) => void;
  const talk = new AssistantTalk({
    tools: {hours: () => 'nine to five', slow: () => new Promise((resolve) => (finish = resolve))},
    send: (item) => sent.push(item),
    changed: (conversation) => told.push(conversation),
  });
  const lines = () => told.at(-1)!.entries.map(({text, final}) => [text, final]);
  return {time, told, sent, talk, lines, finish: (text: string) => finish(text)};
}

describe('A conversation with an assistant', () => {
  it('tells each change in its order, from the beginning, and no frame that changes nothing', () => {
    const {talk, told, lines} = setUp();
    expect(told).to.deep.equal([{entries: [], talk: 'listening', id: ''}]);
    for (const frame of [piece('Hello'), {}, 7, undefined, piece(' you'), heard('Hi')]) talk.hear(frame);
    expect(told.map((now) => now.talk)).to.deep.equal(['listening', 'speaking', 'speaking', 'thinking']);
    expect(lines()).to.deep.equal([
      ['Hello you', true],
      ['Hi', true],
    ]);
    talk.end();
  });

  it('keeps the id of the conversation that any frame tells', () => {
    const {talk, told} = setUp();
    talk.hear({conversation_id: 'c-3'});
    talk.hear(piece('Hello'));
    expect(told.map(({id}) => id)).to.deep.equal(['', 'c-3', 'c-3']);
    talk.end();
  });

  it('an answer is complete some time after its last piece', async () => {
    const {talk, lines, time} = setUp();
    talk.hear(piece('Hello'));
    await time.pass(ANSWERED_AFTER_MS - 1);
    talk.hear(piece(' you'));
    await time.pass(ANSWERED_AFTER_MS - 1);
    expect(lines()).to.deep.equal([['Hello you', false]]);
    await time.pass(1);
    expect(lines()).to.deep.equal([['Hello you', true]]);
    expect(time.running).to.equal(0);
    talk.end();
  });

  it('what a function returns goes back under the id of its request', async () => {
    const {talk, sent, time} = setUp();
    talk.hear(wanted('hours'));
    await time.pass(0);
    expect(sent).to.deep.equal([{type: 'function_call_output', call_id: 'hours', output: 'nine to five'}]);
    talk.end();
    expect(time.running).to.equal(0);
  });

  it('whoever is heard speaks, and listens after two seconds of silence', () => {
    const {talk, told} = setUp();
    [0, 1, 1, 1].forEach((energy, second) => talk.measured({energy, duration: second}));
    expect(told.map((now) => now.talk)).to.deep.equal(['listening', 'speaking', 'listening']);
    talk.end();
  });

  it('after the end nothing is told, run, sent or left waiting', async () => {
    const {talk, told, sent, time, finish} = setUp();
    talk.hear(wanted('slow'));
    talk.hear(piece('Hello'));
    await time.pass(0);
    const before = told.length;
    talk.end();
    talk.hear(piece(' you'));
    talk.hear(wanted('hours'));
    talk.measured({energy: 0, duration: 1});
    talk.measured({energy: 1, duration: 2});
    finish('late');
    await time.pass(60_000);
    expect([told.length, sent.length, time.running]).to.deep.equal([before, 0, 0]);
  });
});
