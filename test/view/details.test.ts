import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {add, count, nothing} from '../../src/session/summary.js';
import {unmeasured} from '../../src/session/meter.js';
import {all, nameOf, read} from '../fakes/look.js';
import {good, showPanel} from '../fakes/panel.js';
import {active, stats} from '../fakes/samples.js';

/** A call of so many seconds with these scores. */
const meterOf = (...scores: Array<number | undefined>) => {
  const sample = (mos: number | undefined) => ({...good, mos});
  const tally = scores.reduce((now, mos) => add(now, sample(mos), []), count(nothing, undefined, stats));
  return {...unmeasured, tally};
};

const show = (meter = meterOf(4.3), more = {}) =>
  showPanel(active({quality: {...good, ...more}, meter}), {page: 'quality'});

const figures = (room: HTMLElement) =>
  [...room.querySelectorAll<HTMLElement>('dl > div')].map((row) => read(row));

const line = (room: HTMLElement) => room.querySelector('.chart path')!.getAttribute('d')!;

describe('The figures of a connection', () => {
  it('are each as it is now, with names and units', async () => {
    const {room} = await show(meterOf(4.3), {mos: 4.27, rtt: 61.4, packetLoss: 1.25});
    expect(figures(room)).to.deep.equal([
      `${en.figures.mos} 4.3`,
      `${en.figures.rtt} 61.4 ms`,
      `${en.figures.jitter} 4 ms`,
      `${en.figures.packetLoss} 1.3%`,
      `${en.figures.codec} opus`,
    ]);
  });

  it('are not made up where the browser does not tell', async () => {
    const {room} = await showPanel(
      active({quality: {...good, mos: undefined, rtt: undefined}, meter: unmeasured}),
      {page: 'quality'},
    );
    const unknown = figures(room).filter((row) => row.endsWith('–'));
    expect(unknown).to.deep.equal([`${en.figures.mos} –`, `${en.figures.rtt} –`, `${en.figures.codec} –`]);
    expect(line(room)).to.equal('');
  });

  it('are a page with a name, a way back, and the bars', async () => {
    const {room} = await show();
    expect(all(room, 'group').map(nameOf)).to.deep.equal([en.details]);
    expect(all(room, 'image').map(nameOf)).to.deep.equal([en.quality.good, en.chart]);
    expect(all(room, 'button').map(nameOf)).to.deep.equal([en.back, en.minimise, en.hangUp]);
  });

  it('have a chart in which higher is better, the last second is at the right, and what is unknown a gap', async () => {
    const bars = (room: HTMLElement) =>
      [...line(room).matchAll(/M([\d.]+) 76V([\d.]+)/g)].map(([, x, y]) => ({x: Number(x), y: Number(y)}));
    const {room} = await show(meterOf(4.4, 2, undefined, 3));
    const [best, worst, last] = bars(room);
    expect(bars(room)).to.have.length(3);
    expect(best!.y).to.be.lessThan(last!.y);
    expect(last!.y).to.be.lessThan(worst!.y);
    expect(last!.x - worst!.x).to.be.closeTo(2 * (worst!.x - best!.x), 0.2);
    expect(last!.x).to.equal(236);
    const {room: full} = await show(meterOf(...Array.from({length: 90}, () => 4)));
    expect(bars(full)).to.have.length(60);
    expect(bars(full)[0]!.x).to.equal(18);
  });
});
