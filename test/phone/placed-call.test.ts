import {expect} from '@open-wc/testing';
import {id, setUpCall as setUp} from '../fakes/placed-call.js';

describe('A placed call', () => {
  it('tells how far it has come, and that it was answered once', async () => {
    const {call, types, events, close} = await setUp();
    call.trying();
    call.ring();
    call.become('early');
    call.pickUp();
    call.pickUp();
    expect(types().filter((type) => type !== 'back')).to.deep.equal([
      'accepted',
      'ringing',
      'early',
      'answered',
    ]);
    call.bye({cause: 'NORMAL_CLEARING', sipCode: 200});
    expect(events.at(-1)).to.have.property('type', 'over');
    expect(events.at(-1)).to.have.deep.property('farewell', {
      reason: 'ended',
      initiator: 'remote',
      cause: 'NORMAL_CLEARING',
      sipCode: 200,
    });
    await close();
  });

  it('is told to be muted when the phone says so', async () => {
    const {call, placed, events, close} = await setUp();
    call.pickUp();
    placed.mute(true);
    expect(events.at(-1)).to.deep.equal({type: 'muted', attempt: 1, on: true});
    call.mutes = false;
    placed.mute(false);
    placed.mute(true);
    expect(events.at(-1)).to.deep.equal({type: 'muted', attempt: 1, on: false});
    await close();
  });

  it('that begins muted is told so once it is answered, and only then', async () => {
    const {call, placed, events, types, close} = await setUp(undefined, true);
    expect(call.isAudioMuted).to.equal(true);
    call.trying();
    placed.useMicrophone();
    expect(types()).not.to.include('muted');
    call.pickUp();
    call.pickUp();
    const [, muted, ...rest] = events.filter(({type}) => type === 'answered' || type === 'muted');
    expect(muted).to.deep.equal({type: 'muted', attempt: 1, on: true});
    expect(rest).to.deep.equal([]);
    await close();
  });

  for (const on of [true, false])
    it(`that began muted is ${on ? 'muted' : 'heard'} after a recovery, as the visitor has left it`, async () => {
      const {call, client, placed, time, close} = await setUp(undefined, true);
      call.pickUp();
      await time.pass(1_000);
      if (!on) placed.mute(false);
      const other = client.attach(id);
      // The SDK begins it as the page has set it.
      other.isAudioMuted = true;
      other.pickUp();
      expect(other.isAudioMuted).to.equal(on);
      await close();
    });

  it('lends the SDK a microphone without a name', async () => {
    const {call, microphone, close} = await setUp();
    const [track] = call.options.localStream?.getAudioTracks() ?? [];
    const own = microphone.stream?.getAudioTracks()[0]?.label;
    expect(own).to.be.a('string').and.not.equal('');
    expect(track?.label).to.equal('');
    call.pickUp();
    await close();
  });

  it('gets the microphone that was plugged in meanwhile, muted if the call is', async () => {
    const {call, placed, microphone, browser, time, close} = await setUp();
    call.pickUp();
    const [sender] = call.peer.instance.senders;
    placed.useMicrophone();
    expect(sender?.replaced[0]?.enabled).to.equal(true);
    placed.mute(true);
    browser.end();
    microphone.open(1);
    await time.pass(0);
    placed.useMicrophone();
    const [track] = call.options.localStream?.getTracks() ?? [];
    expect(sender?.track === track).to.equal(true);
    expect(track).to.include({enabled: false, readyState: 'live'});
    await close();
  });

  it('takes no harm from a connection that is being closed', async () => {
    const {call, placed, time, close} = await setUp();
    call.pickUp();
    call.peer.instance.senders[0]!.open = false;
    placed.useMicrophone();
    await time.pass(0);
    await close();
  });

  it('is lost while it is taken up again, and back once sound has arrived in the new object', async () => {
    const {call, client, events, time, close} = await setUp();
    call.pickUp();
    await time.pass(1_000);
    const other = client.attach(id);
    expect(events.at(-1)).to.include({type: 'lost', media: true});
    expect(other.answered).to.equal(true);
    expect(other.options.localStream?.active).to.equal(true);
    expect(call.options.localStream?.active).to.equal(false);
    other.peer.instance.flows = false;
    other.pickUp();
    await time.pass(2_000);
    expect(events.at(-1)).to.include({type: 'lost', media: true});
    other.peer.instance.flows = true;
    await time.pass(1_000);
    expect(events.at(-1)).to.include({type: 'back'});
    expect(events.filter(({type}) => type === 'answered')).to.have.length(1);
    await close();
  });

  it('whose server is gone is lost with its sound, or without', async () => {
    const {call, client, events, time, close} = await setUp();
    call.pickUp();
    await time.pass(1_000);
    client.loseSocket();
    expect(events.at(-1)).to.include({type: 'lost', media: false});
    call.peer.instance.flows = false;
    await time.pass(5_000);
    expect(events.at(-1)).to.include({type: 'lost', media: true});
    client.ready([id]);
    expect(events.at(-1)).to.include({type: 'lost', media: true});
    call.peer.instance.flows = true;
    await time.pass(1_000);
    expect(events.at(-1)).to.include({type: 'back'});
    await close();
  });

  it('that is hung up without a server is over at once; with one, when the SDK says so', async () => {
    const {placed, call, client, types, close, time} = await setUp();
    call.pickUp();
    client.loseSocket();
    placed.hangUp();
    expect(types().at(-1)).to.equal('over');
    client.ready([]);
    await time.pass(0);
    await close();
    const second = await setUp();
    second.call.pickUp();
    let answer!: () => void;
    second.client.byeAnswered = new Promise<void>((resolve) => (answer = resolve));
    second.placed.hangUp();
    expect(second.types().filter((type) => type === 'over')).to.have.length(1);
    answer();
    await second.close();
  });

  /** A call whose microphone is gone, taken up again: the SDK waits for one. */
  async function awaiting() {
    const set = await setUp();
    set.call.pickUp();
    set.microphone.close();
    set.client.loseSocket();
    set.client.ready([id]);
    const call = set.client.attach(id);
    const done: string[] = [];
    const wait = {resume: () => done.push('resume'), reject: () => done.push('reject')};
    call.awaitMicrophone({...wait, recoverable: true, retryDeadline: 25_000});
    return {...set, call, done};
  }

  it('that waits for a microphone says until when, and takes the one that comes', async () => {
    const {call, events, done, microphone, placed, time, close} = await awaiting();
    expect(events.at(-1)).to.deep.equal({type: 'microphone-awaited', attempt: 1, until: 25_000});
    microphone.open(1);
    await time.pass(0);
    placed.useMicrophone();
    expect(done).to.deep.equal(['resume']);
    expect(call.options.localStream?.active).to.equal(true);
    call.pickUp();
    await close();
    expect(done).to.deep.equal(['resume']);
  });

  it('that waits for a microphone goes on in silence if none is wanted, and takes one later', async () => {
    const {call, done, browser, microphone, placed, time, close} = await awaiting();
    placed.useMicrophone();
    expect(done).to.deep.equal(['resume']);
    const {localStream} = call.options;
    expect(localStream?.getAudioTracks()).to.have.length(1);
    expect(browser.on).to.equal(false);
    call.pickUp();
    microphone.open(1);
    await time.pass(0);
    placed.useMicrophone();
    expect(call.options.localStream === localStream).to.equal(false);
    await close();
  });

  it('that waits for a microphone and is hung up waits no longer', async () => {
    const {done, types, placed, close} = await awaiting();
    placed.hangUp();
    expect(done).to.deep.equal(['reject']);
    expect(types().at(-1)).to.equal('over');
    await close();
  });

  it('that has waited for a microphone in vain is lost', async () => {
    const {call, events, types, close} = await awaiting();
    call.fail(42003);
    expect(types()).not.to.include('failed');
    call.giveUp();
    expect(events.at(-1)).to.have.nested.property('farewell.reason', 'lost');
    await close();
  });

  it('an error of the SDK that ends a conversation cuts it off, and the far end is told', async () => {
    const {call, client, events, types, close} = await setUp();
    call.pickUp();
    call.fail(40005);
    expect(types()).not.to.include('failed');
    expect(events.at(-1)).to.have.nested.property('farewell.reason', 'lost');
    expect(client.asked('telnyx_rtc.bye')).to.equal(1);
    await close();
  });

  it('taken up again without our microphone brings up no prompt of the SDK’s', async () => {
    const {call, client, microphone, browser, close} = await setUp();
    call.pickUp();
    microphone.close();
    client.loseSocket();
    client.ready([id]);
    const asked = browser.asked.length;
    const other = client.attach(id);
    expect(other.options.localStream?.getAudioTracks()).to.have.length(1);
    expect(browser.asked).to.have.length(asked);
    other.pickUp();
    await close();
  });

  it('that was hung up while its answer came in stays over', async () => {
    const {placed, call, client, events, types, time, close} = await setUp();
    let answer!: () => void;
    client.byeAnswered = new Promise<void>((resolve) => (answer = resolve));
    placed.hangUp();
    const {length} = events;
    call.pickUp();
    await time.pass(3_000);
    expect(types().slice(length)).to.deep.equal([]);
    answer();
    await close();
  });

  for (const [code, fatal] of [
    [40004, true],
    [44001, false],
  ] as const) {
    it(`an error of the SDK (${code}) ${fatal ? 'is told' : 'that it mends itself is not'}`, async () => {
      const {call, types, close} = await setUp();
      call.fail(code);
      expect(types().includes('failed')).to.equal(fatal);
      await close();
    });
  }
});
