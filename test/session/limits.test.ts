import {expect} from '@open-wc/testing';
import {limits, waitOf} from '../../src/session/limits.js';
import type {CallState, Effect, Wait} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {
  active,
  attempt,
  cut,
  ended,
  failed,
  incoming,
  placed,
  ringing,
  silence,
  states,
  type StateName,
} from '../fakes/samples.js';

const waits: Partial<Record<StateName, Wait>> = {
  placed: 'invite',
  'placed, denied': 'invite',
  accepted: 'answer',
  ringing: 'answer',
  'ringing, cut': 'answer',
  'ringing, announced': 'answer',
  'active, silent, denied and awaited': 'media',
  'active, silent': 'media',
  incoming: 'caller',
  'incoming, cut': 'caller',
  'incoming, prompt up': 'caller',
  'incoming, no prompt': 'caller',
  'incoming, prompt unanswered': 'caller',
  'incoming, answer given': 'invite',
  'incoming, denied': 'caller',
  'incoming, denied and awaited': 'caller',
  'incoming, denied and aside': 'caller',
  'incoming, leaving': 'goodbye',
  'incoming, prompt up, leaving': 'goodbye',
  'placed, leaving': 'goodbye',
  'ringing, leaving': 'goodbye',
  'active, leaving': 'goodbye',
  'active and held, leaving': 'goodbye',
  'active, all at once, leaving': 'goodbye',
};

function tooLong(state: CallState, wait: Wait) {
  const [next, effects] = transition(state, {type: 'too-long', attempt, wait, at: 9_000});
  return {next, done: effects.map((effect: Effect) => effect.do)};
}

describe('What a call may not wait for any longer', () => {
  for (const [name, state] of Object.entries(states) as Array<[StateName, CallState]>) {
    it(`${name}: ${waits[name] ?? 'nothing'}`, () => expect(waitOf(state)).to.equal(waits[name]));

    it(`${name}: a limit of another wait means nothing`, () => {
      for (const wait of Object.keys(limits) as Wait[]) {
        if (wait === waits[name]) continue;
        expect(tooLong(state, wait)).to.deep.equal({next: state, done: []});
      }
    });
  }

  it('is first the sound, then the server or the far end', () => {
    expect(waitOf(placed({lost: silence}))).to.equal('media');
    expect(waitOf(ringing({lost: silence}))).to.equal('media');
    expect(waitOf(placed({lost: cut}))).to.equal('invite');
    expect(waitOf(placed({ringing: true}))).to.equal('answer');
    expect(waitOf(active({lost: silence, leaving: true}))).to.equal('goodbye');
  });

  it('is as long as people are told', () => {
    expect(limits).to.deep.equal({
      invite: 20_000,
      answer: 60_000,
      caller: 120_000,
      media: 45_000,
      goodbye: 6_000,
    });
  });

  const letGo = ['close-microphone', 'close-line'];

  it('a server that never takes the call: a failure, and the call is taken back', () => {
    expect(tooLong(placed(), 'invite')).to.deep.equal({
      next: failed({callId: 'call-1', failure: {code: 'call-failed', cause: 'no answer to the INVITE'}}),
      done: ['hang-up', ...letGo],
    });
  });

  it('a caller whose end was never told: a call that was missed, and is declined', () => {
    expect(tooLong(incoming(), 'caller')).to.deep.equal({
      next: ended({reason: 'missed', initiator: 'local', cause: 'NO_ANSWER'}),
      done: ['hang-up', ...letGo],
    });
  });

  it('an answer that the server does not confirm: a failure', () => {
    const {next} = tooLong(incoming({answer: 'given'}), 'invite');
    expect(next).to.deep.equal(
      failed({callId: 'call-1', failure: {code: 'call-failed', cause: 'the answer was not confirmed'}}),
    );
  });

  it('a far end that rings and rings: no answer, and the call is taken back', () => {
    expect(tooLong(ringing(), 'answer')).to.deep.equal({
      next: ended({reason: 'no-answer', initiator: 'local', cause: 'NO_ANSWER'}),
      done: ['hang-up', ...letGo],
    });
  });

  it('a conversation without sound: lost, with the time that it lasted', () => {
    expect(tooLong(active({lost: silence}), 'media')).to.deep.equal({
      next: ended({reason: 'lost', initiator: 'network', cause: '', duration: 8}),
      done: ['hang-up', ...letGo],
    });
  });

  it('a phone that does not confirm a hang-up: over, and nobody is asked again', () => {
    expect(tooLong(active({leaving: true}), 'goodbye')).to.deep.equal({
      next: ended({initiator: 'local', duration: 8}),
      done: letGo,
    });
  });
});
