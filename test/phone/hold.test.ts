import {expect} from '@open-wc/testing';
import {rejections, setUpCall, type PlacedSetUp} from '../fakes/placed-call.js';
import {settle} from '../fakes/until.js';

const held = ({events}: PlacedSetUp) => events.flatMap((event) => (event.type === 'held' ? [event.on] : []));

/** What the server was asked for, in order. */
const asked = ({client}: PlacedSetUp) =>
  client.requests.flatMap(({params}) => (params.action ? [params.action] : []));

/** A call that is answered. */
async function talking() {
  const set = await setUpCall();
  set.call.trying();
  set.call.pickUp();
  await set.time.pass(1_000);
  return set;
}

/** A call on hold. */
async function onHold() {
  const set = await talking();
  set.placed.hold(true);
  await settle();
  return set;
}

describe('A call on hold', () => {
  it('is held once the server says so, and is taken back once it says so', async () => {
    const set = await talking();
    let answer!: () => void;
    set.client.serve = () => new Promise<void>((resolve) => (answer = resolve));
    set.placed.hold(true);
    await settle();
    expect(held(set)).to.deep.equal([]);
    answer();
    await settle();
    expect(held(set)).to.deep.equal([true]);
    set.placed.hold(false);
    await settle();
    expect(held(set)).to.deep.equal([true]);
    answer();
    await settle();
    expect(held(set)).to.deep.equal([true, false]);
    expect(set.types().filter((type) => type === 'answered')).to.have.length(1);
    set.client.serve = () => Promise.resolve();
    await set.close();
  });

  it('is asked for once while the server has not answered', async () => {
    const set = await talking();
    let answer!: () => void;
    set.client.serve = () => new Promise<void>((resolve) => (answer = resolve));
    set.placed.hold(true);
    set.placed.hold(true);
    expect(asked(set)).to.deep.equal(['hold']);
    answer();
    await settle();
    set.placed.hold(false);
    expect(asked(set)).to.deep.equal(['hold', 'unhold']);
    answer();
    await settle();
    set.client.serve = () => Promise.resolve();
    await set.close();
  });

  it('that the server refuses is none, and can be asked for again', async () => {
    const set = await talking();
    set.client.serve = () => Promise.reject(new Error('no'));
    set.placed.hold(true);
    await settle();
    expect(held(set)).to.deep.equal([]);
    set.client.serve = () => Promise.resolve();
    set.placed.hold(true);
    await settle();
    expect(held(set)).to.deep.equal([true]);
    set.client.serve = () => Promise.reject(new Error('no'));
    set.placed.hold(false);
    await settle();
    expect(held(set)).to.deep.equal([true]);
    set.client.serve = () => Promise.resolve();
    await set.close();
  });

  it('is not lost while nothing arrives, but while its connection is gone', async () => {
    const set = await onHold();
    const peer = set.call.peer.instance;
    peer.flows = false;
    await set.time.pass(60_000);
    expect(set.types()).not.to.include('lost');
    peer.connectionState = 'disconnected';
    await set.time.pass(1_000);
    expect(set.events.at(-1)).to.include({type: 'lost', media: true});
    peer.connectionState = 'connected';
    await set.time.pass(1_000);
    expect(set.events.at(-1)).to.include({type: 'back'});
    expect(held(set)).to.deep.equal([true]);
    await set.close();
  });

  for (const says of ['active', 'held'] as const)
    it(`is put on hold again when it was taken up again, though the SDK says ${says}`, async () => {
      const set = await onHold();
      set.client.loseSocket();
      set.client.ready([set.call.id]);
      const other = set.client.attach(set.call.id);
      other.become(says);
      expect(asked(set)).to.deep.equal(['hold']);
      await set.time.pass(1_000);
      expect(asked(set)).to.deep.equal(['hold', 'hold']);
      expect(other.state).to.equal('held');
      expect(held(set)).to.deep.equal([true]);
      expect(set.events.at(-1)).to.include({type: 'back'});
      set.placed.hold(false);
      await settle();
      expect(held(set)).to.deep.equal([true, false]);
      await set.time.pass(5_000);
      expect(asked(set)).to.deep.equal(['hold', 'hold', 'unhold']);
      await set.close();
    });

  it('that the server no longer holds, and will not hold again, is none', async () => {
    const set = await onHold();
    set.client.loseSocket();
    set.client.ready([set.call.id]);
    const other = set.client.attach(set.call.id);
    set.client.serve = () => Promise.reject(new Error('no'));
    other.pickUp();
    await set.time.pass(1_000);
    expect(held(set)).to.deep.equal([true, false]);
    set.client.serve = () => Promise.resolve();
    await set.close();
  });

  it('stays on hold through a restart of its connection after early media', async () => {
    const set = await setUpCall();
    set.call.trying();
    set.call.become('early');
    set.call.pickUp();
    await set.time.pass(1_000);
    set.placed.hold(true);
    await settle();
    // What the SDK says then.
    set.call.become('early');
    set.call.pickUp();
    await set.time.pass(1_000);
    expect(asked(set)).to.deep.equal(['hold', 'hold']);
    expect(held(set)).to.deep.equal([true]);
    await set.close();
  });

  it('whose answer was lost with the socket is taken back: nobody is left with music', async () => {
    const set = await talking();
    let lose!: (error: Error) => void;
    set.client.serve = () => new Promise((_resolve, reject) => (lose = reject));
    set.placed.hold(true);
    set.client.loseSocket();
    lose(new Error('stale'));
    await settle();
    set.client.serve = () => Promise.resolve();
    set.client.ready([set.call.id]);
    await set.time.pass(1_000);
    expect(asked(set)).to.deep.equal(['hold', 'unhold']);
    expect(held(set)).to.deep.equal([]);
    await set.close();
  });

  it('a late answer to an object of the SDK’s that was replaced changes nothing', async () => {
    const set = await onHold();
    set.client.loseSocket();
    set.client.ready([set.call.id]);
    const other = set.client.attach(set.call.id);
    other.become('held');
    await set.time.pass(1_000);
    const {length} = set.events;
    set.call.become('active');
    expect(set.events).to.have.length(length);
    set.placed.hold(false);
    await settle();
    expect(other.state).to.equal('active');
    await set.close();
  });

  it('is not told to be over by an answer that was asked for before it was taken up again', async () => {
    const set = await onHold();
    const answers: Array<() => void> = [];
    set.client.serve = () => new Promise<void>((resolve) => answers.push(resolve));
    set.placed.hold(false);
    set.client.loseSocket();
    set.client.ready([set.call.id]);
    set.client.attach(set.call.id).become('held');
    await set.time.pass(1_000);
    expect(asked(set)).to.deep.equal(['hold', 'unhold', 'hold']);
    answers[1]!();
    await settle();
    answers[0]!();
    await settle();
    expect(held(set)).to.deep.equal([true]);
    set.client.serve = () => Promise.resolve();
    await set.close();
  });

  it('leaves none of the SDK’s listeners for devices behind', async () => {
    const set = await talking();
    for (const on of [true, false, true, false]) {
      set.placed.hold(on);
      await settle();
    }
    expect(set.call.deviceListeners.map(({stopped}) => stopped)).to.deep.equal([true, true, false]);
    await set.close();
  });

  it('is muted as before when it is taken back', async () => {
    const set = await onHold();
    set.placed.mute(true);
    set.placed.hold(false);
    await settle();
    expect(set.call.isAudioMuted).to.equal(true);
    await set.close();
  });
});

