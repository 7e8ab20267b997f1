import {expect} from '@open-wc/testing';
import {canMute, durationAt, isLeaving, isLive, isMissed, isMuted} from '../../src/session/selectors.js';
import type {CallState} from '../../src/session/state.js';
import {active, ended, states, type StateName} from '../fakes/samples.js';

function those(rule: (state: CallState) => boolean): string[] {
  return (Object.keys(states) as StateName[]).filter((name) => rule(states[name]));
}

describe('What the view asks', () => {
  it('a call is live from the click until its end', () => {
    expect(those((state) => !isLive(state))).to.deep.equal(['idle', 'ended', 'failed']);
  });

  it('muting means something only in a conversation that nobody has left', () => {
    expect(those(canMute)).to.deep.equal(['active', 'active and muted']);
    expect(those(isMuted)).to.deep.equal(['active and muted']);
  });

  it('the visitor is leaving from the hang-up until the phone confirms it', () => {
    expect(those(isLeaving)).to.deep.equal(['placed, leaving', 'ringing, leaving', 'active, leaving']);
  });

  it('talking time counts whole seconds since the answer, and stands still at the end', () => {
    expect(durationAt(active({since: 1_000}), 1_000)).to.equal(0);
    expect(durationAt(active({since: 1_000}), 62_999)).to.equal(61);
    expect(durationAt(active({since: 1_000}), 0)).to.equal(0);
    expect(durationAt(ended({duration: 12}), 99_000)).to.equal(12);
    expect(durationAt(states.ringing, 99_000)).to.equal(0);
  });

  it("what nobody wished for is missed; a conversation and the visitor's own cancel are not", () => {
    const reasons = ['ended', 'cancelled', 'busy', 'declined', 'no-answer', 'unreachable', 'lost'] as const;
    expect(reasons.filter((reason) => isMissed(ended({reason})))).to.deep.equal([
      'busy',
      'declined',
      'no-answer',
      'unreachable',
      'lost',
    ]);
  });
});
