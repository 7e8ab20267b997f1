import {readFileSync} from 'node:fs';
import {leftovers} from '../support/probe.js';
import {expect, test} from '../support/visitor.js';
import {Dice} from './dice.js';
import {calm, deeds} from './weather.js';

/**
 * Random deeds and faults, and then everything works again: nothing may be left, and the next call works.
 *
 * `STORM_SEED=123` replays one; `STORM_RUNS=200` runs that many fresh ones. A seed that has failed is added to
 * `failed-seeds.json` and runs for ever.
 */
const failed = JSON.parse(readFileSync(new URL('failed-seeds.json', import.meta.url), 'utf8')) as number[];
const {STORM_SEED, STORM_RUNS = '0', STORM_FROM = `${process.ppid}`} = process.env;
const start = Number(STORM_FROM) % 1e6;
const fresh = Array.from({length: Number(STORM_RUNS)}, (_, index) => start * 1000 + index);
const seeds = STORM_SEED ? [Number(STORM_SEED)] : [...new Set([...failed, ...fresh])];

const MOST_DEEDS = 9;
/** The longest pause between two deeds (ms). */
const PAUSE = 700;

for (const seed of seeds) {
  test(`storm ${seed}`, async ({visitor, gateway}) => {
    test.setTimeout(150_000);
    const dice = new Dice(seed);
    await visitor.open(visitor.tag('echo'));
    const names = Object.keys(deeds);
    const done = ['press', ...Array.from({length: 3 + dice.upTo(MOST_DEEDS - 2)}, () => dice.pick(names))];
    for (const name of done) {
      await test.step(name, async () => {
        await deeds[name]!(visitor, dice);
        // Part of the storm: what overlaps with what is as random as what happens.
        await new Promise((resolve) => setTimeout(resolve, dice.upTo(PAUSE)));
      });
    }
    await calm(visitor);
    await visitor.element().evaluate((element) => (element as HTMLElement & {hangUp(): void}).hangUp());
    const say = `after storm ${seed}: ${done.join(', ')}`;
    await expect
      .poll(() => visitor.state(), {message: `over ${say}`, timeout: 20_000})
      .toMatch(/^(idle|ended|failed)$/);
    // A server that could not be told of the end is told within the minute that is tried for it.
    await expect
      .poll(
        async () => {
          const {microphones, remoteTracks, sockets, peers} = await leftovers(visitor.page);
          const {legs, clients} = gateway.state();
          const connected = clients.filter((client) => client.connected).length;
          return {microphones, remoteTracks, sockets, peers, legs: legs.length, connected};
        },
        {message: `nothing left ${say}`, timeout: 75_000},
      )
      .toEqual({microphones: 0, remoteTracks: 0, sockets: 0, peers: 0, legs: 0, connected: 0});
    await visitor.element().evaluate((element) => void (element as HTMLElement & {call(): void}).call());
    await expect
      .poll(() => visitor.state(), {message: `a plain call ${say}`, timeout: 20_000})
      .toBe('active');
    await visitor.element().evaluate((element) => void (element as HTMLElement & {hangUp(): void}).hangUp());
    await visitor.reaches('ended');
  });
}
