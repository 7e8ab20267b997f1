import {expect, html} from '@open-wc/testing';
import {en} from '../src/locales/en.js';
import {the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, usual} from './fakes/page.js';
import {replace} from './fakes/replace.js';
import {FakeTime} from './fakes/time.js';

const LIVE = '[aria-live], [role=status], [role=log], [role=alert], [role=timer]';

/** What is read aloud of a node: not what is turned off in it. */
function aloud(node: Node): string {
  const copy = node.cloneNode(true);
  if (copy instanceof Element) copy.querySelectorAll('[aria-live=off]').forEach((silent) => silent.remove());
  return copy.textContent ?? '';
}

/** What a screen reader has to say of the changes in an element: the texts of its live regions, in order. */
function listen(root: ShadowRoot): string[] {
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    const regions = new Map<Element, string>();
    for (const {target, addedNodes, type} of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      // The role of the timer is not read out either.
      if (!region?.isConnected || region.matches('[aria-live=off], [role=timer]:not([aria-live])')) continue;
      const whole = region.matches('[role=status]') || type === 'characterData';
      const added = [...addedNodes].filter((node) => node.isConnected).map(aloud);
      regions.set(region, whole ? aloud(region) : (regions.get(region) ?? '') + added.join(''));
    }
    for (const text of regions.values()) {
      const words = text.replace(/\s+/g, ' ').trim();
      if (words) said.push(words);
    }
  });
  observer.observe(root, {subtree: true, childList: true, characterData: true});
  return said;
}

describe('Over a whole call a screen reader', () => {
  it('is told each change once, and neither the clock nor the meter', async () => {
    const time = new FakeTime();
    // A browser that asks for no tap to be heard.
    replace(HTMLMediaElement.prototype, 'play', () => Promise.resolve());
    const {element, microphone} = await openPage();
    const later = async (seconds: number) => {
      await time.pass(seconds * 1_000);
      await element.updateComplete;
    };
    const prompt = microphone.prompt();
    await press(element, 'Call us');
    await reach(element, 'permission');
    const said = listen(element.shadowRoot!);
    prompt.allow();
    const call = await placedCall();
    await element.updateComplete;
    call.trying();
    call.ring();
    await later(3);
    call.pickUp();
    await later(5);
    await press(element, en.mute);
    await later(2);
    await press(element, en.muted);
    await press(element, en.hold);
    await later(4);
    await press(element, en.resume);
    await later(4);
    (await client()).loseSocket();
    await reach(element, 'reconnecting');
    await later(3);
    (await client()).ready([call.id]);
    await reach(element, 'active');
    await later(3);
    call.bye();
    await reach(element, 'ended');
    await later(1);
    expect(said).to.deep.equal([
      en.preparing,
      en.connecting,
      en.ringing,
      en.active,
      en.held,
      en.active,
      en.connectionLost,
      en.active,
      en.ended.ended,
    ]);
  });
});

describe('Digits typed', () => {
  it('beside the panel, on the button or in the page, are the page’s', async () => {
    const {element} = await openPage(html`<div><input aria-label="Code" />${usual}</div>`);
    await press(element, 'Call us');
    const call = await placedCall();
    call.trying();
    call.pickUp();
    await reach(element, 'active');
    const field = element.parentElement!.querySelector('input')!;
    const button = element.shadowRoot!.querySelector('[part=button]')!;
    for (const [place, ours] of [
      [field, false],
      [button, false],
      [document.body, false],
      [the(element, 'button', en.hangUp), true],
    ] as const) {
      const event = new KeyboardEvent('keydown', {key: '5', bubbles: true, composed: true, cancelable: true});
      place.dispatchEvent(event);
      expect(event.defaultPrevented, place.localName).to.equal(ours);
    }
    expect((await client()).asked('telnyx_rtc.info')).to.equal(1);
  });
});
