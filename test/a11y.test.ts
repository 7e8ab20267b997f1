import {expect, html} from '@open-wc/testing';
import {en} from '../src/locales/en.js';
import type {TelnyxCallButton} from '../src/index.js';
import {inBothSchemes} from './fakes/color-schemes.js';
import {nameOf, read, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, ring, talk, usual, type Page} from './fakes/page.js';
import {plain} from './fakes/token-endpoint.js';
import {until} from './fakes/until.js';
import {kept} from './fakes/words.js';

/** Lets the panel's entrance come to its end: axe measures contrast as it is painted. */
async function clean(element: TelnyxCallButton): Promise<void> {
  const root = element.shadowRoot!;
  const ends = root.getAnimations().filter(({effect}) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(ends.map(({finished}) => finished));
  await expect(element).to.be.accessible();
}

const situations: Record<string, (page: Page) => Promise<unknown>> = {
  idle: async () => undefined,
  'waiting for the prompt': async ({element, microphone}) => {
    microphone.prompt();
    await press(element, 'Call us');
    await reach(element, 'permission');
  },
  preparing: async ({element, endpoint}) => {
    endpoint.answer = () => new Promise(() => undefined);
    await press(element, 'Call us');
    await reach(element, 'preparing');
  },
  connecting: async ({element}) => {
    await press(element, 'Call us');
    await placedCall();
  },
  ringing: ({element}) => ring(element),
  'in a conversation': ({element}) => talk(element),
  muted: async ({element}) => {
    await talk(element);
    await press(element, 'Mute');
  },
  'in a conversation, panel hidden': async ({element}) => {
    await talk(element);
    await press(element, en.minimise);
  },
  ended: async ({element}) => {
    (await talk(element)).bye();
    await reach(element, 'ended');
  },
  busy: async ({element}) => {
    (await ring(element)).bye({cause: 'USER_BUSY', sipCode: 486});
    await reach(element, 'ended');
  },
  'without a microphone, and may try again': async ({element, microphone}) => {
    microphone.prompt().deny();
    await press(element, 'Call us');
    await until(() => element.shadowRoot?.querySelector('dialog[open]'), 'the recovery dialog is open');
  },
  'failed, and may try again': async ({element, complaints}) => {
    await press(element, 'Call us');
    (await client()).fail(45003);
    await reach(element, 'failed');
    complaints();
  },
  reconnecting: async ({element}) => {
    const {id} = await talk(element);
    (await client()).attach(id);
    await reach(element, 'reconnecting');
  },
  'failed for good': async ({element, endpoint, complaints}) => {
    endpoint.answer = plain('', {status: 403});
    await press(element, 'Call us');
    await reach(element, 'failed');
    complaints();
  },
  'the page’s link instead': async ({element, complaints}) => {
    element.tokenUrl = null;
    await element.updateComplete;
    complaints();
  },
};

inBothSchemes('Nobody is shut out', () => {
  for (const [name, arrive] of Object.entries(situations)) {
    it(name, async () => {
      const page = await openPage();
      await arrive(page);
      await page.element.updateComplete;
      await clean(page.element);
    });
  }
});

describe('Nobody is shut out', () => {
  it('from right to left', async () => {
    const {element} = await openPage(html`<div dir="rtl" lang="en">${usual}</div>`);
    element.strings = {lang: 'ar'};
    await talk(element);
    expect(getComputedStyle(the(element, 'dialog')).direction).to.equal('rtl');
    await clean(element);
  });
});

describe('A screen reader', () => {
  it('is told every state, once each, in one place', async () => {
    const {element, microphone} = await openPage();
    const prompt = microphone.prompt();
    await press(element, 'Call us');
    await reach(element, 'permission');
    const region = the(element, 'status');
    const said = [region.textContent];
    const hear = async () => {
      await element.updateComplete;
      expect(the(element, 'status') === region).to.equal(true);
      said.push(region.textContent);
    };
    prompt.allow();
    const call = await placedCall();
    await hear();
    call.ring();
    await hear();
    call.pickUp();
    await hear();
    call.bye();
    await hear();
    await press(element, 'Close');
    await hear();
    expect(said).to.deep.equal([en.permission, en.connecting, en.ringing, en.active, en.ended.ended, '']);
  });

  it('is not told the seconds as they pass', async () => {
    const {element} = await openPage();
    await talk(element);
    expect(the(element, 'timer').closest('[aria-live], [role=status], [role=alert]')).to.equal(null);
    expect(the(element, 'status').textContent).to.equal(en.active);
  });

  it('is told of a lost connection by the banner alone, and not of its seconds', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    const region = element.shadowRoot!.querySelector('[part=panel] [aria-live=polite]')!;
    expect(read(region as HTMLElement)).to.equal('');
    (await client()).loseSocket();
    await reach(element, 'reconnecting');
    expect(region.querySelector('b')?.textContent).to.equal(en.connectionLost);
    expect(region.querySelector('[aria-live=off]')?.textContent).to.equal(kept(0));
    expect(the(element, 'status').textContent).to.equal('');
    await press(element, en.minimise);
    expect(the(element, 'status').textContent).to.equal(en.reconnecting);
    (await client()).ready([call.id]);
  });

  it('finds a name on everything that can be pressed', async () => {
    for (const arrive of Object.values(situations)) {
      const page = await openPage();
      await arrive(page);
      for (const button of page.element.shadowRoot?.querySelectorAll('button') ?? []) {
        expect(nameOf(button)).not.to.equal('');
      }
      page.element.remove();
    }
  });
});
