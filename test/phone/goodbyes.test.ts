import {expect} from '@open-wc/testing';
import {GOODBYE_TRIED_FOR_MS, Goodbyes, LAST_GOODBYE_WITHIN_MS} from '../../src/phone/goodbyes.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {FakeTime} from '../fakes/time.js';

const id = 'call-1';

function setUp() {
  const time = new FakeTime();
  const client = new TelnyxRTC({login_token: 'a.b.c'});
  client.connected = true;
  let done = 0;
  const goodbyes = new Goodbyes(client as never, () => done++);
  const call = client.newCall({id, destinationNumber: '+123'});
  const byes = () => client.asked('telnyx_rtc.bye');
  return {time, client, goodbyes, call: call as never, fake: call, byes, done: () => done};
}

describe('A goodbye', () => {
  it('is said at once where the server can be told, and is done when it has answered', async () => {
    const {goodbyes, call, byes, done, time} = setUp();
    goodbyes.begin(call, true);
    expect(byes()).to.equal(1);
    expect(goodbyes.size).to.equal(1);
    await time.pass(0);
    goodbyes.confirm(id);
    goodbyes.confirm(id);
    expect(done()).to.equal(1);
    expect(goodbyes.size).to.equal(0);
    expect(time.running).to.equal(0);
  });

  it('in an outage keeps the call for later, without its sound', async () => {
    const {goodbyes, call, fake, byes, time} = setUp();
    goodbyes.begin(call, false);
    expect(byes()).to.equal(0);
    expect(fake).to.include({isDeaf: true, state: 'new'});
    goodbyes.giveUp();
    await time.pass(0);
  });

  it('is said by name when the server is back and does not offer the call', async () => {
    const {goodbyes, call, byes, time} = setUp();
    goodbyes.begin(call, false);
    goodbyes.ready();
    await time.pass(1_499);
    expect(byes()).to.equal(0);
    await time.pass(1);
    expect(byes()).to.equal(1);
    goodbyes.confirm(id);
  });

  it('is said by name, too, when the SDK does not know the call any more', async () => {
    const {goodbyes, call, client, time} = setUp();
    goodbyes.begin(call, false);
    delete client.calls[id];
    goodbyes.ready();
    await time.pass(1_500);
    expect(client.requests.at(-1)).to.have.nested.property('params.dialogParams.callID', id);
    goodbyes.confirm(id);
  });

  it('to a server that has lost the call is not needed', () => {
    const {goodbyes, call, byes, done} = setUp();
    goodbyes.begin(call, false);
    goodbyes.reattached([id]);
    expect(done()).to.equal(0);
    goodbyes.reattached(['another']);
    expect(done()).to.equal(1);
    expect(byes()).to.equal(0);
  });

  it('ends a call that the server offers again before it asks for a microphone', async () => {
    const {goodbyes, call, fake, byes} = setUp();
    goodbyes.refuse(call);
    await fake.answer();
    expect(fake.answered).to.equal(false);
    expect(byes()).to.equal(1);
  });

  it('is given up after a while: the call is over for this side alone', async () => {
    const {goodbyes, call, fake, byes, done, time} = setUp();
    goodbyes.begin(call, false);
    await time.pass(GOODBYE_TRIED_FOR_MS - 1);
    expect(done()).to.equal(0);
    await time.pass(1);
    expect(done()).to.equal(1);
    expect(fake.state).to.equal('destroy');
    expect(byes()).to.equal(0);
    expect(time.running).to.equal(0);
  });

  it('that somebody waits for is tried for a little while only', async () => {
    const {goodbyes, call, done, time} = setUp();
    expect(goodbyes.hurry()).to.equal(undefined);
    goodbyes.begin(call, false);
    let over = false;
    void goodbyes.hurry()?.then(() => (over = true));
    await time.pass(LAST_GOODBYE_WITHIN_MS - 1);
    expect(over).to.equal(false);
    await time.pass(1);
    expect(over).to.equal(true);
    expect(done()).to.equal(1);
    expect(time.running).to.equal(0);
  });

  it('that somebody waits for is waited for no longer than it takes', async () => {
    const {goodbyes, call, time} = setUp();
    goodbyes.begin(call, false);
    const over = goodbyes.hurry();
    goodbyes.confirm(id);
    await over;
    await time.pass(0);
    expect(time.running).to.equal(0);
  });
});
