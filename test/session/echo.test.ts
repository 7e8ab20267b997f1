import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {dismissed, judge, unjudged, type Echo} from '../../src/session/echo.js';
import type {CallingState} from '../../src/session/state.js';
import type {MediaStats} from '../../src/session/stats.js';
import {transition} from '../../src/session/transition.js';
import {active, attempt, denied, devices, stats} from '../fakes/samples.js';

/** A second: how loud the far end is, and what the microphone hears. */
type Second = readonly [far: number, own: number];

const BOTH: Second = [0.1, 0.05];
const FAR: Second = [0.1, 0.001];
const OWN: Second = [0.001, 0.1];
const NOBODY: Second = [0.001, 0.001];

const of = (count: number, second: Second): Second[] => Array.from({length: count}, () => second);

/** Without a name that says what it is. */
const open = {...devices, microphone: ''};

const louder = ({energy, duration}: {energy: number; duration: number}, level: number) => ({
  energy: energy + level ** 2,
  duration: duration + 1,
});

const silence = {energy: 0, duration: 0};

/** What a call of these seconds says. */
function hear(seconds: readonly Second[], more: Partial<CallingState> = {}, from: Echo = unjudged): Echo {
  let now: MediaStats = {...stats, heard: silence, spoken: silence};
  let echo = from;
  for (const [far, own] of seconds) {
    const before = now;
    now = {...now, heard: louder(now.heard ?? silence, far), spoken: louder(now.spoken ?? silence, own)};
    echo = judge({...active({devices: open, ...more}), echo}, [before, now], more.quality?.alerts);
  }
  return echo;
}

const echoes = [...of(2, NOBODY), ...of(10, BOTH)];

describe('An echo', () => {
  const table: ReadonlyArray<readonly [what: string, seconds: readonly Second[], hint: Echo['hint']]> = [
    ['the microphone follows the far end, and its pauses', echoes, 'likely'],
    ['in any order', [...of(5, BOTH), NOBODY, ...of(5, BOTH), NOBODY], 'likely'],
    ['once it does not', [...of(2, NOBODY), ...of(9, BOTH), FAR], 'likely'],
    ['the visitor talks in between', [...of(2, NOBODY), ...of(60, OWN), ...of(10, BOTH)], 'likely'],
    ['too short', [...of(2, NOBODY), ...of(9, BOTH)], 'none'],
    ['a pause too short', [NOBODY, ...of(60, BOTH)], 'none'],
    ['a noisy room, or two tones without end', of(60, BOTH), 'none'],
    ['the visitor listens', [...of(2, NOBODY), ...of(60, FAR)], 'none'],
    [
      'both talk at the same time, in turns',
      Array.from({length: 60}, (_, at) => [BOTH, BOTH, FAR, NOBODY][at % 4]!),
      'none',
    ],
    ['the visitor alone', [...of(2, NOBODY), ...of(60, OWN)], 'none'],
    ['nobody', of(60, NOBODY), 'none'],
    ['a soft far end', [...of(2, NOBODY), ...of(60, [0.015, 0.05] as const)], 'none'],
    ['long ago', [...of(9, BOTH), ...of(18, NOBODY), BOTH], 'none'],
  ];
  for (const [what, seconds, hint] of table)
    it(`is ${hint === 'likely' ? '' : 'not '}likely: ${what}`, () => {
      expect(hear(seconds).hint).to.equal(hint);
    });

  it('is not judged by those who can’t hear or be heard', () => {
    for (const more of [
      {muted: true},
      {held: true},
      {obstacle: denied},
      {quality: {level: 'good', mos: 4, rtt: 0, jitter: 0, packetLoss: 0, alerts: ['one-way']}},
    ] as const)
      expect(hear(echoes, more)).to.equal(unjudged);
    const looks = [{...stats, heard: undefined}, stats];
    expect(judge(active({devices: open}), looks)).to.equal(unjudged);
    expect(judge(active({devices: open}), [stats])).to.equal(unjudged);
  });

  it('comes from no headset, by either name', () => {
    for (const label of [
      'Headset',
      'Jabra headphones (USB)',
      'AirPods Pro',
      'Galaxy Buds2',
      'Earbuds',
      'Wired earphones',
      'Car Hands-Free',
      'WH-1000XM4 Hands-free AG Audio',
    ]) {
      const device = {id: 'x', label};
      const worn = [
        {...open, microphones: [device], microphone: 'x'},
        {...open, speakers: [device], speaker: 'x'},
      ];
      for (const devices of worn) {
        expect(hear(echoes, {devices}).hint, label).to.equal('none');
        expect(hear(of(1, NOBODY), {devices}, hear(echoes)), label).to.equal(dismissed);
      }
    }
    for (const label of ['', 'Built-in microphone', 'Speakers (USB Audio)', 'Headroom webcam']) {
      const speakers = [
        {id: 'x', label},
        {id: 'y', label: 'Headset'},
      ];
      expect(hear(echoes, {devices: {...open, speakers, speaker: 'x'}}).hint, label).to.equal('likely');
    }
  });

  it('is said until it is read, and then no more', () => {
    expect(hear(of(60, FAR), {}, hear(echoes)).hint).to.equal('likely');
    expect(hear(echoes, {}, dismissed)).to.equal(dismissed);
  });

  it('is never likely before twelve seconds, without a pause, or with a microphone that hears the visitor only', () => {
    const any = fc.constantFrom(BOTH, FAR, OWN, NOBODY);
    const never = (seconds: fc.Arbitrary<Second[]>) =>
      fc.assert(fc.property(seconds, (all) => hear(all).hint === 'none'));
    never(fc.array(any, {maxLength: 11}));
    never(fc.array(fc.constantFrom(BOTH, FAR, OWN), {maxLength: 60}));
    never(fc.array(fc.constantFrom(FAR, OWN, NOBODY), {maxLength: 60}));
  });

  it('is likely whatever was before', () => {
    const any = fc.array(fc.constantFrom(BOTH, FAR, OWN, NOBODY), {maxLength: 60});
    fc.assert(
      fc.property(any, (before) => hear([...before, ...of(6, NOBODY), ...of(14, BOTH)]).hint === 'likely'),
    );
  });

  it('is kept by the call with each second that is measured, until the visitor has read it', () => {
    let state = transition(active({devices: open}), {type: 'measured', attempt, stats})[0];
    let now: MediaStats = stats;
    for (const [far, own] of echoes) {
      now = {...now, heard: louder(now.heard!, far), spoken: louder(now.spoken!, own)};
      state = transition(state, {type: 'measured', attempt, stats: now})[0];
    }
    expect(state).to.have.nested.property('echo.hint', 'likely');
    [state] = transition(state, {type: 'dismiss-hint'});
    expect(state).to.have.nested.property('echo.hint', 'dismissed');
    expect(transition(state, {type: 'dismiss-hint'})[0]).to.equal(state);
  });
});
