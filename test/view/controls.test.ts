import {expect} from '@open-wc/testing';
import type {Control} from '../../src/read-config.js';
import {en} from '../../src/locales/en.js';
import {active, gathering, placed, ringing, silence} from '../fakes/samples.js';
import {all, the} from '../fakes/look.js';
import {devices, showPanel} from '../fakes/panel.js';

const ROW = [en.mute, en.keypad, en.hold, en.audio];
const only = (...controls: Control[]) => ({controls: new Set(controls)});
const call = active({devices});

describe('The round controls', () => {
  it('are there from the beginning, and can be used once both can talk', async () => {
    for (const state of [gathering('permission'), gathering('connecting'), placed(), ringing(), call]) {
      const {room} = await showPanel(state);
      for (const name of ROW) {
        const control = the(room, 'button', name);
        expect(control.matches(':disabled'), `${name}, ${state.phase}`).to.equal(state !== call);
        expect(control.hasAttribute('aria-disabled'), `${name}, ${state.phase}`).to.equal(false);
      }
    }
  });

  it('ask for what they say', async () => {
    const {room, asked} = await showPanel(call);
    for (const name of ROW) the(room, 'button', name).click();
    expect(asked).to.deep.equal(['mute', 'turn to keypad', 'hold', 'turn to audio']);
  });

  it('without the connection: what only the server can do keeps its focus and does nothing', async () => {
    const {room, asked} = await showPanel(active({devices, lost: silence}));
    for (const name of [en.keypad, en.hold]) {
      const control = the(room, 'button', name);
      control.focus();
      control.click();
      expect(control === document.activeElement).to.equal(true);
      expect(control.getAttribute('aria-disabled')).to.equal('true');
    }
    the(room, 'button', en.mute).click();
    expect(asked).to.deep.equal(['mute']);
  });

  it('on hold: the same control takes the call back', async () => {
    const {room, asked} = await showPanel(active({devices, held: true}));
    expect(room.textContent).to.contain(en.held);
    expect(all(room, 'button', en.hold)).to.have.length(0);
    the(room, 'button', en.resume).click();
    expect(asked).to.deep.equal(['resume']);
  });

  it('before the phone has looked for devices there is nothing to choose', async () => {
    const {room, asked} = await showPanel(active());
    the(room, 'button', en.audio).click();
    expect(asked).to.deep.equal([]);
  });

  it('are those that the page wants', async () => {
    const named = async (...controls: Control[]) => (await showPanel(call, only(...controls))).buttons;
    expect(await named()).to.deep.equal([en.minimise, en.hangUp]);
    expect(await named('hold')).to.deep.equal([en.minimise, en.hold, en.hangUp]);
    for (const control of ['devices', 'volume'] as const)
      expect(await named(control)).to.deep.equal([en.minimise, en.audio, en.hangUp]);
    expect(await named('quality')).to.deep.equal([en.minimise, en.hangUp]);
  });
});
