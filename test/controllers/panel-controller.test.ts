import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {en} from '../../src/locales/en.js';
import {all, nameOf, the} from '../fakes/look.js';
import {openPage, placedCall, press, reach, ring, talk, usual} from '../fakes/page.js';
import {plain} from '../fakes/token-endpoint.js';
import {settle} from '../fakes/until.js';

/** Role or name of what has the focus: a failing test shows words, not elements. */
const focused = (element: HTMLElement) => {
  const active = element.shadowRoot?.activeElement;
  return active && (active.getAttribute('role') ?? nameOf(active));
};

describe('The panel and the keyboard', () => {
  it('takes the focus when it opens, and gives it back to the button', async () => {
    const {element} = await openPage();
    await sendKeys({press: 'Tab'});
    expect(focused(element)).to.equal('Call us');
    await sendKeys({press: 'Enter'});
    await placedCall();
    await element.updateComplete;
    expect(focused(element)).to.equal('dialog');
    await press(element, 'Cancel');
    expect(focused(element)).to.equal('Call us');
  });

  it('Escape hides a live panel without hanging up; the button shows the call and opens it again', async () => {
    const {element} = await openPage();
    await talk(element);
    await sendKeys({press: 'Escape'});
    await element.updateComplete;
    expect(all(element, 'dialog')).to.have.length(0);
    expect(element.state).to.equal('active');
    const button = the(element, 'button', /In call/);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(focused(element)).to.equal(nameOf(button));
    await sendKeys({press: 'Enter'});
    await element.updateComplete;
    expect(focused(element)).to.equal('dialog');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
  });

  it('Escape puts an ended one away', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    call.bye();
    await reach(element, 'ended');
    await sendKeys({press: 'Escape'});
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    expect(focused(element)).to.equal('Call us');
  });

  it('keeps the focus inside when the control that had it goes with its state', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    the(element, 'button', 'Hang up').focus();
    call.bye();
    await reach(element, 'ended');
    expect(focused(element)).to.equal('dialog');
  });

  it('gives the focus back to the page’s own button, and not to one that has gone with its menu', async () => {
    for (const hidden of [false, true]) {
      const {element} = await openPage(html`
        <div>
          <p id="menu"><button data-telnyx-call>Talk to us</button></p>
          ${usual}
        </div>
      `);
      const menu = document.querySelector<HTMLElement>('#menu')!;
      menu.querySelector('button')!.focus();
      await sendKeys({press: 'Enter'});
      await placedCall();
      await element.updateComplete;
      expect(focused(element)).to.equal('dialog');
      menu.hidden = hidden;
      await sendKeys({press: 'Escape'});
      await element.updateComplete;
      if (hidden) expect(focused(element)).to.match(/^(Connecting|Getting ready)/);
      else expect(document.activeElement === menu.querySelector('button')).to.equal(true);
      element.parentElement!.remove();
      await settle();
    }
  });

  it('gives the focus back also from the page’s own link in it, and never takes it from there', async () => {
    const {element, endpoint, complaints} = await openPage();
    endpoint.first.push(plain('', {status: 429}));
    await press(element, 'Call us');
    await reach(element, 'failed');
    const link = element.querySelector('a')!;
    link.focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(document.activeElement === link).to.equal(true);
    await sendKeys({press: 'Escape'});
    await element.updateComplete;
    expect(focused(element)).to.equal('Call us');
    complaints();
  });

  it('is walked through in the order that it is read', async () => {
    const {element} = await openPage();
    await talk(element);
    const walked: string[] = [];
    for (let steps = 0; steps < 6; steps++) {
      await sendKeys({press: 'Tab'});
      walked.push(focused(element) ?? '');
    }
    expect(walked).to.deep.equal([en.minimise, en.mute, en.keypad, en.hold, en.audio, en.hangUp]);
  });

  it('leaves the focus with somebody who types elsewhere when the call ends', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    await press(element, 'Hide the call panel');
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Name" />`);
    input.focus();
    call.bye();
    await reach(element, 'ended');
    expect(all(element, 'dialog')).to.have.length(1);
    expect(document.activeElement === input).to.equal(true);
  });
});

describe('The panel’s place', () => {
  afterEach(() => setViewport({width: 800, height: 600}));

  const inView = (panel: HTMLElement) => {
    const {left, top, right, bottom} = panel.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  };

  it('is the top layer, beside the button, and follows it when the window changes', async () => {
    await setViewport({width: 800, height: 600});
    const {element} = await openPage();
    await ring(element);
    const panel = the(element, 'dialog');
    expect(panel.matches(':popover-open')).to.equal(true);
    expect(inView(panel)).to.equal(true);
    const before = panel.getBoundingClientRect().left;
    element.style.marginInlineStart = '300px';
    window.dispatchEvent(new Event('resize'));
    expect(panel.getBoundingClientRect().left).to.be.above(before);
    expect(inView(panel)).to.equal(true);
  });

  it('is not on paper', async () => {
    const {element} = await openPage();
    await ring(element);
    const panel = the(element, 'dialog');
    expect(panel.checkVisibility()).to.equal(true);
    await emulateMedia({media: 'print'});
    expect(panel.checkVisibility()).to.equal(false);
    await emulateMedia({media: 'screen'});
  });

  it('is the foot of a small screen, as wide as it', async () => {
    await setViewport({width: 360, height: 640});
    const {element} = await openPage();
    await ring(element);
    const panel = the(element, 'dialog');
    await Promise.all(panel.getAnimations().map(({finished}) => finished));
    const {left, width, bottom} = panel.getBoundingClientRect();
    expect({left, width}).to.deep.equal({left: 0, width: innerWidth});
    expect(Math.round(bottom)).to.equal(innerHeight);
  });

  it('is flush with the right edge of the button where text runs from right to left', async () => {
    await setViewport({width: 800, height: 600});
    const {element} = await openPage(html`<div dir="rtl">${usual}</div>`);
    await ring(element);
    const button = the(element, 'button', 'Call us').getBoundingClientRect();
    const panel = the(element, 'dialog').getBoundingClientRect();
    expect(Math.abs(panel.right - button.right)).to.be.at.most(1);
    expect(inView(the(element, 'dialog'))).to.equal(true);
  });

  it('does not change its height between connecting, ringing and talking', async () => {
    await setViewport({width: 800, height: 600});
    const {element} = await openPage(usual, 'granted');
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await settle();
    const call = await ring(element);
    const height = () => the(element, 'dialog').getBoundingClientRect().height;
    const ringing = height();
    call.answer();
    await element.updateComplete;
    expect(height()).to.equal(ringing);
  });
});
