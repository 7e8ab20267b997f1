import {expect} from '@open-wc/testing';
import {BrowserMicrophone} from '../../src/phone/microphone.js';
import {PlacedCall} from '../../src/phone/placed-call.js';
import {RemoteAudio} from '../../src/phone/remote-audio.js';
import {TelnyxLine} from '../../src/phone/telnyx-line.js';
import {loadSdk} from '../../src/phone/telnyx-sdk.js';
import type {CallEvent} from '../../src/session/state.js';
import type {MediaStats} from '../../src/session/stats.js';
import {FakeMicrophone} from './microphone.js';
import {TelnyxRTC} from './telnyx-webrtc.js';
import {FakeTime} from './time.js';

/** The id of the call. */
export const id = 'call-1';

/**
 * A call on a line that is open.
 *
 * @param token where the line gets another token
 * @param muted whether the page has calls begin so
 */
export async function setUpCall(token = () => Promise.reject<string>(new Error('none')), muted = false) {
  const time = new FakeTime();
  const browser = new FakeMicrophone();
  const events: CallEvent[] = [];
  /** What comes each second besides. */
  const measured: MediaStats[] = [];
  const note = (event: CallEvent) =>
    event.type === 'measured' ? measured.push(event.stats) : events.push(event);
  const microphone = new BrowserMicrophone(
    () => undefined,
    () => undefined,
  );
  microphone.open(1);
  const renew = async () => ({token: await token(), expiresAt: undefined});
  const line = new TelnyxLine(await loadSdk(), {
    client: {login_token: 'a.b.c', mutedMicOnStart: muted},
    renew,
  });
  const client = TelnyxRTC.made.at(-1)!;
  client.ready();
  await time.pass(0);
  const audio = new RemoteAudio(() => undefined);
  const placed = new PlacedCall(line, microphone, audio, 1, note);
  placed.place(id, {destinationNumber: '+123'});
  const call = client.placed[0]!;
  const types = () => events.map(({type}) => type);
  const close = async () => {
    Object.values(client.calls).forEach((left) => left.bye());
    line.release();
    microphone.close();
    await time.pass(0);
    expect(client.disconnected).to.equal(true);
    expect(browser.on).to.equal(false);
    expect(time.running).to.equal(0);
  };
  return {time, browser, events, measured, microphone, line, client, placed, call, types, close};
}

/** What a test of a placed call has in its hands. */
export type PlacedSetUp = Awaited<ReturnType<typeof setUpCall>>;

/** The page's unhandled rejections from now on. */
export function rejections(): () => unknown[] {
  const reasons: unknown[] = [];
  const note = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    reasons.push(event.reason);
  };
  window.addEventListener('unhandledrejection', note);
  return () => {
    window.removeEventListener('unhandledrejection', note);
    return reasons;
  };
}
