import {expect} from '@open-wc/testing';
import {WaitClock} from '../../src/phone/wait-clock.js';
import {limits} from '../../src/session/limits.js';
import type {CallEvent, Wait} from '../../src/session/state.js';
import {FakeTime} from '../fakes/time.js';

function setUp() {
  const events: CallEvent[] = [];
  const time = new FakeTime();
  return {clock: new WaitClock((event) => events.push(event)), events, time};
}

describe('The clock of a call’s waits', () => {
  for (const [wait, ms] of Object.entries(limits) as Array<[Wait, number]>) {
    it(`reports once that a wait was too long (${wait}, ${ms} ms), and when`, async () => {
      const {clock, events, time} = setUp();
      const at = Date.now() + ms;
      clock.wait(wait, 3);
      await time.pass(ms - 1);
      expect(events).to.deep.equal([]);
      await time.pass(1);
      expect(events).to.deep.equal([{type: 'too-long', attempt: 3, wait, at}]);
      await time.pass(ms);
      expect(events).to.have.length(1);
      expect(time.running).to.equal(0);
    });
  }

  it('forgets a wait that is over', async () => {
    const {clock, events, time} = setUp();
    clock.wait('invite', 3);
    clock.wait(undefined, 3);
    expect(time.running).to.equal(0);
    await time.pass(limits.invite);
    expect(events).to.deep.equal([]);
  });

  it('waits for one thing at a time, each from its own beginning', async () => {
    const {clock, events, time} = setUp();
    clock.wait('invite', 3);
    await time.pass(limits.invite - 1);
    clock.wait('answer', 3);
    clock.wait('answer', 4);
    expect(time.running).to.equal(1);
    expect(time.wait).to.equal(limits.answer);
    await time.pass(limits.answer);
    expect(events).to.have.length(1);
    expect(events[0]).to.include({wait: 'answer', attempt: 4});
  });

  it('can be set again by what it reports', async () => {
    const time = new FakeTime();
    const clock: WaitClock = new WaitClock((event) => event.type === 'too-long' && clock.wait('goodbye', 3));
    clock.wait('invite', 3);
    await time.pass(limits.invite);
    expect(time.wait).to.equal(limits.goodbye);
  });
});
