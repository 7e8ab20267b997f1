import {expect, html} from '@open-wc/testing';
import type {MicrophoneReport, TelnyxCallButton} from '../src/index.js';
import {en} from '../src/locales/en.js';
import {FakeAudioContext, touch} from './fakes/audio-context.js';
import {FakeDevices} from './fakes/devices.js';
import {all, read, the} from './fakes/look.js';
import {openPage, placedCall, press, reach, talk, usual} from './fakes/page.js';
import {remove, replace} from './fakes/replace.js';
import {FakeTime} from './fakes/time.js';
import {settle, until} from './fakes/until.js';

/** Longer than anybody waits before they talk (ms). */
const LONG_MS = 7_000;
/** As long as a word (ms). */
const WORD_MS = 700;

const shown = (element: TelnyxCallButton) => all(element, 'dialog', 'Check your microphone').length > 0;

/** The page while its microphone is tried out. */
async function tryOut(markup = usual, permission: PermissionState = 'granted') {
  const page = await openPage(markup, permission);
  const {element} = page;
  await element.warm();
  const time = new FakeTime();
  const reports: Array<MicrophoneReport | undefined> = [];
  const begin = () => void element.checkMicrophone().then((report) => reports.push(report));
  begin();
  await until(() => shown(element), 'the panel');
  /** It is so loud (amplitude) for so long (ms). */
  const hear = async (amplitude: number, ms: number) => {
    FakeAudioContext.amplitude = amplitude;
    await time.pass(ms);
    await element.updateComplete;
  };
  return {...page, reports, hear, begin};
}

