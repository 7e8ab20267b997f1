import {expect} from '@open-wc/testing';
import {BrowserDevices} from '../../src/phone/devices.js';
import {AUDIO} from '../../src/phone/early.js';
import {BrowserMicrophone} from '../../src/phone/microphone.js';
import type {CallEvent, Devices} from '../../src/session/state.js';
import {device, FakeDevices} from '../fakes/devices.js';
import {FakeMicrophone} from '../fakes/microphone.js';
import {settle} from '../fakes/until.js';

/** A player of which a test says what it can do. */
class FakeSpeaker {
  volume = 1;
  sinkId: string | undefined = '';
  /** Ids that it can't play on. */
  broken: string[] = [];
  asked: string[] = [];

  async setSinkId(id: string): Promise<void> {
    this.asked.push(id);
    if (this.broken.includes(id)) throw new DOMException('', 'NotFoundError');
    this.sinkId = id;
  }
}

/** A conversation with a microphone. */
async function setUp(speaker: object = new FakeSpeaker()) {
  const browser = new FakeMicrophone('granted');
  const plugs = new FakeDevices(browser);
  const events: CallEvent[] = [];
  const microphone = new BrowserMicrophone(
    () => undefined,
    (event) => events.push(event),
  );
  const devices = new BrowserDevices(microphone, speaker as HTMLAudioElement, (event) => events.push(event));
  microphone.open(1);
  await settle();
  devices.watch(1);
  await settle();
  const told = () => events.flatMap((event) => (event.type === 'devices' ? [event.devices] : []));
  const last = (): Devices => told().at(-1)!;
  const opened = () => events.filter(({type}) => type === 'microphone-opened').length;
  const close = async () => {
    devices.watch(undefined);
    microphone.close();
    await settle();
    expect(browser.on).to.equal(false);
  };
  return {
    browser,
    plugs,
    events,
    microphone,
    devices,
    speaker: speaker as FakeSpeaker,
    told,
    last,
    opened,
    close,
  };
}

const ids = (list: Devices['microphones']) => list.map(({id}) => id);

