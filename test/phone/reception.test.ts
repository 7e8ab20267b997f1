import {expect} from '@open-wc/testing';
import type {Failure} from '../../src/errors.js';
import {BrowserMicrophone} from '../../src/phone/microphone.js';
import {Reception} from '../../src/phone/reception.js';
import {TelnyxPhone} from '../../src/phone/telnyx-phone.js';
import {loadSdk} from '../../src/phone/telnyx-sdk.js';
import {TokenClient} from '../../src/phone/token-client.js';
import {callConfig} from '../fakes/config.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {FakeTime} from '../fakes/time.js';
import {jwt} from '../fakes/token-endpoint.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const nothing = () => undefined;

/** A reception that is on, and what its telephone answers: at once, or when the test says so. */
function open(answer: () => Promise<number | Failure | undefined>) {
  const time = new FakeTime();
  const phone = {registered: 0, answer};
  const reception = new Reception({
    register: () => {
      phone.registered++;
      return phone.answer();
    },
    nudge: nothing,
    leave: nothing,
  });
  reception.set(true);
  const close = () => {
    reception.set(false);
    expect(time.running).to.equal(0);
  };
  return {time, phone, reception, close};
}

describe('A telephone that stays registered', () => {
  it('that is told to do so in the past: every half minute, and no more', async () => {
    let left = 50;
    const {time, phone, close} = open(async () => (left-- ? Date.now() - HOUR : undefined));
    await time.pass(10 * MINUTE);
    expect(phone.registered).to.equal(21);
    close();
  });

  it('that was asked while it registered: does so once more, and no more', async () => {
    const answers: Array<(at: undefined) => void> = [];
    const {time, phone, reception, close} = open(() => new Promise((resolve) => answers.push(resolve)));
    reception.now();
    reception.now();
    expect(phone.registered).to.equal(1);
    answers[0]!(undefined);
    await time.pass(0);
    expect(phone.registered).to.equal(2);
    answers[1]!(undefined);
    await time.pass(0);
    expect(phone.registered).to.equal(2);
    close();
  });

  it('whose line is lost right after each time: later and later, and soon again after one that lasted', async () => {
    const {time, reception, close} = open(async () => undefined);
    for (let tries = 0; tries < 10; tries++) {
      await time.pass(time.wait ?? 0);
      reception.lost();
    }
    expect(time.wait).to.be.at.least(45_000);
    await time.pass(time.wait!);
    await time.pass(2 * MINUTE);
    reception.lost();
    expect(time.wait).to.be.at.most(1_250);
    close();
  });
});

/** A telephone with a login that the page gives. */
function setUp(getToken: () => Promise<string>) {
  const time = new FakeTime();
  const config = callConfig({destination: '+123', getToken});
  const tokens = new TokenClient(() => config, nothing);
  const microphone = new BrowserMicrophone(nothing, nothing);
  const phone = new TelnyxPhone(() => config, tokens, microphone, nothing);
  const before = TelnyxRTC.made.length;
  const lines = () => TelnyxRTC.made.slice(before);
  const close = async () => {
    phone.receive(false);
    phone.close();
    await time.pass(0);
    expect(TelnyxRTC.open).to.have.length(0);
    expect(time.running).to.equal(0);
  };
  return {time, phone, lines, close};
}

describe('A button’s telephone that can be called', () => {
  before(loadSdk);

  it('is gone before its token comes: no line is opened', async () => {
    let answer: (token: string) => void = nothing;
    const {time, phone, lines, close} = setUp(() => new Promise((resolve) => (answer = resolve)));
    phone.receive(true);
    await time.pass(0);
    phone.receive(false);
    answer(jwt('visitor'));
    await time.pass(0);
    expect(lines()).to.have.length(0);
    await close();
  });

  it('is gone before the token of a call’s new line comes: none is opened', async () => {
    let answer: (token: string) => void = nothing;
    const {time, phone, lines, close} = setUp(() => new Promise((resolve) => (answer = resolve)));
    phone.load(1);
    phone.place(1);
    await time.pass(0);
    phone.close();
    answer(jwt('visitor'));
    await time.pass(0);
    expect(lines()).to.have.length(0);
    await close();
  });

  it('with a token that has expired by the visitor’s clock: registers once, and waits for nothing', async () => {
    let asked = 0;
    const token = jwt('visitor', Math.floor(Date.now() / 1000) - 3_600);
    const {time, phone, lines, close} = setUp(async () => (asked++, token));
    phone.receive(true);
    await time.pass(0);
    lines()[0]!.ready();
    await time.pass(HOUR);
    expect([asked, lines().length]).to.deep.equal([1, 1]);
    await close();
  });

  it('with tokens that never expire: an open line is kept when the page wakes', async () => {
    let asked = 0;
    const {time, phone, lines, close} = setUp(async () => jwt(`visitor ${++asked}`));
    phone.receive(true);
    await time.pass(0);
    lines()[0]!.ready();
    await time.pass(2 * MINUTE);
    window.dispatchEvent(new Event('online'));
    await time.pass(0);
    expect([asked, lines().length]).to.deep.equal([1, 1]);
    await close();
  });

  it('renews the line’s own login, and opens no other', async () => {
    let asked = 0;
    const next = async () => jwt(`visitor ${++asked}`, Math.floor(Date.now() / 1000) + 3_600);
    const {time, phone, lines, close} = setUp(next);
    phone.receive(true);
    await time.pass(0);
    lines()[0]!.ready();
    await time.pass(HOUR);
    expect([asked, lines().length, lines()[0]!.asked('login')]).to.deep.equal([2, 1, 1]);
    await close();
  });

  it('could not register, and trying again was no use: does so when it is asked to anew', async () => {
    let token = 'no token';
    const {time, phone, lines, close} = setUp(async () => token);
    phone.receive(true);
    await time.pass(HOUR);
    expect(lines()).to.have.length(0);
    token = jwt('visitor');
    phone.receive(true);
    await time.pass(0);
    expect(lines()).to.have.length(1);
    await close();
  });
});
