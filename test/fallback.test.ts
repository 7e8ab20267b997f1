import {expect, fixture, html} from '@open-wc/testing';
import type {TelnyxCallButton} from '../src/index.js';
import {en} from '../src/locales/en.js';
import {all, nameOf, read, the} from './fakes/look.js';
import {openPage, placedCall, press, reach, usual} from './fakes/page.js';
import {remove, replace} from './fakes/replace.js';
import {plain, tokenUrl} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';

const link = 'Call +1 234 567 8900';

describe('The page’s own link', () => {
  it('is never shown beside a working button', async () => {
    const {element} = await openPage();
    expect(all(element, 'link')).to.have.length(0);
    expect(all(element, 'button')).to.have.length(1);
  });

  const unable: Record<string, () => void> = {
    'on a page that is not secure': () => replace(window, 'isSecureContext', false),
    'in a browser without WebRTC': () => remove(window, 'RTCPeerConnection' as keyof Window),
    'in a browser without microphones': () => replace(navigator, 'mediaDevices', undefined as never),
  };
  for (const [where, makeSo] of Object.entries(unable)) {
    it(`is shown in place of the button ${where}, and nothing is complained about`, async () => {
      await openPage();
      makeSo();
      const element = await fixture<TelnyxCallButton>(usual);
      expect(all(element, 'button')).to.have.length(0);
      expect(all(element, 'link').map(nameOf)).to.deep.equal([link]);
    });
  }

  it('is shown without a token URL, which is said once', async () => {
    const {element, complaints} = await openPage(
      html`<telnyx-call-button destination="+123"><a href="tel:+123">Phone</a></telnyx-call-button>`,
    );
    expect(all(element, 'button')).to.have.length(0);
    expect(nameOf(the(element, 'link'))).to.equal('Phone');
    element.label = 'Other';
    await element.updateComplete;
    expect(complaints()).to.deep.equal(['warn <telnyx-call-button>: set token-url.']);
    element.tokenUrl = tokenUrl;
    await element.updateComplete;
    expect(all(element, 'button', 'Other')).to.have.length(1);
    expect(all(element, 'link')).to.have.length(0);
  });

  it('is made from the destination where the page has none', async () => {
    const {element, complaints} = await openPage(
      html`<telnyx-call-button destination="+1 234 567"></telnyx-call-button>`,
    );
    expect(the(element, 'link').getAttribute('href')).to.equal('tel:+1234567');
    expect(nameOf(the(element, 'link'))).to.equal('+1234567');
    complaints();
  });

  it('is made from the destination also where the page has white space, an icon or a label', async () => {
    const {element, complaints} = await openPage(html`
      <telnyx-call-button destination="+1 234 567">
        <i slot="icon"></i>
        Talk to us
      </telnyx-call-button>
    `);
    expect(the(element, 'link').checkVisibility()).to.equal(true);
    complaints();
  });

  it('is in the panel, too, whatever the button says', async () => {
    const {element, complaints} = await openPage(html`
      <telnyx-call-button token-url="javascript:void 0" destination="+123">Talk to us</telnyx-call-button>
    `);
    await press(element, 'Talk to us');
    await reach(element, 'failed');
    const dialog = the(element, 'dialog');
    expect(all(element, 'link', '+123').some((link) => link.checkVisibility())).to.equal(true);
    expect(read(dialog)).not.to.contain('Talk to us');
    complaints();
  });

  it('stands where the visitor is told that calling is not possible, and again in the page after that', async () => {
    const {element, complaints} = await openPage(html`
      <telnyx-call-button token-url=${tokenUrl}><a href="tel:+123">Phone</a></telnyx-call-button>
    `);
    replace(window, 'RTCPeerConnection', undefined as never);
    element.requestUpdate();
    await element.updateComplete;
    expect(all(element, 'link').map(nameOf)).to.deep.equal(['Phone']);
    await element.call();
    await reach(element, 'failed');
    await until(() => element.shadowRoot!.querySelector('dialog'), 'the dialog is there');
    const slot = element.querySelector('a')!.assignedSlot!;
    expect(slot.closest('[part=dialog]')).to.not.equal(null);
    await press(element, 'Close');
    expect(all(element, 'link').map(nameOf)).to.deep.equal(['Phone']);
    expect(all(element, 'button')).to.have.length(0);
    complaints();
  });

  it('is nothing at all in a corner where there is nothing to follow', async () => {
    const {element, complaints} = await openPage(
      html`<telnyx-call-button layout="floating">Talk to us</telnyx-call-button>`,
    );
    expect(element.shadowRoot!.querySelector('.place')!.childElementCount).to.equal(0);
    complaints();
  });

  it('is not made from a name or a SIP address; the text of the page stays', async () => {
    const {element, complaints} = await openPage(
      html`<telnyx-call-button destination="sip:jo@voip.example">Ask for Jo</telnyx-call-button>`,
    );
    expect(all(element, 'link')).to.have.length(0);
    expect(read(element)).to.equal('Ask for Jo');
    complaints();
  });
});