describe('Digits', () => {
  const sent = ({events}: PlacedSetUp) =>
    events.flatMap((event) => (event.type === 'digits-sent' ? [event.digits] : []));
  const dialled = ({client}: PlacedSetUp) =>
    client.requests.flatMap(({method, params}) => (method === 'telnyx_rtc.info' ? [params.dtmf] : []));

  it('go out one by one in order, and are sent once the server has taken each', async () => {
    const set = await talking();
    const answers: Array<() => void> = [];
    set.client.serve = () => new Promise<void>((resolve) => answers.push(resolve));
    set.placed.sendDigits('12#A');
    expect(dialled(set)).to.deep.equal(['1', '2', '#', 'A']);
    await settle();
    expect(sent(set)).to.deep.equal([]);
    answers[0]!();
    await settle();
    expect(sent(set)).to.deep.equal(['1']);
    answers.slice(1).forEach((answer) => answer());
    await settle();
    expect(sent(set)).to.deep.equal(['1', '2', '#', 'A']);
    set.client.serve = () => Promise.resolve();
    await set.close();
  });

  it('that the server refuses are not sent, and are no error of the page', async () => {
    const set = await talking();
    const errors = rejections();
    set.client.serve = ({params}) =>
      params.dtmf === '2' ? Promise.reject(new Error('no')) : Promise.resolve();
    set.placed.sendDigits('123');
    await settle();
    expect(sent(set)).to.deep.equal(['1', '3']);
    expect(errors()).to.deep.equal([]);
    await set.close();
  });

  it('that are answered after the call are nobody’s', async () => {
    const set = await talking();
    let answer!: () => void;
    set.client.serve = () => new Promise<void>((resolve) => (answer = resolve));
    set.placed.sendDigits('1');
    set.client.serve = () => Promise.resolve();
    await set.close();
    answer();
    await settle();
    expect(sent(set)).to.deep.equal([]);
  });
});
