import {expect} from '@open-wc/testing';
import type {EndReason, FailureCode} from '../src/index.js';
import {en} from '../src/locales/en.js';
import {all, nameOf, read, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, ring, talk} from './fakes/page.js';
import {FakeTime} from './fakes/time.js';
import {TelnyxRTC, type Bye} from './fakes/telnyx-webrtc.js';
import {until} from './fakes/until.js';
import {span} from '../src/view/words.js';

const link = 'Call +1 234 567 8900';

describe('A call that is not answered', () => {
  const ends: Partial<Record<EndReason, Bye>> = {
    busy: {cause: 'USER_BUSY', sipCode: 486},
    declined: {cause: 'CALL_REJECTED', sipCode: 603},
    'no-answer': {cause: 'NO_ANSWER', sipCode: 480},
    unreachable: {cause: 'UNALLOCATED_NUMBER', sipCode: 404},
  };
  for (const [reason, bye] of Object.entries(ends) as Array<[EndReason, Bye]>) {
    it(`${reason}: the visitor reads why, may try again, and has the page’s link`, async () => {
      const {element, events} = await openPage();
      const call = await ring(element);
      call.bye(bye);
      await reach(element, 'ended');
      expect(events.at(-1)).to.include({
        type: 'telnyx-call-end',
        reason,
        initiator: 'remote',
        ...bye,
        duration: 0,
      });
      const panel = read(the(element, 'dialog'));
      expect(panel).to.contain(en.ended[reason]).and.to.contain(en.couldNot);
      expect(all(element, 'link').map(nameOf)).to.deep.equal([link]);
      await press(element, 'Try again');
      await placedCall();
    });
  }
});

describe('A conversation', () => {
  it('counts its seconds, and says them at the end', async () => {
    const time = new FakeTime();
    const {element, events} = await openPage();
    const call = await talk(element);
    expect(the(element, 'timer').textContent?.trim()).to.equal('0:00');
    await time.pass(62_500);
    expect(the(element, 'timer').textContent?.trim()).to.equal('1:02');
    expect(element.duration).to.equal(62);
    call.become('active');
    await time.pass(1_000);
    expect(the(element, 'timer').textContent?.trim()).to.equal('1:03');
    call.bye();
    await reach(element, 'ended');
    expect(events.at(-1)).to.include({duration: 63});
    expect(read(the(element, 'dialog'))).to.contain(span(63, 'en'));
    await time.pass(60_000);
    expect(element.duration).to.equal(63);
  });

  it('that the network loses is lost, not hung up by anybody', async () => {
    const {element, events} = await openPage();
    const call = await talk(element);
    call.giveUp();
    await reach(element, 'ended');
    expect(events.at(-1)).to.include({reason: 'lost', initiator: 'network'});
    expect(read(the(element, 'dialog'))).to.contain(en.ended.lost);
  });

  it('goes on in another call object after a recovery', async () => {
    const time = new FakeTime();
    const {element} = await openPage();
    const call = await talk(element);
    const other = (await client()).attach(call.id);
    expect(element.state).to.equal('reconnecting');
    other.pickUp();
    await time.pass(1_000);
    expect(element.state).to.equal('active');
    expect(element.callId).to.equal(call.id);
    await press(element, 'Mute');
    expect(other.isAudioMuted).to.equal(true);
    expect(call.isAudioMuted).to.equal(false);
    await press(element, 'Hang up');
    await reach(element, 'ended');
    await time.pass(0);
    expect(other.state).to.equal('destroy');
  });

  it('is not disturbed by a state or an error that nobody knows', async () => {
    const {element, events} = await openPage();
    const call = await talk(element);
    const before = events.length;
    call.become('a state of next year' as never);
    call.become('early');
    call.fail(99999);
    call.fail(44001);
    (await client()).fail(45002);
    expect(element.state).to.equal('active');
    expect(events).to.have.length(before);
  });
});