describe('A page that mends what was wrong', () => {
  it('gets its button back', async () => {
    const {element, endpoint, complaints} = await openPage();
    endpoint.first.push(plain('', {status: 403}));
    await press(element, 'Call us');
    await reach(element, 'failed');
    await press(element, 'Close');
    expect(all(element, 'button')).to.have.length(0);
    element.tokenUrl = `${tokenUrl}/other`;
    await element.updateComplete;
    expect(all(element, 'link')).to.have.length(0);
    await press(element, 'Call us');
    await placedCall();
    complaints();
  });
});

describe('The header', () => {
  it('names the business in the panel', async () => {
    const {element} = await openPage(html`
      <telnyx-call-button token-url=${tokenUrl} destination="+123"
        ><b slot="header">A business</b></telnyx-call-button
      >
    `);
    await press(element, 'Call us');
    await placedCall();
    expect(read(the(element, 'dialog')))
      .to.contain('A business')
      .and.not.to.contain('Call us');
  });
});

describe('The button says', () => {
  const tag = (label: string | undefined, text: string) =>
    html`<telnyx-call-button token-url=${tokenUrl} label=${label ?? ''}>${text}</telnyx-call-button>`;

  it('what its label says', async () => {
    const {element} = await openPage(tag('Talk to us', 'Other text'));
    expect(all(element, 'button').map(nameOf)).to.deep.equal(['Talk to us']);
    element.label = 'Ring us';
    await element.updateComplete;
    expect(all(element, 'button').map(nameOf)).to.deep.equal(['Ring us']);
  });

  it('else the page’s own text', async () => {
    const {element} = await openPage(tag(undefined, ' Speak to a person '));
    expect(all(element, 'button').map(nameOf)).to.deep.equal(['Speak to a person']);
  });

  it('also once the page has changed that text, or written it late', async () => {
    const {element} = await openPage(html`<telnyx-call-button token-url=${tokenUrl}></telnyx-call-button>`);
    const said = async () => {
      await settle();
      return all(element, 'button').map(nameOf);
    };
    expect(await said()).to.deep.equal(['Call us']);
    element.append('Talk to us');
    expect(await said()).to.deep.equal(['Talk to us']);
    (element.firstChild as Text).data = 'Sprich mit uns';
    expect(await said()).to.deep.equal(['Sprich mit uns']);
    element.innerHTML = '<a href="tel:+123">Phone</a>';
    expect(await said()).to.deep.equal(['Call us']);
  });

  it('also where the visitor’s browser has translated it', async () => {
    const {element} = await openPage(html`<telnyx-call-button token-url=${tokenUrl}></telnyx-call-button>`);
    element.innerHTML = '<font dir="auto"><font>Sprich mit uns</font></font>';
    await settle();
    expect(all(element, 'button').map(nameOf)).to.deep.equal(['Sprich mit uns']);
  });

  it('which may stand beside an icon or a title of the page’s own', async () => {
    const {element} = await openPage(html`
      <telnyx-call-button token-url=${tokenUrl}>
        <i slot="icon"></i>
        Speak to a person
        <b slot="header">A business</b>
      </telnyx-call-button>
    `);
    expect(all(element, 'button').map(nameOf)).to.deep.equal(['Speak to a person']);
  });

  it('else “Call us”, not what the fallback link says', async () => {
    const {element} = await openPage();
    expect(all(element, 'button').map(nameOf)).to.deep.equal(['Call us']);
  });
});

describe('What the page has written wrong', () => {
  it('is read as text where its code has set something else', async () => {
    const {element} = await openPage();
    Object.assign(element, {
      tokenUrl: new URL(tokenUrl, location.href),
      destination: 12345,
      callerName: 5,
      controls: ['mute'],
    });
    await element.updateComplete;
    await press(element, 'Call us');
    expect((await placedCall()).options.destinationNumber).to.equal('12345');
    expect(all(element, 'button', 'Mute')).to.have.length(1);
    expect(all(element, 'button', 'Hold')).to.have.length(0);
  });

  it('is said once per value, and never hides the button or throws', async () => {
    const {element, complaints} = await openPage(html`
      <telnyx-call-button token-url=${tokenUrl} destination="+123" warm-up="always" signaling-url="ftp://x">
      </telnyx-call-button>
    `);
    for (let times = 0; times < 3; times++) element.dispatchEvent(new PointerEvent('pointerenter'));
    await press(element, 'Call us');
    const said = complaints();
    expect(said).to.have.length(2);
    expect(said.join()).to.contain('warm-up="always"').and.to.contain('signaling-url="ftp://x"');
    expect(said.every((line) => line.startsWith('warn <telnyx-call-button>: '))).to.equal(true);
  });

  it('a token URL that is none is said, and the visitor is told that calling is not set up', async () => {
    const {element, complaints} = await openPage(
      html`<telnyx-call-button token-url="javascript:void 0" destination="+123"></telnyx-call-button>`,
    );
    await press(element, 'Call us');
    await reach(element, 'failed');
    expect(read(the(element, 'dialog'))).to.contain(en.failed['not-configured']);
    await press(element, 'Close');
    expect(all(element, 'button')).to.have.length(0);
    expect(all(element, 'link').map(nameOf)).to.deep.equal(['+123']);
    expect(complaints().join()).to.contain('token-url="javascript:void 0"');
  });
});
