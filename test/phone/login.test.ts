import {expect} from '@open-wc/testing';
import {RENEWED_EVERY_MS} from '../../src/phone/login.js';
import {TelnyxLine} from '../../src/phone/telnyx-line.js';
import {loadSdk} from '../../src/phone/telnyx-sdk.js';
import {deaf} from '../fakes/deaf.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {FakeTime} from '../fakes/time.js';

const SESSION_SEEN_AT = 'telnyx-voice-sdk-session-id-stored-at';
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A line that is registered with a token of that age (ms), and a source of further ones. */
async function open(life: number) {
  const time = new FakeTime();
  const tokens = {asked: 0, next: (): {token: string; life: number} | undefined => undefined};
  const renew = async () => {
    tokens.asked++;
    const next = tokens.next();
    if (!next) throw new Error('none');
    return {token: next.token, expiresAt: Date.now() + next.life};
  };
  const client = {login_token: 'first'};
  const line = new TelnyxLine(await loadSdk(), {client, expiresAt: Date.now() + life, renew});
  const sdk = TelnyxRTC.made.at(-1)!;
  sdk.ready();
  await line.opened();
  const place = () => {
    line.place('call-1', {destinationNumber: '+123'}, deaf);
    return sdk.placed.at(-1)!;
  };
  const close = async () => {
    line.release();
    await time.pass(0);
    expect(time.running).to.equal(0);
  };
  return {time, tokens, line, sdk, place, close};
}

describe('A login token that is about to expire', () => {
  it('on an idle line: a minute before, the line logs in with a new one, and so on', async () => {
    const {time, tokens, line, sdk, close} = await open(HOUR);
    tokens.next = () => ({token: `number ${tokens.asked}`, life: HOUR});
    await time.pass(HOUR - MINUTE - 1);
    expect(tokens.asked).to.equal(0);
    await time.pass(1);
    expect([tokens.asked, sdk.asked('login'), line.token]).to.deep.equal([1, 1, 'number 1']);
    await time.pass(24 * HOUR);
    expect(tokens.asked).to.be.greaterThan(20);
    expect(sdk.asked('login')).to.equal(tokens.asked);
    expect(line.usable).to.equal(true);
    await close();
  });

  it('in a call: the new one waits for a reconnect, and the line logs in when the call is over', async () => {
    const {time, tokens, line, sdk, place, close} = await open(3 * MINUTE);
    tokens.next = () => ({token: 'second', life: HOUR});
    const call = place();
    await time.pass(2 * MINUTE);
    expect([tokens.asked, sdk.asked('login'), line.token]).to.deep.equal([1, 0, 'second']);
    call.bye();
    await time.pass(0);
    expect([sdk.asked('login'), line.open]).to.deep.equal([1, true]);
    await close();
  });

  it('in a call that was interrupted: the reconnect has logged in already', async () => {
    const {time, tokens, sdk, place, close} = await open(3 * MINUTE);
    tokens.next = () => ({token: 'second', life: HOUR});
    const call = place();
    await time.pass(2 * MINUTE);
    sdk.loseSocket();
    sdk.ready([call.id]);
    call.bye();
    await time.pass(0);
    expect(sdk.asked('login')).to.equal(0);
    await close();
  });

  it('names the session, however long ago the server was heard of last', async () => {
    sessionStorage.setItem(SESSION_SEEN_AT, '1');
    const {time, tokens, close} = await open(HOUR);
    tokens.next = () => ({token: 'second', life: HOUR});
    await time.pass(HOUR - MINUTE);
    expect(Number(sessionStorage.getItem(SESSION_SEEN_AT))).to.equal(Date.now());
    sessionStorage.removeItem(SESSION_SEEN_AT);
    await close();
  });

  it('while it logs in no call is placed: one waits for it', async () => {
    const {time, tokens, line, sdk, close} = await open(HOUR);
    tokens.next = () => ({token: 'second', life: HOUR});
    let answer!: () => void;
    const {serve} = sdk;
    sdk.serve = () => new Promise<void>((resolve) => (answer = resolve));
    await time.pass(HOUR - MINUTE);
    let opened: unknown = 'not yet';
    void line.opened().then((failure) => (opened = failure));
    await time.pass(0);
    expect([line.open, opened]).to.deep.equal([false, 'not yet']);
    answer();
    sdk.serve = serve;
    await time.pass(0);
    expect([line.open, opened]).to.deep.equal([true, undefined]);
    await close();
  });

  it('with no other to be had is asked for again, until it has expired', async () => {
    const {time, tokens, line, sdk, close} = await open(HOUR);
    await time.pass(2 * HOUR);
    expect(tokens.asked).to.be.within(2, MINUTE / RENEWED_EVERY_MS);
    expect([sdk.asked('login'), line.usable]).to.deep.equal([0, true]);
    await close();
  });

  it('is left alone where the page has no other', async () => {
    const {time, tokens, sdk, close} = await open(HOUR);
    tokens.next = () => ({token: 'first', life: 1});
    await time.pass(2 * HOUR);
    expect([tokens.asked, sdk.asked('login')]).to.deep.equal([1, 0]);
    await close();
  });

  it('and never lives long is renewed half-way', async () => {
    const {time, tokens, sdk, close} = await open(MINUTE);
    tokens.next = () => ({token: `number ${tokens.asked}`, life: MINUTE});
    await time.pass(10 * MINUTE);
    expect([tokens.asked, sdk.asked('login')]).to.deep.equal([20, 20]);
    await close();
  });

  it('in some months is not renewed at once', async () => {
    const {time, tokens, close} = await open(100 * 24 * HOUR);
    await time.pass(HOUR);
    expect(tokens.asked).to.equal(0);
    await close();
  });
});