describe('A microphone that can’t be had', () => {
  const errors: Record<string, FailureCode> = {
    NotAllowedError: 'microphone-denied',
    NotFoundError: 'microphone-missing',
    OverconstrainedError: 'microphone-missing',
    NotReadableError: 'microphone-busy',
  };

  /** A click, and this error of the browser's. */
  async function refused(name: string, code: FailureCode) {
    const page = await openPage();
    const {element, events, microphone} = page;
    microphone.prompt().deny(name);
    await press(element, 'Call us');
    await until(() => element.lastError);
    expect(element.state).to.equal('permission');
    expect(element.lastError).to.include({code, retryable: true, message: en.failed[code]});
    expect(element.lastError?.cause).to.have.property('name', name);
    expect(events.at(-1)).to.include({type: 'telnyx-call-error', code});
    await element.updateComplete;
    expect(the(element, 'status').textContent).to.equal(en.failed[code]);
    return page;
  }

  for (const [name, code] of Object.entries(errors)) {
    it(`${name}: the visitor reads what to do, and may try again`, async () => {
      const {element, events, microphone} = await refused(name, code);
      microphone.give();
      await press(element, 'Try again');
      await placedCall();
      expect(events.filter(({type}) => type === 'telnyx-call-error')).to.have.length(1);
      expect(events.filter(({type}) => type === 'telnyx-call-end')).to.have.length(0);
    });
  }

  it('SecurityError: what the site alone can mend is said to its owner, too', async () => {
    const {complaints} = await refused('SecurityError', 'microphone-blocked');
    expect(complaints()).to.have.length(1);
  });

  it('goes on by itself once it is allowed', async () => {
    const {element, microphone} = await openPage();
    microphone.prompt().deny();
    await press(element, 'Call us');
    await until(() => element.lastError);
    microphone.give();
    microphone.decide('granted');
    await placedCall();
    expect(microphone.asked).to.have.length(2);
  });

  it('can be given up: the attempt is cancelled, and nothing waits any more', async () => {
    const {element, microphone, events} = await openPage();
    microphone.prompt().deny();
    await press(element, 'Call us');
    await until(() => element.lastError);
    await press(element, 'Cancel');
    expect(events.at(-1)).to.include({type: 'telnyx-call-end', reason: 'cancelled'});
    microphone.give();
    microphone.decide('granted');
    await until(() => TelnyxRTC.open.length === 0);
    expect(microphone.asked).to.have.length(1);
  });
});

describe('A line that does not open', () => {
  const codes: Record<number, FailureCode> = {
    45003: 'connection-failed',
    46001: 'login-refused',
    46002: 'login-refused',
  };
  for (const [number, code] of Object.entries(codes)) {
    const refused = code === 'login-refused';
    it(`SDK error ${number}: ${code}, and the next try gets a new line${refused ? ' and token' : ''}`, async () => {
      const {element, endpoint, complaints} = await openPage();
      await press(element, 'Call us');
      const line = await client();
      line.fail(Number(number));
      await reach(element, 'failed');
      expect(element.lastError).to.include({code, retryable: true});
      await until(() => line.disconnected);
      expect(complaints()).to.have.length(1);
      await press(element, 'Try again');
      await placedCall();
      expect(TelnyxRTC.made.length).to.equal(2);
      expect(endpoint.requests).to.have.length(refused ? 2 : 1);
    });
  }

  it('within 15 seconds, because nobody answers, is given up', async () => {
    const time = new FakeTime();
    const {element, complaints} = await openPage();
    await press(element, 'Call us');
    await client();
    await time.pass(14_000);
    expect(element.state).to.equal('connecting');
    await time.pass(1_000);
    await reach(element, 'failed');
    expect(element.lastError?.code).to.equal('connection-failed');
    complaints();
  });
});

describe('A call that can’t be set up', () => {
  it('fails with the SDK’s error, hangs up, and is also an end', async () => {
    const {element, events, microphone, complaints} = await openPage();
    const call = await ring(element);
    call.fail(40004);
    await reach(element, 'failed');
    expect(call.state).to.be.oneOf(['hangup', 'destroy']);
    expect(microphone.on).to.equal(false);
    expect(events.slice(-2).map(({type}) => type)).to.deep.equal(['telnyx-call-error', 'telnyx-call-end']);
    expect(events.at(-1)).to.include({callId: call.id, reason: 'lost', initiator: 'network'});
    expect(element.lastError?.cause).to.include({code: 40004});
    expect(complaints()[0]).to.contain('call-failed');
  });

  it('because the SDK throws, fails the same way', async () => {
    const {element, complaints} = await openPage();
    await press(element, 'Call us');
    const line = await client();
    line.newCall = () => {
      throw new Error('of the SDK');
    };
    line.ready();
    await reach(element, 'failed');
    expect(element.lastError).to.include({code: 'call-failed'});
    expect(String(element.lastError?.cause)).to.contain('of the SDK');
    complaints();
  });
});