describe('A try of the microphone', () => {
  beforeEach(() => touch());

  it('goes on when the page answers, and nobody calls', async () => {
    const {element, microphone} = await tryOut();
    await element.answer();
    expect([element.state, microphone.on, shown(element)]).to.deep.equal(['idle', true, true]);
    await press(element, 'Close');
    expect(microphone.on).to.equal(false);
  });

  it('hears the visitor: says so in the panel and to the page, and goes on until it is closed', async () => {
    const {element, reports, hear, microphone, events} = await tryOut();
    await until(() => read(element).includes('Say something…'));
    await hear(0.5, WORD_MS);
    expect(read(element)).to.contain('We can hear you.');
    expect(reports).to.have.length(1);
    expect(reports[0]).to.include({verdict: 'heard'});
    expect(reports[0]?.peak).to.be.within(0.5, 1);
    expect(microphone.on).to.equal(true);
    await press(element, 'Close');
    expect(microphone.on).to.equal(false);
    expect(FakeAudioContext.made.every(({closed}) => closed)).to.equal(true);
    expect(shown(element)).to.equal(false);
    expect(element.state).to.equal('idle');
    expect(events).to.deep.equal([]);
  });

  it('says that it hears nothing, and still hears who talks then', async () => {
    const {element, reports, hear} = await tryOut();
    await hear(0, LONG_MS);
    expect(read(element)).to.contain('We can’t hear anything.');
    expect(reports).to.deep.equal([{verdict: 'silent', device: reports[0]?.device, peak: 0}]);
    await hear(0.5, WORD_MS);
    expect(read(element)).to.contain('We can hear you.');
    await press(element, 'Close');
  });

  it('says nothing of a browser that measures nothing', async () => {
    replace(navigator, 'userActivation', {hasBeenActive: false, isActive: false} as UserActivation);
    const {element, reports, hear} = await tryOut();
    await hear(0, LONG_MS);
    expect(read(element)).to.contain('Say something…');
    await press(element, 'Close');
    await settle();
    expect(reports[0]?.verdict).to.equal('closed');
  });

  for (const [how, leave] of [
    ['Close', (element: TelnyxCallButton) => press(element, 'Close')],
    ['hangUp()', (element: TelnyxCallButton) => element.hangUp()],
    ['its removal', async (element: TelnyxCallButton) => element.remove()],
    ['the page that goes', async () => void window.dispatchEvent(new Event('pagehide'))],
  ] as const)
    it(`is over with ${how}: the microphone is off`, async () => {
      const {element, reports, microphone} = await tryOut();
      await until(() => microphone.streams.length);
      await leave(element);
      await settle();
      expect(microphone.on).to.equal(false);
      expect(reports[0]).to.deep.equal({verdict: 'closed', device: reports[0]?.device, peak: 0});
      expect(shown(element)).to.equal(false);
    });

  it('goes over into the call that is started in it, without a second question', async () => {
    const {element, microphone, reports} = await tryOut();
    await until(() => microphone.streams.length);
    await press(element, 'Start the call');
    const call = await placedCall();
    call.trying();
    call.ring();
    call.pickUp();
    await reach(element, 'active');
    expect(microphone.asked).to.have.length(1);
    expect(reports[0]?.verdict).to.equal('closed');
    expect(all(element, 'dialog', 'Call')).to.have.length(1);
  });

  it('is over, and says why, if no call can begin: somebody calls at another button', async () => {
    const {element, microphone, reports} = await tryOut(html`<div>${usual}${usual}</div>`);
    await until(() => microphone.streams.length);
    const other = element.nextElementSibling as TelnyxCallButton;
    void other.call();
    await placedCall();
    await press(element, 'Start the call');
    await reach(element, 'failed');
    await settle();
    expect(reports[0]?.verdict).to.equal('closed');
    expect(shown(element)).to.equal(false);
    expect(read(the(element, 'dialog'))).to.contain(en.failed['another-call']);
    expect(microphone.streams[0]?.getTracks().every(({readyState}) => readyState === 'ended')).to.equal(true);
    await other.hangUp();
  });

  it('offers the microphones, and the one that is chosen is the calls’, too', async () => {
    const page = openPage(usual, 'granted');
    const {element, microphone} = await page;
    new FakeDevices(microphone);
    void element.checkMicrophone();
    await until(() => all(element, 'list', 'Microphone').length, 'the list');
    const list = the(element, 'list', 'Microphone') as HTMLSelectElement;
    list.value = 'headset';
    list.dispatchEvent(new Event('change'));
    await until(() => (the(element, 'list', 'Microphone') as HTMLSelectElement).value === 'headset');
    await press(element, 'Close');
    await element.call();
    await placedCall();
    expect(microphone.asked.at(-1)?.audio).to.deep.include({deviceId: {exact: 'headset'}});
  });

  it('leads somebody whose microphone is blocked back to it: no call begins, and the try goes on', async () => {
    const page = await openPage(usual, 'denied');
    const {element, microphone, events} = page;
    microphone.refuse('NotAllowedError');
    const report = element.checkMicrophone();
    await until(() => read(element).includes('Your microphone is blocked'), 'the dialog');
    expect(read(element)).not.to.contain('The call starts by itself');
    expect(element.state).to.equal('idle');
    microphone.give();
    microphone.decide('granted');
    await until(() => shown(element), 'the panel');
    expect(events).to.deep.equal([]);
    await press(element, 'Close');
    expect((await report)?.verdict).to.equal('closed');
  });

  it('tells the page why there is none, once the visitor has given up', async () => {
    const {element, microphone} = await openPage(usual, 'granted');
    microphone.refuse('NotFoundError');
    const report = element.checkMicrophone();
    await until(() => read(element).includes('No microphone found'), 'the dialog');
    await press(element, 'Cancel');
    expect(await report).to.deep.equal({
      verdict: 'blocked',
      device: '',
      peak: 0,
      reason: 'microphone-missing',
    });
    expect(element.state).to.equal('idle');
  });

  it('says so where no browser gives one', async () => {
    remove(window, 'RTCPeerConnection');
    const {element} = await openPage();
    const report = element.checkMicrophone();
    await until(() => read(element).includes('This browser can’t make calls'), 'the dialog');
    await press(element, 'Close');
    expect(await report).to.include({verdict: 'blocked', reason: 'unsupported'});
  });

  it('listens to the microphone of a call without disturbing it', async () => {
    const {element, microphone} = await openPage(usual, 'granted');
    await talk(element);
    FakeAudioContext.amplitude = 0.5;
    expect(await element.checkMicrophone()).to.include({verdict: 'heard'});
    expect(microphone.asked).to.have.length(1);
    expect(all(element, 'dialog').length).to.equal(1);
    expect(element.state).to.equal('active');
  });

  it('is one, however often it is asked for; and can be made again', async () => {
    const {element, reports, hear, microphone, begin} = await tryOut();
    begin();
    await settle();
    await hear(0.5, WORD_MS);
    expect(microphone.asked).to.have.length(1);
    expect(reports.map((report) => report?.verdict)).to.deep.equal(['heard', 'heard']);
    begin();
    await settle();
    await hear(0, LONG_MS);
    expect(reports[2]?.verdict).to.equal('silent');
    await press(element, 'Close');
  });

  it('can be had by a button of the page, and after a call', async () => {
    const page = html`<div>${usual}<button commandfor="other">Try</button></div>`;
    const {element} = await openPage(page, 'granted');
    element.dispatchEvent(Object.assign(new Event('command'), {command: '--check-microphone'}));
    await until(() => shown(element), 'the panel');
    await press(element, 'Close');
    const call = await talk(element);
    call.bye();
    await reach(element, 'ended');
    await press(element, 'Check your microphone');
    await until(() => shown(element), 'the panel');
    await press(element, 'Close');
    expect(element.state).to.equal('idle');
  });

  it('is nothing in a preview, and for a button that has gone', async () => {
    const {element} = await openPage();
    await element.warm();
    element.remove();
    expect((await element.checkMicrophone())?.verdict).to.equal('closed');
    document.body.append(element);
    element.preview = 'active';
    expect((await element.checkMicrophone())?.verdict).to.equal('closed');
    element.remove();
  });
});
