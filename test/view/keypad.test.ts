import {expect, html} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {pasted} from '../../src/view/typed.js';
import {active, ringing, silence} from '../fakes/samples.js';
import {all, nameOf, read, the} from '../fakes/look.js';
import {devices, showPanel} from '../fakes/panel.js';

const page = {page: 'keypad'} as const;

/** Presses a key where the focus is in the panel. */
function type(room: HTMLElement, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, composed: true, ...more});
  the(room, 'button', en.hangUp).dispatchEvent(event);
  return event;
}

describe('The keypad', () => {
  it('has the twelve keys of a telephone, each with a name', async () => {
    const {room, asked} = await showPanel(active(), page);
    const keys = all(the(room, 'group', en.keypad), 'button');
    expect(keys.map(nameOf)).to.deep.equal([...'123456789', en.keys.star, '0', en.keys.hash]);
    for (const key of keys) key.click();
    expect(asked).to.deep.equal([...'123456789*0#'].map((digit) => `send ${digit}`));
  });

  it('leads back, hides the panel and hangs up', async () => {
    const {room, asked} = await showPanel(active(), page);
    for (const name of [en.back, en.minimise, en.hangUp]) the(room, 'button', name).click();
    expect(asked).to.deep.equal(['turn to call', 'minimise', 'hang up']);
  });

  it('says what was sent, each digit once', async () => {
    const empty = await showPanel(active(), page);
    expect(read(the(empty.room, 'log', en.digits))).to.equal('');
    expect(read(empty.room)).to.contain(en.active);
    const {room} = await showPanel(active({digits: '12#'}), page);
    const log = the(room, 'log', en.digits);
    expect(log.textContent.trim()).to.equal('12#');
    expect(log.querySelectorAll('i')).to.have.length(3);
  });

  it('can’t be used without the connection, and keeps the focus', async () => {
    const {room, asked} = await showPanel(active({lost: silence}), page);
    const key = the(room, 'button', '5');
    key.focus();
    key.click();
    expect(key === document.activeElement).to.equal(true);
    expect(key.getAttribute('aria-disabled')).to.equal('true');
    expect(asked).to.deep.equal([]);
  });
});

describe('Digits from the keyboard', () => {
  it('go to the far end from every page of the panel, and not to the page around it', async () => {
    for (const page of ['call', 'keypad', 'audio'] as const) {
      const {room, asked} = await showPanel(active({devices}), {page});
      let heard = 0;
      room.addEventListener('keydown', () => (heard += 1));
      for (const key of '0*#') expect(type(room, key).defaultPrevented).to.equal(true);
      expect(asked).to.deep.equal(['send 0', 'send *', 'send #']);
      expect(heard).to.equal(0);
      type(room, 'Tab');
      expect(heard).to.equal(1);
    }
  });

  it('stay with a list, which finds its entries by them, and with a field of the page’s own', async () => {
    const link = html`<p><input aria-label="Yours" /><textarea></textarea></p>`;
    const {room, asked} = await showPanel(active({devices}), {page: 'audio', title: link as never});
    const press = (field: Element): boolean =>
      field.dispatchEvent(new KeyboardEvent('keydown', {key: '2', bubbles: true, cancelable: true}));
    for (const field of room.querySelectorAll('select, textarea, input[aria-label]'))
      expect(press(field), field.localName).to.equal(true);
    expect(asked).to.deep.equal([]);
    expect(press(room.querySelector('[type=range]')!)).to.equal(false);
    expect(asked).to.deep.equal(['send 2']);
  });

  it('are not looked for in an event without a key, as browsers send when they fill in a form', async () => {
    const {room, asked} = await showPanel(active());
    const event = new Event('keydown', {bubbles: true, cancelable: true});
    the(room, 'button', en.hangUp).dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(asked).to.deep.equal([]);
  });

  it('are sent once, however long the key is held', async () => {
    const {room, asked} = await showPanel(active());
    type(room, '5');
    type(room, '5', {repeat: true});
    expect(asked).to.deep.equal(['send 5']);
  });

  it('are left to the browser with a modifier, but for a # that needs one', async () => {
    const {room, asked} = await showPanel(active());
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) type(room, '1', {[modifier]: true});
    for (const key of ['a', 'F1', 'Enter', '+', ' ']) type(room, key);
    expect(asked).to.deep.equal([]);
    type(room, '#', {altKey: true});
    type(room, '#', {altKey: true, ctrlKey: true});
    expect(asked).to.deep.equal(['send #', 'send #']);
  });

  it('may be those of the visitor’s own script', async () => {
    const {room, asked} = await showPanel(active());
    for (const key of '٣۴५９') type(room, key);
    expect(asked).to.deep.equal(['send 3', 'send 4', 'send 5', 'send 9']);
  });

  it('mean nothing before both can talk, without the connection, or without a keypad', async () => {
    for (const shown of [
      await showPanel(active({leaving: true})),
      await showPanel(active({lost: silence})),
      await showPanel(active(), {controls: new Set(['mute'])}),
    ]) {
      expect(type(shown.room, '1').defaultPrevented).to.equal(false);
      expect(shown.asked).to.deep.equal([]);
    }
    const early = await showPanel(ringing());
    early.room.querySelector('section')!.dispatchEvent(new KeyboardEvent('keydown', {key: '1'}));
    expect(early.asked).to.deep.equal([]);
  });
});

describe('Digits from the clipboard', () => {
  it('are sent without what people write between them', () => {
    const texts = ['1234', ' 12 34-56#\n', '+49 (0)30/12.34', '١٢٣'];
    expect(texts.map(pasted)).to.deep.equal(['1234', '123456#', '490301234', '123']);
  });

  it('are sent without the marks that nobody sees or that look like a hyphen', () => {
    const texts = [
      '\u202a+49 30 12\u202c',
      '\u200e12\u200b34',
      '12\u201334\u201156',
      '12\u00ad34',
      '12\u221234',
    ];
    expect(texts.map(pasted)).to.deep.equal(['493012', '1234', '123456', '1234', '1234']);
  });

  it('are not picked out of a text', () => {
    for (const text of ['', '  ', 'my code is 1234', 'A1', '<b>1</b>', '1'.repeat(41)])
      expect(pasted(text)).to.equal('');
  });
});

describe('Escape', () => {
  it('leads one step out', async () => {
    for (const [page, step] of [
      ['keypad', 'turn to call'],
      ['audio', 'turn to call'],
      ['call', 'minimise'],
    ] as const) {
      const {room, asked} = await showPanel(active({devices}), {page});
      expect(type(room, 'Escape').defaultPrevented, 'a dialog of the page stays open').to.equal(true);
      expect(asked).to.deep.equal([step]);
    }
  });
});
