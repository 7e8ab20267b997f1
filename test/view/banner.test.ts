import {expect, fixture, html} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {banner} from '../../src/view/banner.js';
import {read, the} from '../fakes/look.js';

const show = (seconds: number) => fixture<HTMLElement>(html`<div>${banner(seconds, en)}</div>`);

describe('The reconnect banner', () => {
  it('says what is going on, that the call is kept, and since when', async () => {
    expect(read(await show(7))).to.equal(`${en.connectionLost} ${en.callKept(7)}`);
  });

  it('is read out once, politely: the seconds are not', async () => {
    const status = the(await show(7), 'status');
    expect(status.getAttribute('aria-live')).to.equal('polite');
    expect(read(status)).to.equal(en.connectionLost);
  });

  it('can be styled by the page, and takes no focus', async () => {
    const room = await show(0);
    expect(room.querySelectorAll('[part=banner]')).to.have.length(1);
    expect(room.querySelectorAll('a, button, [tabindex], [autofocus]')).to.have.length(0);
  });
});
