import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  BETTER_AFTER,
  levelOf,
  measure,
  steady as atFirst,
  WORSE_AFTER,
  type Steady,
} from '../../src/session/quality.js';
import type {Sample} from '../../src/session/sample.js';
import type {Level} from '../../src/session/state.js';

const sample = (more: Partial<Sample> = {}): Sample => ({
  mos: 4.3,
  rtt: 40,
  jitter: 2,
  packetLoss: 0,
  ...more,
});

/** A sample of each level. */
const samples: Readonly<Record<Level, Sample>> = {
  good: sample(),
  warning: sample({packetLoss: 2}),
  critical: sample({rtt: 500}),
};

const after = (meter: Steady, ...levels: readonly Level[]): Steady =>
  levels.reduce((now, level) => measure(now, samples[level]), meter);

const times = (count: number, level: Level): Level[] => Array.from({length: count}, () => level);

const steady = (level: Level): Steady => ({level, run: []});

const levels = fc.constantFrom<Level>('good', 'warning', 'critical');
const rank = (level: Level) => ['good', 'warning', 'critical'].indexOf(level);

describe('How good a connection is', () => {
  const table: ReadonlyArray<readonly [Partial<Sample>, Level]> = [
    [{}, 'good'],
    [{rtt: 149.9}, 'good'],
    [{rtt: 150}, 'warning'],
    [{rtt: 300}, 'warning'],
    [{rtt: 300.1}, 'critical'],
    [{jitter: 19.9}, 'good'],
    [{jitter: 20}, 'warning'],
    [{jitter: 50}, 'warning'],
    [{jitter: 50.1}, 'critical'],
    [{packetLoss: 0.9}, 'good'],
    [{packetLoss: 1}, 'warning'],
    [{packetLoss: 3}, 'warning'],
    [{packetLoss: 3.1}, 'critical'],
    [{rtt: 200, jitter: 60}, 'critical'],
    [{rtt: 0, jitter: 0, packetLoss: 100}, 'critical'],
    [{rtt: 160, packetLoss: 0.5}, 'warning'],
    [{mos: 4.1}, 'good'],
    [{mos: 4}, 'warning'],
    [{mos: 3}, 'warning'],
    [{mos: 2.9}, 'critical'],
    [{mos: undefined, rtt: undefined}, 'good'],
    [{mos: undefined, rtt: undefined, jitter: 30}, 'warning'],
  ];

  for (const [values, level] of table)
    it(`${JSON.stringify(values)} is ${level}`, () => expect(levelOf(sample(values))).to.equal(level));

  it('is never better for being worse in one of them', () => {
    const value = fc.double({min: 0, max: 600, noNaN: true});
    fc.assert(
      fc.property(value, value, value, value, (rtt, jitter, packetLoss, more) => {
        const now = sample({rtt, jitter, packetLoss});
        for (const worse of [{rtt: rtt + more}, {jitter: jitter + more}, {packetLoss: packetLoss + more}])
          expect(rank(levelOf({...now, ...worse}))).to.be.at.least(rank(levelOf(now)));
      }),
    );
  });
});

describe('The level that is shown', () => {
  it('gets worse after three samples in a row, and not before', () => {
    expect(after(atFirst, ...times(WORSE_AFTER - 1, 'warning')).level).to.equal('good');
    expect(after(atFirst, ...times(WORSE_AFTER, 'warning')).level).to.equal('warning');
    expect(after(atFirst, ...times(WORSE_AFTER, 'critical')).level).to.equal('critical');
  });

  it('gets better after five samples in a row, and not before', () => {
    expect(after(steady('critical'), ...times(BETTER_AFTER - 1, 'good')).level).to.equal('critical');
    expect(after(steady('critical'), ...times(BETTER_AFTER, 'good')).level).to.equal('good');
  });

  it('goes as far as all of them do', () => {
    expect(after(atFirst, 'critical', 'warning', 'critical').level).to.equal('warning');
    expect(after(steady('critical'), 'good', 'good', 'warning', 'good', 'good').level).to.equal('warning');
  });

  it('is not moved by a single one, nor by those that go to and fro', () => {
    expect(after(atFirst, 'warning', 'warning', 'good', 'warning', 'warning').level).to.equal('good');
    expect(after(steady('warning'), 'good', 'critical', 'good', 'critical', 'good').level).to.equal(
      'warning',
    );
  });

  it('is good at first', () => expect(atFirst.level).to.equal('good'));

  it('changes at most every third sample, to a level that a sample had, and follows what lasts', () => {
    fc.assert(
      fc.property(levels, fc.array(levels, {maxLength: 60}), levels, (start, noise, last) => {
        let meter = steady(start);
        let since = WORSE_AFTER;
        const seen = new Set([start]);
        for (const level of noise) {
          seen.add(level);
          const before = meter.level;
          meter = after(meter, level);
          since++;
          if (meter.level === before) continue;
          expect(since).to.be.at.least(WORSE_AFTER);
          expect(seen.has(meter.level)).to.equal(true);
          since = 0;
        }
        expect(after(meter, ...times(BETTER_AFTER * 2, last)).level).to.equal(last);
      }),
    );
  });
});
