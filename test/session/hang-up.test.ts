import {expect} from '@open-wc/testing';
import type {CallEvent, CallState, EndedState, Farewell} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {
  active,
  attempt,
  cut,
  denied,
  events,
  gathering,
  incoming,
  placed,
  ringing,
  type EventName,
} from '../fakes/samples.js';

function after(state: CallState, ...sent: readonly CallEvent[]): CallState {
  return sent.reduce((current, event) => transition(current, event)[0], state);
}

function end(state: CallState, farewell: Farewell, at = 9_000): EndedState {
  const last = after(state, {type: 'over', attempt, at, farewell});
  if (last.phase !== 'ended') throw new Error(`not ended but ${last.phase}`);
  return last;
}

const hangUp = events['hang-up'];
// What the SDK says of a caller's own cancel.
const busy: Farewell = {reason: 'busy', initiator: 'remote', cause: 'USER_BUSY', sipCode: 486};
const lost: Farewell = {reason: 'lost', initiator: 'network', cause: ''};

describe('Hanging up', () => {
  for (const phase of ['permission', 'preparing', 'connecting'] as const) {
    it(`cancels at once while nothing is placed (${phase})`, () => {
      expect(after(gathering(phase), hangUp)).to.deep.equal({
        phase: 'ended',
        attempt,
        callId: '',
        reason: 'cancelled',
        initiator: 'local',
        cause: '',
        sipCode: undefined,
        duration: 0,
        quality: undefined,
        conversation: undefined,
      });
    });
  }

  for (const state of [placed(), placed({accepted: true}), ringing(), ringing({lost: cut})]) {
    for (const farewell of [busy, lost]) {
      it(`a visitor's cancel while ${state.phase} is a cancel, though the phone says ${farewell.reason}`, () => {
        expect(end(after(state, hangUp), farewell)).to.include({
          reason: 'cancelled',
          initiator: 'local',
          cause: 'ORIGINATOR_CANCEL',
          sipCode: undefined,
          duration: 0,
          callId: 'call-1',
        });
      });
    }
  }

  for (const state of [
    incoming(),
    incoming({answer: 'prompt'}),
    incoming({answer: 'given'}),
    incoming({lost: cut}),
  ]) {
    it(`a visitor who hangs up a call that comes in declines it (${state.phase})`, () => {
      for (const farewell of [busy, lost])
        expect(end(after(state, hangUp), farewell)).to.include({
          reason: 'declined',
          initiator: 'local',
          cause: 'USER_BUSY',
          sipCode: undefined,
        });
    });

    it(`a caller who gives up was missed, whatever the network says of it (${state.phase})`, () => {
      expect(end(state, busy)).to.include({reason: 'missed', initiator: 'remote', cause: 'USER_BUSY'});
    });
  }

  it('a call that nobody could answer any more was missed; one that was answered is lost', () => {
    for (const state of [incoming(), incoming({answer: 'given', obstacle: denied})])
      expect(end(state, lost)).to.include({reason: 'missed', initiator: 'network'});
    expect(end(incoming({answer: 'given'}), lost)).to.include({reason: 'lost', initiator: 'network'});
    expect(end(incoming({answer: 'given', since: 1_000}), {...busy, reason: 'ended'})).to.include({
      reason: 'ended',
      duration: 8,
    });
  });

  it('the visitor who hangs up a conversation ended it', () => {
    const farewell: Farewell = {...lost, cause: 'NORMAL_CLEARING'};
    expect(end(after(active(), hangUp), farewell)).to.include({
      reason: 'ended',
      initiator: 'local',
      cause: 'NORMAL_CLEARING',
      duration: 8,
    });
  });

  it('a second hang-up asks for nothing', () => {
    const leaving = after(active(), hangUp);
    expect(transition(leaving, hangUp)).to.deep.equal([leaving, []]);
  });

  it('an answer that crosses the hang-up does not keep the call', () => {
    const leaving = after(ringing(), hangUp);
    expect(after(leaving, events.answered)).to.equal(leaving);
    expect(end(leaving, lost)).to.include({reason: 'cancelled', initiator: 'local'});
  });

  it('nothing that is reported of a call which was left changes it', () => {
    const leaving = after(active({lost: cut, obstacle: denied}), hangUp);
    const endings: EventName[] = ['over', 'too long: goodbye'];
    for (const [name, event] of Object.entries(events))
      if (!endings.includes(name as EventName)) expect(after(leaving, event), name).to.equal(leaving);
  });

  it('a goodbye that nobody confirms is over all the same', () => {
    expect(after(active(), hangUp, events['too long: goodbye'])).to.deep.equal({
      phase: 'ended',
      attempt,
      callId: 'call-1',
      reason: 'ended',
      initiator: 'local',
      cause: 'NORMAL_CLEARING',
      sipCode: undefined,
      duration: 8,
      quality: undefined,
      conversation: undefined,
    });
    expect(after(ringing(), hangUp, events['too long: goodbye'])).to.include({
      reason: 'cancelled',
      cause: 'ORIGINATOR_CANCEL',
      duration: 0,
    });
  });

  it('an error while leaving does not turn the end into a failure', () => {
    const leaving = after(active(), hangUp);
    expect(after(leaving, events.failed)).to.equal(leaving);
  });
});

describe('The other side', () => {
  it('is believed about the end of a call that nobody left here', () => {
    expect(end(ringing(), busy)).to.include({...busy, duration: 0});
    expect(end(active(), {...lost, sipCode: undefined})).to.include({
      reason: 'lost',
      initiator: 'network',
      duration: 8,
    });
  });

  it('answers once: saying so again does not restart the timer', () => {
    const talking = after(placed(), {...events.answered, at: 2_000}, {...events.answered, at: 8_000});
    expect(talking).to.include({phase: 'active', since: 2_000});
    expect(end(talking, lost, 7_999).duration).to.equal(5);
  });

  it('can not make a call last less than nothing, when the clock was set back', () => {
    expect(end(active({since: 9_000}), lost, 1_000).duration).to.equal(0);
  });

  it('a failure keeps the id of the call that was lost with it', () => {
    expect(after(active(), events.failed)).to.deep.equal({
      phase: 'failed',
      attempt,
      callId: 'call-1',
      failure: {code: 'call-failed'},
    });
    expect(after(gathering('preparing'), events.failed)).to.include({callId: undefined});
  });
});
