import {expect} from '@open-wc/testing';
import {
  awaitedFor,
  callerOf,
  canMute,
  canTalk,
  durationAt,
  hasCall,
  isHeld,
  isIncoming,
  isLeaving,
  isLive,
  isMissed,
  isMuted,
  isTalking,
  lostFor,
  needsRingback,
  obstacleOf,
} from '../../src/session/selectors.js';
import type {CallState} from '../../src/session/state.js';
import {active, caller, denied, ended, states, type StateName} from '../fakes/samples.js';

function those(rule: (state: CallState) => boolean): string[] {
  return (Object.keys(states) as StateName[]).filter((name) => rule(states[name]));
}

describe('What the view asks', () => {
  it('a call is live from the click until its end', () => {
    expect(those((state) => !isLive(state))).to.deep.equal(['idle', 'ended', 'failed', 'failed, call lost']);
  });

  it('a call is placed until it is over, and is a conversation once it is answered', () => {
    const placed = those(hasCall);
    expect(those((state) => 'callId' in state && isLive(state))).to.deep.equal(placed);
    expect(those(isTalking)).to.deep.equal(placed.filter((name) => name.startsWith('active')));
  });

  it('muting means something only in a conversation that nobody has left', () => {
    expect(those(canMute)).to.deep.equal(those(isTalking).filter((name) => !name.endsWith('leaving')));
    expect(those(isMuted)).to.deep.equal([
      'active and muted',
      'active, muted and unheard',
      'active, all at once, leaving',
    ]);
  });

  it('the far end can be asked for something in a conversation that is neither left nor cut', () => {
    expect(those(canTalk)).to.deep.equal(
      those((state) => canMute(state) && (state.phase === 'active' || state.phase === 'held')),
    );
    expect(those(canTalk)).to.include('active and held').and.not.include('active, held and cut');
  });

  it('a call that is cut or left while it is held is still held', () => {
    expect(those(isHeld)).to.deep.equal([
      'active and held',
      'active, held and cut',
      'active and held, leaving',
    ]);
  });

  it('somebody calls until the visitor answers or declines', () => {
    expect(those(isIncoming)).to.deep.equal(['incoming']);
    expect(those((state) => callerOf(state) === caller)).to.deep.equal(
      those((state) => hasCall(state) && Boolean(state.caller)),
    );
  });

  it('a ringing has to be played while the far end rings and sends none', () => {
    expect(those(needsRingback)).to.deep.equal(['ringing']);
  });

  it('the visitor is leaving from the hang-up until the phone confirms it', () => {
    expect(those(isLeaving)).to.deep.equal(those(() => true).filter((name) => name.endsWith('leaving')));
  });

  it('what stands in the way is known before a call and in one', () => {
    expect(those((state) => obstacleOf(state) === denied)).to.deep.equal([
      'denied, nothing there',
      'denied, all else there',
      'all there, unplugged',
      'placed, denied',
      'active, denied',
      'incoming, denied',
    ]);
    expect(obstacleOf(states.ended)).to.equal(undefined);
  });

  it('an outage counts whole seconds, and nothing while there is none', () => {
    expect(lostFor(states['active, silent'], 5_000)).to.equal(0);
    expect(lostFor(states['ringing, cut'], 49_999)).to.equal(44);
    expect(lostFor(states['active, cut'], 0)).to.equal(0);
    expect(those((state) => lostFor(state, 9_000) > 0)).to.deep.equal(
      those((state) => state.phase === 'reconnecting'),
    );
  });

  it('the phone waits for a microphone in whole seconds, the last one begun', () => {
    const awaited = states['active, silent, denied and awaited'];
    expect(awaitedFor(awaited, 5_000)).to.equal(25);
    expect(awaitedFor(awaited, 29_001)).to.equal(1);
    expect(awaitedFor(awaited, 31_000)).to.equal(0);
    // Given up without media before.
    const longLost = active({obstacle: awaited.obstacle, lost: {at: -20_000, media: true}});
    expect(awaitedFor(longLost, 5_000)).to.equal(20);
    expect(awaitedFor(states['active, denied'], 0)).to.equal(undefined);
    expect(awaitedFor(states.active, 0)).to.equal(undefined);
  });

  it('talking time counts whole seconds since the answer, and stands still at the end', () => {
    expect(durationAt(active({since: 1_000}), 1_000)).to.equal(0);
    expect(durationAt(active({since: 1_000}), 62_999)).to.equal(61);
    expect(durationAt(active({since: 1_000}), 0)).to.equal(0);
    expect(durationAt(ended({duration: 12}), 99_000)).to.equal(12);
    expect(durationAt(states.ringing, 99_000)).to.equal(0);
    expect(durationAt(states['active, silent'], 9_000)).to.equal(8);
  });

  it("what nobody wished for is missed; a conversation and the visitor's own cancel are not", () => {
    const reasons = [
      'ended',
      'cancelled',
      'missed',
      'busy',
      'declined',
      'no-answer',
      'unreachable',
      'lost',
    ] as const;
    expect(isMissed(ended({reason: 'declined', initiator: 'local'}))).to.equal(false);
    expect(reasons.filter((reason) => isMissed(ended({reason})))).to.deep.equal([
      'missed',
      'busy',
      'declined',
      'no-answer',
      'unreachable',
      'lost',
    ]);
  });
});
