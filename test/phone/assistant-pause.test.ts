import {expect} from '@open-wc/testing';
import {ANSWERED_AFTER_MS, AssistantTalk} from '../../src/phone/assistant-talk.js';
import type {Conversation} from '../../src/session/state.js';
import {FakeTime} from '../fakes/time.js';

function setUp() {
  const time = new FakeTime();
  const told: Conversation[] = [];
  const talk = new AssistantTalk({
    tools: undefined,
    send: () => undefined,
    changed: (conversation) => void told.push(conversation),
  });
  const says = (delta: string) => talk.hear({type: 'response.text.delta', item_id: 'a1', delta});
  return {talk, time, told, says};
}

describe('A pause in an answer of an assistant', () => {
  it('an answer with a long pause is complete once, and every piece of it is told', async () => {
    const {time, told, says} = setUp();
    says('Yes');
    await time.pass(ANSWERED_AFTER_MS);
    says(', sir');
    await time.pass(ANSWERED_AFTER_MS);
    expect(told.flatMap(({entries}) => entries.map(({text, final}) => [text, final]))).to.deep.equal([
      ['Yes', false],
      ['Yes', true],
      ['Yes, sir', true],
    ]);
  });

  it('after its end nothing is told, and nothing waits', () => {
    const {talk, time, told, says} = setUp();
    says('Yes');
    talk.end();
    const before = told.length;
    says(', but');
    talk.measured({energy: 0, duration: 1});
    talk.measured({energy: 1, duration: 2});
    talk.measured({energy: 1, duration: 3});
    talk.measured({energy: 1, duration: 4});
    expect(told.length).to.equal(before);
    expect(time.running).to.equal(0);
  });
});
