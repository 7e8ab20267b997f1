import {expect} from '@open-wc/testing';
import {all, the} from './fakes/look.js';
import {openPage, press, ring, talk} from './fakes/page.js';

const pressed = (element: HTMLElement) => the(element, 'button', /^Mute/).getAttribute('aria-pressed');

describe('Mute', () => {
  it('follows the phone, on and off', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    expect(pressed(element)).to.equal('false');
    await press(element, 'Mute');
    expect(call.isAudioMuted).to.equal(true);
    expect(element.muted).to.equal(true);
    expect(pressed(element)).to.equal('true');
    await press(element, /^Mute/);
    expect(call.isAudioMuted).to.equal(false);
    expect(element.muted).to.equal(false);
    expect(pressed(element)).to.equal('false');
  });

  it('can be set as a property, as frameworks do: now, and for the beginning of later calls', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    element.muted = true;
    expect(call.isAudioMuted).to.equal(true);
    expect(element.defaultMuted).to.equal(true);
    element.muted = undefined as unknown as boolean;
    expect(call.isAudioMuted).to.equal(false);
    expect(element.defaultMuted).to.equal(false);
    element.muted = undefined as unknown as boolean;
    expect(call.isAudioMuted).to.equal(false);
  });

  it('is not shown when the phone does not do it', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    call.mutes = false;
    await press(element, 'Mute');
    expect(element.muted).to.equal(false);
    expect(pressed(element)).to.equal('false');
  });

  it('is there but can’t be pressed until somebody has answered', async () => {
    const {element} = await openPage();
    const call = await ring(element);
    expect(the(element, 'button', 'Mute')).to.have.property('disabled', true);
    call.pickUp();
    await element.updateComplete;
    expect(the(element, 'button', 'Mute')).to.have.property('disabled', false);
  });

  it('can be asked for by the page before: it is there from the answer on', async () => {
    const {element} = await openPage();
    const call = await ring(element);
    await element.mute(true);
    expect(element.muted).to.equal(false);
    call.pickUp();
    await element.updateComplete;
    expect([call.isAudioMuted, element.muted]).to.deep.equal([true, true]);
    await press(element, /^Mute/);
    expect(call.isAudioMuted).to.equal(false);
  });

  it('what a page takes back before the answer, or asked for in a call that came to nothing, is forgotten', async () => {
    const {element} = await openPage();
    const first = await ring(element);
    await element.mute(true);
    first.bye();
    await element.updateComplete;
    await press(element, 'Close');
    const second = await ring(element);
    await element.mute(true);
    await element.mute(false);
    second.pickUp();
    await element.updateComplete;
    expect([first.isAudioMuted, second.isAudioMuted, element.muted]).to.deep.equal([false, false, false]);
  });

  it('does not last into the next call', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    await press(element, 'Mute');
    call.bye();
    await element.updateComplete;
    expect(all(element, 'button', /^Mute/)).to.have.length(0);
    await press(element, 'Close');
    await talk(element);
    expect(pressed(element)).to.equal('false');
  });
});
