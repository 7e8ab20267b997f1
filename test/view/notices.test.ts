import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {dismissed, unjudged} from '../../src/session/echo.js';
import {fill} from '../../src/view/words.js';
import type {Alert} from '../../src/session/state.js';
import {active, aside, cut} from '../fakes/samples.js';
import {read, the} from '../fakes/look.js';
import {devices, good, showPanel} from '../fakes/panel.js';

/** What a screen reader is told by itself, in the panel. */
const said = (room: HTMLElement) =>
  [...room.querySelectorAll<HTMLElement>('[aria-live=polite]')].map(read).filter(Boolean);

describe('A notice', () => {
  it('tells those who talk into a muted microphone, once, and lets them unmute', async () => {
    const {room, asked} = await showPanel(active({devices, muted: true, unheard: true}));
    expect(said(room)).to.deep.equal([`${en.youAreMuted} ${en.unmute}`]);
    the(room, 'button', en.unmute).click();
    expect(asked).to.deep.equal(['unmute']);
    expect(said((await showPanel(active({muted: true}))).room)).to.deep.equal([]);
  });

  it('recommends headphones when echo is likely, until the visitor has read it', async () => {
    const echo = {...unjudged, hint: 'likely'} as const;
    const {room, asked} = await showPanel(active({devices, echo}));
    expect(said(room)).to.deep.equal([`${en.headphones} ${en.gotIt}`]);
    the(room, 'button', en.gotIt).click();
    expect(asked).to.deep.equal(['dismiss hint']);
    for (const read of [unjudged, dismissed])
      expect(said((await showPanel(active({devices, echo: read}))).room)).to.deep.equal([]);
    const deaf = await showPanel(active({devices, echo, quality: {...good, alerts: ['far-end']}}));
    expect(said(deaf.room)).to.deep.equal([en.trouble.farEnd]);
  });

  it('tells which device is used now in the place of a vanished one', async () => {
    const [, headset, unnamed] = devices.microphones;
    const switched = (switchedTo = headset) => showPanel(active({devices: {...devices, switchedTo}}));
    expect(said((await switched()).room)).to.deep.equal([fill(en.switchedTo, {device: 'Headset'})]);
    expect(said((await switched(unnamed)).room)).to.deep.equal([
      fill(en.switchedTo, {device: fill(en.device, {number: 3})}),
    ]);
    expect(said((await switched({id: '', label: ''})).room)).to.deep.equal([
      fill(en.switchedTo, {device: en.systemDefault}),
    ]);
  });

  it('tells what needs a tap before both can hear each other, also on another page', async () => {
    for (const page of ['call', 'keypad', 'audio'] as const) {
      const deaf = await showPanel(active({devices, soundBlocked: true}), {page});
      expect(said(deaf.room), page).to.deep.equal([en.hear]);
      const dumb = await showPanel(active({devices, obstacle: aside}), {page});
      expect(said(dumb.room), page).to.deep.equal([`${en.notHeard} ${en.turnOnMicrophone}`]);
    }
  });

  it('is said by a region that was there before', async () => {
    const {room} = await showPanel(active({devices}));
    expect(room.querySelectorAll('.row + [aria-live=polite]')).to.have.length(1);
    const {room: later} = await showPanel(active({devices, soundBlocked: true}));
    expect(the(later, 'button', en.hear).parentElement!.matches('.row + [aria-live=polite]')).to.equal(true);
  });

  it('promises nothing any more once the call is being hung up', async () => {
    const {room} = await showPanel(active({leaving: true, muted: true, unheard: true}));
    expect(said(room)).to.deep.equal([]);
  });
});

describe('Sound that is missing', () => {
  const show = (alerts: readonly Alert[], more = {}) =>
    showPanel(active({devices, quality: {...good, alerts}, ...more}));

  it('is said, once, and of one at a time', async () => {
    const table: ReadonlyArray<readonly [Alert[], string[]]> = [
      [[], []],
      [['microphone'], [en.trouble.microphone]],
      [['one-way'], [en.trouble.oneWay]],
      [['far-end'], [en.trouble.farEnd]],
      [['far-end', 'one-way', 'microphone'], [en.trouble.microphone]],
      [['mos', 'rtt', 'jitter', 'packet-loss'], []],
    ];
    for (const [alerts, words] of table) expect(said((await show(alerts)).room)).to.deep.equal(words);
  });

  it('is not said to those who know it, or can’t be helped by it', async () => {
    for (const more of [{muted: true}, {held: true}, {lost: cut}, {leaving: true}])
      expect(said((await show(['microphone'], more)).room).join()).not.to.contain(en.trouble.microphone);
    expect(said((await show(['far-end'], {muted: true})).room)).to.deep.equal([en.trouble.farEnd]);
    expect(said((await show(['microphone'], {obstacle: aside})).room).join())
      .to.contain(en.notHeard)
      .and.not.to.contain(en.trouble.microphone);
  });
});

describe('The connection’s quality', () => {
  const show = (level: 'good' | 'warning' | 'critical', more = {}) =>
    showPanel(active({quality: {...good, level}, ...more}));

  it('is what the way to the figures is described by as long as it is good', async () => {
    const {room, asked} = await show('good');
    expect(room.querySelector('[part=quality]')!.getAttribute('aria-hidden')).to.equal('true');
    const way = the(room, 'button', en.details);
    expect(way.title).to.equal(en.quality.good);
    way.click();
    expect(asked).to.deep.equal(['turn to quality']);
    expect(read(room)).to.contain(en.active).and.not.to.contain(en.quality.good);
    expect(said(room)).to.deep.equal([]);
  });

  it('is said in words, and once, when it is not', async () => {
    for (const level of ['warning', 'critical'] as const) {
      const {room} = await show(level);
      expect(said(room)).to.deep.equal([en.quality[level]]);
      expect(room.querySelector('[part=quality]')!.getAttribute('aria-hidden')).to.equal('true');
    }
  });

  it('is shown in three levels', async () => {
    const full = async (level: 'good' | 'warning' | 'critical') =>
      (await show(level)).room.querySelectorAll('[part=quality] .full').length;
    expect([await full('good'), await full('warning'), await full('critical')]).to.deep.equal([3, 2, 1]);
  });

  it('is not shown before it was measured, on hold, or where the page doesn’t want it', async () => {
    const quality = (room: HTMLElement) => room.querySelectorAll('[part=quality]').length;
    expect(quality((await showPanel(active())).room)).to.equal(0);
    expect(quality((await show('good', {held: true})).room)).to.equal(0);
    expect(quality((await show('good', {leaving: true})).room)).to.equal(0);
    const without = await showPanel(active({quality: good}), {controls: new Set(['mute'])});
    expect(quality(without.room)).to.equal(0);
  });
});
