import {expect, fixture, html} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {banner} from '../../src/view/banner.js';
import {read} from '../fakes/look.js';
import {english, kept} from '../fakes/words.js';

const show = (seconds: number) => fixture<HTMLElement>(html`<div>${banner(seconds, english)}</div>`);

describe('The reconnect banner', () => {
  it('says what is going on, that the call is kept, and since when', async () => {
    expect(read(await show(7))).to.equal(`${en.connectionLost} ${kept(7)}`);
  });

  it('keeps its seconds from being read out as they pass', async () => {
    const silent = (await show(7)).querySelector('[aria-live=off]')!;
    expect(silent.textContent).to.equal(kept(7));
  });

  it('can be styled by the page, and takes no focus', async () => {
    const room = await show(0);
    expect(room.querySelectorAll('[part=banner]')).to.have.length(1);
    expect(room.querySelectorAll('a, button, [tabindex], [autofocus]')).to.have.length(0);
  });
});
