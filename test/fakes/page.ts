import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/index.js';
import type {TelnyxCallButton} from '../../src/telnyx-call-button.js';
import {the} from './look.js';
import {FakeMicrophone} from './microphone.js';
import {replace} from './replace.js';
import {TelnyxRTC, type FakeCall} from './telnyx-webrtc.js';
import {TokenEndpoint, tokenUrl} from './token-endpoint.js';
import {settle, until} from './until.js';

/** The tag of the contract. */
export const usual = html`
  <telnyx-call-button token-url=${tokenUrl} destination="+12345678900">
    <a href="tel:+12345678900">Call +1 234 567 8900</a>
  </telnyx-call-button>
`;

const names = ['telnyx-call-request', 'telnyx-call-state', 'telnyx-call-end', 'telnyx-call-error'] as const;

/** A page with a button, a token endpoint, a microphone, and the SDK's stand-in. */
export interface Page {
  readonly element: TelnyxCallButton;
  readonly endpoint: TokenEndpoint;
  readonly microphone: FakeMicrophone;
  /** Every event of the element that reached the document. */
  readonly events: Event[];
  /** What the console was told since the last look. A test must look at what it causes. */
  readonly complaints: () => string[];
}

const rejections: unknown[] = [];
window.addEventListener('unhandledrejection', ({reason}) => rejections.push(reason));

let opened: Page | undefined;
let forget = (): void => undefined;

/** Opens a page. The first button in the markup is the page's element. */
export async function openPage(
  markup: TemplateResult = usual,
  permission: PermissionState = 'prompt',
): Promise<Page> {
  TelnyxRTC.made.length = 0;
  const endpoint = new TokenEndpoint();
  const microphone = new FakeMicrophone(permission);
  const said: string[] = [];
  for (const level of ['warn', 'error'] as const) {
    replace(console, level, (...args: unknown[]) => void said.push([level, ...args].join(' ')));
  }
  const events: Event[] = [];
  const note = (event: Event) => events.push(event);
  names.forEach((name) => document.addEventListener(name, note));
  forget = () => names.forEach((name) => document.removeEventListener(name, note));
  const top = await fixture<HTMLElement>(markup);
  const selector = 'telnyx-call-button';
  const element = top.matches(selector) ? (top as TelnyxCallButton) : top.querySelector(selector)!;
  await element.updateComplete;
  return (opened = {element, endpoint, microphone, events, complaints: () => said.splice(0)});
}

/** Presses a button in the element, by its name. */
export async function press(element: TelnyxCallButton, name: string | RegExp): Promise<void> {
  the(element, 'button', name).click();
  await element.updateComplete;
}

/** The page's client, once there is one. */
export async function client(): Promise<TelnyxRTC> {
  await until(() => TelnyxRTC.open.length, 'a client is open');
  return TelnyxRTC.open.at(-1)!;
}

/** The call on the page's client, once it is placed. The client gets ready for it. */
export async function placedCall(): Promise<FakeCall> {
  const line = await client();
  line.ready();
  await until(() => Object.keys(line.calls).length, 'a call is placed');
  return Object.values(line.calls).at(-1)!;
}

/** Starts a call with a click and takes it to ringing. */
export async function ring(element: TelnyxCallButton): Promise<FakeCall> {
  await press(element, /./);
  const call = await placedCall();
  call.trying();
  call.ring();
  await element.updateComplete;
  return call;
}

/** Starts a call with a click and has it answered. */
export async function talk(element: TelnyxCallButton): Promise<FakeCall> {
  const call = await ring(element);
  call.pickUp();
  await element.updateComplete;
  return call;
}

/** Waits for a state. */
export async function reach(element: TelnyxCallButton, state: TelnyxCallButton['state']): Promise<void> {
  await until(() => element.state === state, `${state}, not ${element.state}`);
  await element.updateComplete;
}

// After the fixture is cleaned up, which the testing library does in a hook of its own: every test shows that a
// button that has gone leaves nothing open.
afterEach(async () => {
  forget();
  if (!opened) return;
  const {microphone, complaints} = opened;
  opened = undefined;
  await settle();
  await until(() => TelnyxRTC.open.length === 0, 'every client is closed');
  await until(() => !microphone.on, 'the microphone is off');
  expect(TelnyxRTC.handlers).to.equal(0);
  expect(complaints()).to.deep.equal([]);
  expect(rejections.splice(0)).to.deep.equal([]);
});
