import {expect} from '@open-wc/testing';
import {en} from '../src/locales/en.js';
import {read, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, talk} from './fakes/page.js';
import {FakeTime} from './fakes/time.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {kept} from './fakes/words.js';

/** A conversation, in time that passes as the test says. */
async function converse() {
  const time = new FakeTime();
  const page = await openPage();
  const call = await talk(page.element);
  const banner = () => page.element.shadowRoot?.querySelector<HTMLElement>('[part=banner]');
  const pass = async (ms: number) => {
    await time.pass(ms);
    await page.element.updateComplete;
  };
  return {...page, call, line: await client(), banner, pass, time};
}

/** The calls that the server was told the end of. */
const goodbyes = ({requests}: TelnyxRTC) =>
  requests.filter(({method}) => method === 'telnyx_rtc.bye').map(({params}) => params.dialogParams?.callID);

type Conversation = Awaited<ReturnType<typeof converse>>;

/** What can be lost, and how it comes back. */
const outages: Record<
  string,
  readonly [lose: (of: Conversation) => unknown, mend: (of: Conversation) => unknown]
> = {
  'the socket closes': [({line}) => line.loseSocket(), ({line, call}) => line.ready([call.id])],
  'the device is offline': [
    ({line}) => {
      line.serve = () => new Promise(() => undefined);
      window.dispatchEvent(new Event('offline'));
    },
    ({line}) => {
      line.serve = () => Promise.resolve();
      window.dispatchEvent(new Event('online'));
    },
  ],
  'the socket stalls': [
    async ({line, pass}) => {
      line.serve = () => new Promise(() => undefined);
      await pass(7_000);
    },
    async ({line, pass}) => {
      line.serve = () => Promise.resolve();
      await pass(4_000);
    },
  ],
  'no sound arrives': [
    async ({call, pass}) => {
      call.peer.instance.flows = false;
      await pass(5_000);
    },
    async ({call, pass}) => {
      call.peer.instance.flows = true;
      await pass(1_000);
    },
  ],
  'the media connection fails': [
    async ({call, pass}) => {
      call.peer.instance.connectionState = 'failed';
      await pass(1_000);
    },
    async ({call, pass}) => {
      call.peer.instance.connectionState = 'connected';
      await pass(1_000);
    },
  ],
};

describe('While the connection is gone in a call', () => {
  for (const [what, [lose, mend]] of Object.entries(outages)) {
    it(`because ${what}: the banner shows until it is back`, async () => {
      const conversation = await converse();
      const {element, banner, pass} = conversation;
      await pass(2_000);
      expect(banner()).to.equal(null);
      await lose(conversation);
      await reach(element, 'reconnecting');
      expect(read(banner()!)).to.contain(en.connectionLost).and.to.contain('Your call is kept.');
      await mend(conversation);
      await reach(element, 'active');
      expect(banner()).to.equal(null);
    });
  }

  it('the seconds are counted from the loss, and the talking time goes on', async () => {
    const {element, line, call, banner, pass} = await converse();
    await pass(10_000);
    line.loseSocket();
    await reach(element, 'reconnecting');
    expect(read(banner()!)).to.contain(kept(0));
    await pass(7_000);
    expect(read(banner()!)).to.contain(kept(7));
    expect(read(the(element, 'timer'))).to.equal('0:17');
    expect(element.duration).to.equal(17);
    line.ready([call.id]);
  });

  it('the seconds do not restart when the sound is lost, too', async () => {
    const {element, line, call, banner, pass} = await converse();
    line.loseSocket();
    call.peer.instance.flows = false;
    await pass(8_000);
    expect(element.state).to.equal('reconnecting');
    expect(read(banner()!)).to.contain(kept(8));
    line.ready([call.id]);
    expect(element.state).to.equal('reconnecting');
    call.peer.instance.flows = true;
    await pass(1_000);
    expect(element.state).to.equal('active');
  });

  it('the focus stays where it was', async () => {
    const {element, line, call} = await converse();
    const hangUp = the(element, 'button', 'Hang up');
    hangUp.focus();
    line.loseSocket();
    await reach(element, 'reconnecting');
    expect(element.shadowRoot?.activeElement === hangUp).to.equal(true);
    line.ready([call.id]);
    await reach(element, 'active');
    expect(element.shadowRoot?.activeElement === hangUp).to.equal(true);
  });
});

describe('A call that is taken up again', () => {
  it('is muted as before, has the microphone that is open, and nothing is asked', async () => {
    const {element, line, call, microphone, pass} = await converse();
    await press(element, 'Mute');
    line.loseSocket();
    line.ready([call.id]);
    const other = line.attach(call.id);
    expect(element.state).to.equal('reconnecting');
    other.pickUp();
    expect(other.isAudioMuted).to.equal(true);
    await pass(1_000);
    expect(element).to.include({state: 'active', muted: true, callId: call.id});
    const [track] = other.options.localStream?.getTracks() ?? [];
    expect(track?.readyState).to.equal('live');
    expect(microphone.asked).to.have.length(1);
    expect(other.options.remoteElement === call.options.remoteElement).to.equal(true);
  });

  it('stays away from the talking time', async () => {
    const {element, line, call, pass} = await converse();
    await pass(5_000);
    line.loseSocket();
    line.ready([call.id]);
    const other = line.attach(call.id);
    other.pickUp();
    await pass(3_000);
    expect(read(the(element, 'timer'))).to.equal('0:08');
  });
});

