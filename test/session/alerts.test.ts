import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {calm, watch, wrongWith} from '../../src/session/alerts.js';
import type {Sample} from '../../src/session/sample.js';
import type {Alert} from '../../src/session/state.js';

const sample = (more: Partial<Sample> = {}): Sample => ({
  mos: 4.3,
  rtt: 40,
  jitter: 2,
  packetLoss: 0,
  ...more,
});

/** The alerts after each of these seconds. */
const after = (...seconds: ReadonlyArray<readonly Alert[]>) => {
  let now = calm;
  return seconds.map((wrong) => (now = watch(now, wrong)).on);
};

const times = (count: number, ...wrong: Alert[]) => Array.from({length: count}, () => wrong);

describe('An alert', () => {
  const limits: ReadonlyArray<readonly [Partial<Sample>, Alert[]]> = [
    [{}, []],
    [{mos: 3}, []],
    [{mos: 2.99}, ['mos']],
    [{mos: undefined}, []],
    [{rtt: 500}, []],
    [{rtt: 500.1}, ['rtt']],
    [{rtt: undefined}, []],
    [{jitter: 100}, []],
    [{jitter: 100.1}, ['jitter']],
    [{packetLoss: 5}, []],
    [{packetLoss: 5.1}, ['packet-loss']],
    [{mos: 1, rtt: 900, jitter: 200, packetLoss: 50}, ['mos', 'rtt', 'jitter', 'packet-loss']],
  ];
  for (const [values, alerts] of limits)
    it(`is due at the guide’s limits: ${JSON.stringify(values)} is ${alerts.join() || 'none'}`, () =>
      expect(wrongWith(sample(values))).to.deep.equal(alerts));

  const lasts: ReadonlyArray<readonly [Alert, number, number]> = [
    ['mos', 3, 5],
    ['rtt', 3, 5],
    ['jitter', 3, 5],
    ['packet-loss', 3, 5],
    ['microphone', 10, 1],
    ['one-way', 3, 1],
    ['far-end', 30, 1],
  ];
  for (const [alert, begins, ends] of lasts)
    it(`${alert} is told after ${begins} seconds, and over after ${ends}`, () => {
      const on = after(...times(begins, alert), ...times(ends));
      expect(on.findIndex((alerts) => alerts.length)).to.equal(begins - 1);
      expect(on.slice(begins - 1, -1).every((alerts) => alerts.includes(alert))).to.equal(true);
      expect(on.at(-1)).to.deep.equal([]);
    });

  it('begins anew after each second that was fine', () => {
    expect(after(['rtt'], ['rtt'], [], ['rtt'], ['rtt']).at(-1)).to.deep.equal([]);
    expect(after(...times(29, 'far-end'), [], ...times(29, 'far-end')).at(-1)).to.deep.equal([]);
  });

  it('has nothing to do with another one', () => {
    expect(after(['rtt'], ['rtt', 'mos'], ['rtt', 'mos'], ['mos']).at(-1)).to.deep.equal(['mos', 'rtt']);
  });

  it('does not flicker: it changes only after as many seconds as it takes, and follows what lasts', () => {
    const alerts = fc.subarray(lasts.map(([alert]) => alert));
    fc.assert(
      fc.property(fc.array(alerts, {maxLength: 90}), alerts, (noise, last) => {
        let now = calm;
        const since = new Map<Alert, number>();
        for (const wrong of noise) {
          const next = watch(now, wrong);
          for (const [alert, begins, ends] of lasts) {
            const seconds = (since.get(alert) ?? 0) + 1;
            since.set(alert, seconds);
            if (next.on.includes(alert) === now.on.includes(alert)) continue;
            expect(seconds).to.be.at.least(next.on.includes(alert) ? begins : ends);
            since.set(alert, 0);
          }
          now = next;
        }
        for (let second = 0; second < 30; second++) now = watch(now, last);
        expect(now.on).to.have.members(last);
      }),
    );
  });
});