describe('The devices of a call', () => {
  it('are listed with the system’s choice as one of them, and no more is asked for', async () => {
    const {last, browser, close} = await setUp();
    expect(last()).to.deep.equal({
      microphones: [
        {id: '', label: ''},
        {id: 'desk', label: 'Desk'},
        {id: 'headset', label: 'Headset'},
      ],
      speakers: [
        {id: '', label: ''},
        {id: 'loud', label: 'Loudspeaker'},
        {id: 'headset', label: 'Headset'},
      ],
      microphone: '',
      speaker: '',
      volume: 1,
      switchedTo: undefined,
    });
    expect(browser.asked).to.have.length(1);
    await close();
  });

  it('that are plugged in while the call lasts are listed, and nothing is listed after it', async () => {
    const {plugs, browser, last, told, close} = await setUp();
    plugs.list = [...plugs.list, device('audioinput', 'new', 'New')];
    browser.changeDevices();
    await settle();
    expect(ids(last().microphones)).to.deep.equal(['', 'desk', 'headset', 'new']);
    await close();
    const {length} = told();
    const {looks} = plugs;
    browser.changeDevices();
    await settle();
    expect(told()).to.have.length(length);
    expect(plugs.looks).to.equal(looks);
  });

  it('have no names and can’t be chosen before the microphone is allowed', async () => {
    const {plugs, browser, last, close} = await setUp();
    plugs.list = [device('audioinput', '', ''), device('audiooutput', '', '')];
    browser.changeDevices();
    await settle();
    expect(last()).to.deep.include({microphones: [], speakers: []});
    await close();
  });

  it('that lose their names while they are used are not gone: nothing is asked for', async () => {
    const {plugs, browser, devices, speaker, last, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    devices.choose('speaker', 'headset', 1);
    await settle();
    const {length} = browser.asked;
    plugs.list = [device('audioinput', '', ''), device('audiooutput', '', '')];
    browser.changeDevices();
    await settle();
    expect(browser.asked).to.have.length(length);
    expect(speaker.asked).to.deep.equal(['headset']);
    expect(last()).to.deep.include({microphone: 'headset', speaker: 'headset', switchedTo: undefined});
    await close();
  });

  it('that the browser does not list are not told, and what was chosen stays', async () => {
    const {plugs, browser, devices, microphone, told, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    await settle();
    const {length} = told();
    plugs.refuses = true;
    browser.changeDevices();
    await settle();
    expect(told()).to.have.length(length);
    expect(microphone.device).to.equal('headset');
    await close();
  });
});

describe('A microphone that is chosen', () => {
  it('is opened, exactly that one, and takes the place of the old one', async () => {
    const {browser, devices, last, opened, microphone, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    await settle();
    expect(browser.asked.at(-1)).to.deep.equal({audio: {...AUDIO, deviceId: {exact: 'headset'}}});
    expect(last()).to.deep.include({microphone: 'headset', switchedTo: undefined});
    expect(browser.streams.map(({active}) => active)).to.deep.equal([false, true]);
    expect(opened()).to.equal(2);
    expect(microphone.stream === browser.streams[1]).to.equal(true);
    devices.choose('microphone', '', 1);
    await settle();
    expect(browser.asked.at(-1)).to.deep.equal({audio: AUDIO});
    expect(last().microphone).to.equal('');
    await close();
  });

  it('and can’t be opened leaves the old one in use, and the list says so', async () => {
    const {browser, devices, last, told, opened, close} = await setUp();
    const {length} = told();
    devices.choose('microphone', 'nonsense', 1);
    await settle();
    expect(told().length).to.be.greaterThan(length);
    expect(last()).to.deep.include({microphone: '', switchedTo: undefined});
    expect(browser.streams.map(({active}) => active)).to.deep.equal([true]);
    expect(opened()).to.equal(1);
    await close();
  });

  it('is that of the later calls, too', async () => {
    const {browser, devices, microphone, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    await settle();
    await close();
    microphone.open(2);
    await settle();
    expect(browser.asked.at(-1)).to.deep.equal({audio: {...AUDIO, deviceId: {exact: 'headset'}}});
    await close();
  });

  it('and is gone by the next call is the system’s again', async () => {
    const {browser, plugs, devices, microphone, events, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    await settle();
    await close();
    plugs.unplug('headset');
    microphone.open(2);
    await settle();
    expect(events.at(-1)).to.deep.equal({type: 'microphone-opened', attempt: 2});
    expect(browser.asked.at(-1)).to.deep.equal({audio: AUDIO});
    expect(microphone.device).to.equal('');
    await close();
  });

  for (const says of [true, false])
    it(`and vanishes${says ? '' : ' without a word of the browser'}: the system’s own, by name`, async () => {
      const {browser, plugs, devices, last, events, close} = await setUp();
      devices.choose('microphone', 'headset', 1);
      await settle();
      plugs.unplug('headset', says);
      await settle();
      await settle();
      expect(last()).to.deep.include({microphone: '', switchedTo: {id: '', label: 'Desk'}});
      expect(ids(last().microphones)).to.deep.equal(['', 'desk']);
      expect(browser.streams.filter(({active}) => active)).to.have.length(1);
      expect(events.map(({type}) => type)).not.to.include('obstacle');
      devices.choose('microphone', 'desk', 1);
      await settle();
      expect(last()).to.deep.include({microphone: 'desk', switchedTo: undefined});
      await close();
    });

  it('the system’s own that vanishes is named by what comes in its place', async () => {
    const {plugs, last, close} = await setUp();
    plugs.unplug('desk');
    await settle();
    await settle();
    expect(last()).to.deep.include({microphone: '', switchedTo: {id: '', label: 'Headset'}});
    await close();
  });

  it('only the last choice counts, whichever opens first', async () => {
    const {browser, devices, last, close} = await setUp();
    const {answer} = browser;
    let late!: () => void;
    browser.answer = async (constraints) => {
      await new Promise<void>((resolve) => (late = resolve));
      return answer(constraints);
    };
    devices.choose('microphone', 'headset', 1);
    const first = late;
    devices.choose('microphone', 'desk', 1);
    late();
    await settle();
    first();
    await settle();
    expect(last().microphone).to.equal('desk');
    expect(browser.streams.filter(({active}) => active)).to.have.length(1);
    await close();
  });

  it('is not forgotten when the old one vanishes while it is being opened', async () => {
    const {browser, plugs, devices, last, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    await settle();
    const {answer} = browser;
    let late!: () => void;
    browser.answer = async (constraints) => {
      await new Promise<void>((resolve) => (late = resolve));
      return answer(constraints);
    };
    devices.choose('microphone', 'desk', 1);
    browser.answer = answer;
    plugs.unplug('headset', false);
    await settle();
    late();
    await settle();
    expect(last()).to.deep.include({microphone: 'desk', switchedTo: undefined});
    expect(browser.streams.filter(({active}) => active)).to.have.length(1);
    await close();
  });

  it('and can’t be opened while the old one vanishes: the system’s own', async () => {
    const {browser, plugs, devices, last, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    await settle();
    const {answer} = browser;
    const prompt = browser.prompt();
    devices.choose('microphone', 'desk', 1);
    browser.answer = answer;
    plugs.unplug('headset', false);
    await settle();
    prompt.dismiss();
    await settle();
    expect(last()).to.deep.include({microphone: '', switchedTo: {id: '', label: 'Desk'}});
    expect(browser.streams.filter(({active}) => active)).to.have.length(1);
    await close();
  });

  it('is not forgotten when an earlier one turns out to be gone', async () => {
    const {browser, devices, microphone, last, close} = await setUp();
    devices.choose('microphone', 'headset', 1);
    await settle();
    const {answer} = browser;
    const prompt = browser.prompt();
    browser.end();
    await settle();
    browser.answer = answer;
    devices.choose('microphone', 'desk', 1);
    await settle();
    const {length} = browser.asked;
    prompt.deny('NotFoundError');
    await settle();
    expect(browser.asked).to.have.length(length);
    expect(microphone.device).to.equal('desk');
    expect(last().microphone).to.equal('desk');
    await close();
  });

  it('that opens after the call is turned off as it comes', async () => {
    const {browser, devices, opened, microphone, close} = await setUp();
    const prompt = browser.prompt();
    devices.choose('microphone', 'headset', 1);
    await close();
    prompt.allow();
    await settle();
    expect(browser.on).to.equal(false);
    expect(opened()).to.equal(1);
    expect(microphone.device).to.equal('');
  });

  it('takes the place of one that is still being asked for', async () => {
    const {browser, plugs, devices, microphone, opened, close} = await setUp();
    const {answer} = browser;
    browser.refuse('NotFoundError');
    plugs.unplug('desk');
    await settle();
    const prompt = browser.prompt();
    browser.changeDevices();
    await settle();
    browser.answer = answer;
    devices.choose('microphone', 'headset', 1);
    await settle();
    expect(opened()).to.equal(2);
    prompt.allow();
    await settle();
    expect(browser.streams.filter(({active}) => active)).to.have.length(1);
    expect(microphone.device).to.equal('headset');
    await close();
  });
});

describe('A speaker that is chosen', () => {
  it('plays the far end, and is shown once it does', async () => {
    const {devices, speaker, last, close} = await setUp();
    devices.choose('speaker', 'loud', 1);
    await settle();
    expect(speaker.asked).to.deep.equal(['loud']);
    expect(last()).to.deep.include({speaker: 'loud', switchedTo: undefined});
    devices.choose('speaker', 'default', 1);
    await settle();
    expect(last().speaker).to.equal('');
    await close();
  });

  it('and can’t be played on leaves the old one, and the list says so', async () => {
    const {devices, speaker, last, told, close} = await setUp();
    speaker.broken = ['loud'];
    const {length} = told();
    devices.choose('speaker', 'loud', 1);
    await settle();
    expect(told().length).to.be.greaterThan(length);
    expect(last().speaker).to.equal('');
    await close();
  });

  it('and vanishes: the system’s own, by name', async () => {
    const {devices, plugs, speaker, last, close} = await setUp();
    devices.choose('speaker', 'headset', 1);
    await settle();
    plugs.unplug('headset', false);
    await settle();
    await settle();
    expect(speaker.asked).to.deep.equal(['headset', '']);
    expect(last()).to.deep.include({speaker: '', switchedTo: {id: '', label: 'Loudspeaker'}});
    await close();
  });

  it('and vanishes with more than one word of the browser: asked for once, and told', async () => {
    const {browser, devices, plugs, speaker, last, close} = await setUp();
    devices.choose('speaker', 'headset', 1);
    await settle();
    let done!: () => void;
    speaker.setSinkId = async (id) => {
      speaker.asked.push(id);
      await new Promise<void>((resolve) => (done = resolve));
      speaker.sinkId = id;
    };
    plugs.unplug('headset', false);
    await settle();
    browser.changeDevices();
    await settle();
    browser.changeDevices();
    await settle();
    done();
    await settle();
    expect(speaker.asked).to.deep.equal(['headset', '']);
    expect(last()).to.deep.include({speaker: '', switchedTo: {id: '', label: 'Loudspeaker'}});
    await close();
  });

  it('and vanishes where the browser can’t change it back is asked for once', async () => {
    const {devices, plugs, speaker, last, close} = await setUp();
    devices.choose('speaker', 'headset', 1);
    await settle();
    speaker.broken = [''];
    plugs.unplug('headset', false);
    await settle();
    await settle();
    expect(speaker.asked).to.deep.equal(['headset', '']);
    expect(last()).to.deep.include({speaker: 'headset', switchedTo: undefined});
    await close();
  });

  it('is none where the browser has no choice', async () => {
    const {devices, last, close} = await setUp({volume: 1});
    expect(last()).to.deep.include({speakers: [], speaker: ''});
    devices.choose('speaker', 'loud', 1);
    await settle();
    expect(last().speaker).to.equal('');
    await close();
  });
});

describe('The volume', () => {
  it('is what the element says, between nothing and all', async () => {
    const {devices, speaker, last, close} = await setUp();
    devices.setVolume(0.25);
    expect(last()).to.deep.include({volume: 0.25, microphone: ''});
    devices.setVolume(7);
    expect(speaker.volume).to.equal(1);
    devices.setVolume(-1);
    expect(last().volume).to.equal(0);
    devices.setVolume(Number.NaN);
    expect(last().volume).to.equal(0);
    await close();
  });

  it('stays where the device lets no page change it', async () => {
    const fixed = Object.defineProperty(new FakeSpeaker(), 'volume', {get: () => 1, set: () => undefined});
    const {devices, last, close} = await setUp(fixed);
    devices.setVolume(0.25);
    expect(last().volume).to.equal(1);
    await close();
  });

  it('that is set before the devices are known is told with them', async () => {
    const {devices, told, last, close} = await setUp();
    devices.watch(undefined);
    const {length} = told();
    devices.setVolume(0.5);
    expect(told()).to.have.length(length);
    devices.watch(2);
    await settle();
    expect(last().volume).to.equal(0.5);
    await close();
  });
});

describe('A device that is chosen before the call', () => {
  /** Nobody talks yet. */
  async function before(speaker: object = new FakeSpeaker()) {
    const made = await setUp(speaker);
    await made.close();
    return made;
  }

  it('is the microphone that the call asks for, and nothing is opened for the choice', async () => {
    const {browser, devices, microphone, close} = await before();
    const {length} = browser.asked;
    expect(await devices.keep('microphone', 'headset')).to.equal(true);
    expect(browser.asked).to.have.length(length);
    microphone.open(2);
    await settle();
    expect(browser.asked.at(-1)).to.deep.equal({audio: {...AUDIO, deviceId: {exact: 'headset'}}});
    devices.watch(2);
    await settle();
    expect(browser.asked).to.have.length(length + 1);
    await close();
  });

  it('is the microphone that is opened instead of the one that the click has asked for', async () => {
    const {browser, devices, microphone, close} = await before();
    await devices.keep('microphone', 'headset');
    const early = navigator.mediaDevices.getUserMedia({audio: AUDIO});
    microphone.adopt(early);
    microphone.open(2);
    await settle();
    expect((await early).active).to.equal(false);
    expect(microphone.inUse).to.equal('headset');
    expect(browser.streams.filter(({active}) => active)).to.have.length(1);
    await close();
  });

  it('while the call is being made is put into it once it is answered', async () => {
    const {devices, microphone, last, close} = await before();
    microphone.open(2);
    await settle();
    await devices.keep('microphone', 'headset');
    devices.watch(2);
    await settle();
    await settle();
    expect(microphone.inUse).to.equal('headset');
    expect(last().microphone).to.equal('headset');
    await close();
  });

  it('is the speaker at once, or as soon as the browser allows it', async () => {
    const {devices, speaker, microphone, last, close} = await before();
    speaker.broken = ['loud'];
    expect(await devices.keep('speaker', 'loud')).to.equal(true);
    await settle();
    expect(speaker.sinkId).to.equal('');
    speaker.broken = [];
    microphone.open(2);
    devices.watch(2);
    await settle();
    await settle();
    expect(last().speaker).to.equal('loud');
    await close();
    await devices.keep('speaker', 'headset');
    await settle();
    expect(speaker.sinkId).to.equal('headset');
    const {length} = speaker.asked;
    devices.watch(3);
    await settle();
    expect(speaker.asked).to.have.length(length);
    await close();
  });

  it('and is not there changes nothing', async () => {
    const {browser, devices, speaker, microphone, close} = await before();
    const {length} = speaker.asked;
    expect(await devices.keep('microphone', 'nonsense')).to.equal(false);
    expect(await devices.keep('speaker', 'desk')).to.equal(false);
    expect(speaker.asked).to.have.length(length);
    microphone.open(2);
    await settle();
    expect(browser.asked.at(-1)).to.deep.equal({audio: AUDIO});
    await close();
  });

  it('is believed by a browser that does not tell yet what there is', async () => {
    const {plugs, devices, microphone, close} = await before();
    const {list} = plugs;
    plugs.list = [device('audioinput', '', '')];
    expect(await devices.keep('microphone', 'headset')).to.equal(true);
    plugs.refuses = true;
    expect(await devices.keep('microphone', 'desk')).to.equal(true);
    plugs.refuses = false;
    plugs.list = list;
    microphone.open(2);
    await settle();
    expect(microphone.inUse).to.equal('desk');
    await close();
  });
});