describe('A socket that was replaced', () => {
  it('means nothing when it closes late', async () => {
    const {element, line, call} = await converse();
    line.socketGeneration = 2;
    line.closed(1);
    expect(element.state).to.equal('active');
    line.closed(2);
    expect(element.state).to.equal('reconnecting');
    line.ready([call.id]);
  });
});

describe('A call that does not come back', () => {
  it('is over when the SDK gives it up, and one tap calls again', async () => {
    const {element, line, call, events, microphone} = await converse();
    line.loseSocket();
    line.ready([]);
    call.giveUp();
    await reach(element, 'ended');
    expect(events.at(-1)).to.include({type: 'telnyx-call-end', reason: 'lost', initiator: 'network'});
    expect(read(the(element, 'dialog')))
      .to.contain(en.cutOff)
      .and.to.contain(en.ended.lost);
    expect(microphone.on).to.equal(false);
    await press(element, en.callAgain);
    expect((await placedCall()).id).not.to.equal(call.id);
  });

  it('is over after 45 seconds without sound, and the far end is told', async () => {
    const {element, line, call, events, microphone, pass} = await converse();
    call.peer.instance.flows = false;
    await pass(5_000);
    await pass(44_000);
    expect(element.state).to.equal('reconnecting');
    await pass(1_000);
    expect(element.state).to.equal('ended');
    expect(events.at(-1)).to.include({reason: 'lost', initiator: 'network', duration: 50});
    expect(microphone.on).to.equal(false);
    expect(line.asked('telnyx_rtc.bye')).to.equal(1);
  });
});

describe('A hang-up while the connection is gone', () => {
  it('ends the call and turns the microphone off at once; the server is told when it is back', async () => {
    const {element, line, call, events, microphone, pass} = await converse();
    line.loseSocket();
    await reach(element, 'reconnecting');
    await press(element, 'Hang up');
    expect(element.state).to.equal('ended');
    expect(events.at(-1)).to.include({reason: 'ended', initiator: 'local'});
    expect(microphone.on).to.equal(false);
    expect(call.isDeaf).to.equal(true);
    expect(line.disconnected).to.equal(false);
    expect(line.asked('telnyx_rtc.bye')).to.equal(0);
    line.ready([call.id]);
    const other = line.attach(call.id);
    await pass(0);
    expect(other.answered).to.equal(false);
    expect(goodbyes(line)).to.deep.equal([call.id]);
    expect(other.state).to.equal('destroy');
    expect(line.disconnected).to.equal(true);
    expect(microphone.asked).to.have.length(1);
  });

  it('is told on the old socket if that comes back, and the next call is made on it', async () => {
    const {element, line, call, pass, time} = await converse();
    line.serve = () => new Promise(() => undefined);
    window.dispatchEvent(new Event('offline'));
    await reach(element, 'reconnecting');
    await press(element, 'Hang up');
    expect(element.state).to.equal('ended');
    await press(element, 'Call again');
    await pass(0);
    line.serve = () => Promise.resolve();
    window.dispatchEvent(new Event('online'));
    await pass(1_500);
    expect(goodbyes(line)).to.deep.equal([call.id]);
    expect(TelnyxRTC.open).to.have.length(1);
    expect(Object.keys(line.calls)).to.deep.equal([element.callId]);
    await press(element, 'Cancel');
    await time.pass(0);
  });

  it('the next call may begin before the server is back, and the old one is ended all the same', async () => {
    const {element, line, call, events, pass} = await converse();
    line.loseSocket();
    await press(element, 'Hang up');
    const {connects} = line;
    await press(element, 'Call again');
    await pass(0);
    // The next try to connect is not waited for.
    expect(line.connects).to.equal(connects + 1);
    line.ready([call.id]);
    expect(line.attach(call.id).answered).to.equal(false);
    await pass(2_000);
    expect(goodbyes(line)).to.deep.equal([call.id]);
    expect(TelnyxRTC.open).to.have.length(1);
    expect(element.state).to.equal('connecting');
    expect(Object.keys(line.calls)).to.deep.equal([element.callId]);
    expect(element.callId).not.to.equal(call.id);
    expect(events.filter(({type}) => type === 'telnyx-call-end')).to.have.length(1);
  });

  it('a server that does not come back is given up after a minute', async () => {
    const {element, line, pass} = await converse();
    line.loseSocket();
    await press(element, 'Hang up');
    await pass(59_000);
    expect(line.disconnected).to.equal(false);
    await pass(1_000);
    expect(line.disconnected).to.equal(true);
  });
});
