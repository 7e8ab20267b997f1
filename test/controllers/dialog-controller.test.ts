import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {LitElement, nothing} from 'lit';
import {DialogController} from '../../src/controllers/dialog-controller.js';
import {en} from '../../src/locales/en.js';
import {dialog, type DialogModel} from '../../src/view/dialog.js';
import {nameOf} from '../fakes/look.js';
import {settle} from '../fakes/until.js';
import {english} from '../fakes/words.js';

/** An element with a button, as the real one, that shows the dialog when it is told to. */
class TestDialogHost extends LitElement {
  /** What another controller does after a render. */
  meanwhile: () => void = () => undefined;
  readonly other = this.addController({hostUpdated: () => this.meanwhile()});
  readonly controller = new DialogController(this);
  model: DialogModel | undefined;
  cancelled = 0;

  async show(change?: Partial<DialogModel>): Promise<void> {
    this.model = change && {...usual, ...change};
    this.requestUpdate();
    await this.updateComplete;
  }

  protected override render() {
    const cancel = () => {
      this.cancelled++;
      void this.show();
    };
    const no = () => undefined;
    return html`<button part="button">Call us</button>
      ${this.model ? dialog(this.model, english, {retry: no, cancel, hangUp: no, reload: no}) : nothing}`;
  }

  get dialog(): HTMLElement | null {
    return this.shadowRoot!.querySelector('[part=dialog]');
  }

  /** Name of what has the focus in the element. */
  get focused(): string | null {
    const {activeElement} = this.shadowRoot!;
    return activeElement && nameOf(activeElement);
  }
}
customElements.define('test-dialog-host', TestDialogHost);

const usual: DialogModel = {
  code: 'microphone-denied',
  guide: 'chrome',
  system: 'other',
  site: 'shop.example',
  page: 'https://shop.example/',
  rtl: false,
  asking: false,
  talking: false,
  reload: false,
};
const title = en.dialog.title['microphone-denied'];

async function setUp() {
  const room = await fixture<HTMLElement>(html`
    <div>
      <input aria-label="Name" />
      <test-dialog-host></test-dialog-host>
    </div>
  `);
  const host = room.querySelector<TestDialogHost>('test-dialog-host')!;
  const button = host.shadowRoot!.querySelector('button')!;
  return {room, host, button, input: room.querySelector('input')!};
}

describe('The recovery dialog and the keyboard', () => {
  it('opens before the page, with the focus on what is wrong, and gives the focus back', async () => {
    const {host, button} = await setUp();
    button.focus();
    await host.show({});
    expect(host.dialog?.matches(':modal')).to.equal(true);
    expect(host.focused).to.equal(title);
    await host.show();
    expect(host.dialog).to.equal(null);
    expect(host.focused).to.equal('Call us');
  });

  it('Escape cancels, once, each time', async () => {
    const {host, button} = await setUp();
    for (const times of [1, 2]) {
      button.focus();
      await host.show({});
      await sendKeys({press: 'Escape'});
      await settle();
      expect(host.cancelled).to.equal(times);
      expect(host.dialog).to.equal(null);
      expect(host.focused).to.equal('Call us');
    }
  });

  it('keeps the focus where it is while the texts change', async () => {
    const {host} = await setUp();
    await host.show({});
    await sendKeys({press: 'Tab'});
    expect(host.focused).to.equal(en.tryAgain);
    await host.show({asking: true});
    expect(host.focused).to.equal(en.dialog.waiting);
    await host.show({code: 'microphone-missing'});
    expect(host.focused).to.equal(en.tryAgain);
  });

  it('gives the focus back to an element of the page that started the call', async () => {
    const {host, input} = await setUp();
    input.focus();
    await host.show({});
    expect(host.focused).to.equal(title);
    await host.show();
    expect(document.activeElement === input).to.equal(true);
  });

  it('gives the focus to the button where the place it came from is gone', async () => {
    const {host, input} = await setUp();
    input.focus();
    await host.show({});
    input.remove();
    await host.show();
    expect(host.focused).to.equal('Call us');
  });

  it('leaves the focus to what takes its place', async () => {
    const {host, input} = await setUp();
    input.focus();
    await host.show({});
    host.meanwhile = () => host.shadowRoot!.querySelector('button')!.focus();
    await host.show();
    expect(host.focused).to.equal('Call us');
  });

  it('gives the focus back even if a click beside the dialog took it away', async () => {
    const {host, button} = await setUp();
    button.focus();
    await host.show({});
    (host.shadowRoot!.activeElement as HTMLElement).blur();
    expect(host.focused).to.equal(null);
    await host.show();
    expect(host.focused).to.equal('Call us');
  });

  it('stays modal where the element is moved', async () => {
    const {host, room} = await setUp();
    await host.show({});
    room.append(document.createElement('p'), host);
    await host.updateComplete;
    expect(host.dialog?.matches(':modal')).to.equal(true);
    expect(host.focused).to.equal(title);
    expect(host.cancelled).to.equal(0);
  });

  it('leaves nothing where the element is removed', async () => {
    const {host, input, room} = await setUp();
    input.focus();
    await host.show({});
    host.remove();
    const other = room.appendChild(document.createElement('input'));
    other.focus();
    await host.show();
    expect(document.activeElement === other).to.equal(true);
    expect(document.querySelector(':modal')).to.equal(null);
  });
});

describe('The recovery dialog in a call', () => {
  it('leaves the page as it is, and the focus with somebody who types', async () => {
    const {host, input} = await setUp();
    input.focus();
    await host.show({talking: true});
    expect(host.dialog?.matches(':popover-open')).to.equal(true);
    expect(document.activeElement === input).to.equal(true);
    await sendKeys({type: 'still here'});
    expect(input.value).to.equal('still here');
    await host.show();
    expect(document.activeElement === input).to.equal(true);
  });

  it('takes the focus that was in the widget, and Escape gives it back', async () => {
    const {host, button} = await setUp();
    button.focus();
    await host.show({talking: true});
    expect(host.focused).to.equal(title);
    await sendKeys({press: 'Escape'});
    await settle();
    expect(host.cancelled).to.equal(1);
    expect(host.focused).to.equal('Call us');
  });

  it('stays in view where the element is moved', async () => {
    const {host, room} = await setUp();
    await host.show({talking: true});
    room.append(host);
    await host.updateComplete;
    expect(host.dialog?.matches(':popover-open')).to.equal(true);
  });

  it('follows a modal one when the call is up, and gives the focus back to where it was before both', async () => {
    const {host, button} = await setUp();
    button.focus();
    await host.show({});
    await host.show({talking: true});
    expect(host.dialog?.matches(':popover-open')).to.equal(true);
    expect(document.querySelector(':modal')).to.equal(null);
    expect(host.focused).to.equal(title);
    await host.show();
    expect(host.focused).to.equal('Call us');
  });
});

declare global {
  interface HTMLElementTagNameMap {
    'test-dialog-host': TestDialogHost;
  }
}
