import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {all, read, the} from './fakes/look.js';
import {openPage, press, reach, talk} from './fakes/page.js';
import {settle, until} from './fakes/until.js';

describe('A page that changes its settings in a call', () => {
  it('does not take the button of a hidden call away with the token URL', async () => {
    const {element, complaints} = await openPage();
    await talk(element);
    await press(element, 'Hide the call panel');
    element.tokenUrl = null;
    await element.updateComplete;
    expect(all(element, 'link')).to.have.length(0);
    await press(element, /^In call/);
    await press(element, 'Hang up');
    await reach(element, 'ended');
    await press(element, 'Close');
    await element.updateComplete;
    expect(all(element, 'link')).to.have.length(1);
    complaints();
  });

  it('does not hide the call behind a preview, which shows when the call is over', async () => {
    const {element} = await openPage();
    await talk(element);
    await import('../src/preview.js');
    element.preview = 'busy';
    await element.updateComplete;
    await settle();
    expect(element.matches(':state(active)')).to.equal(true);
    expect(all(element, 'button', 'Mute')).to.have.length(1);
    await press(element, 'Hang up');
    await until(() => element.matches(':state(ended)'), 'the call is over');
    await until(() => read(the(element, 'dialog')).includes('busy'), 'the preview is shown');
    expect(element.state).to.equal('ended');
  });

  it('does not hide the call when a preview is taken back', async () => {
    const {element} = await openPage();
    element.preview = 'busy';
    await until(() => element.matches(':state(ended)'), 'the preview is shown');
    element.preview = null;
    element.preview = undefined;
    await until(() => element.matches(':state(idle)'), 'the truth is shown');
    await talk(element);
    element.preview = 'idle';
    await element.updateComplete;
    element.preview = null;
    await element.updateComplete;
    await settle();
    expect(all(element, 'button', 'Hang up')).to.have.length(1);
  });

  it('never covers the panel with a button that is sent to the corner', async () => {
    const {element} = await openPage();
    await setViewport({width: 360, height: 640});
    await talk(element);
    element.layout = 'floating';
    await element.updateComplete;
    const hangUp = the(element, 'button', 'Hang up');
    const {right, top, height} = hangUp.getBoundingClientRect();
    const met = element.shadowRoot!.elementFromPoint(right - 40, top + height / 2);
    await setViewport({width: 800, height: 600});
    expect(met === hangUp).to.equal(true);
  });

  it('turns back from a page of the panel that is not offered any more', async () => {
    const {element} = await openPage();
    await talk(element);
    await press(element, 'Keypad');
    expect(all(element, 'button', '5')).to.have.length(1);
    element.controls = 'mute';
    await element.updateComplete;
    expect(all(element, 'button', '5')).to.have.length(0);
    expect(all(element, 'button', 'Mute')).to.have.length(1);
  });
});
