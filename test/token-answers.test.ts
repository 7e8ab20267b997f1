import {expect} from '@open-wc/testing';
import {TelnyxCallErrorEvent, type FailureCode} from '../src/index.js';
import {en} from '../src/locales/en.js';
import {all, nameOf, read, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach} from './fakes/page.js';
import {FakeTime} from './fakes/time.js';
import {json, jwt, noNetwork, plain} from './fakes/token-endpoint.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {again} from './fakes/words.js';

const link = 'Call +1 234 567 8900';
const token = jwt('visitor');

describe('A token endpoint that answers', () => {
  const answers = {
    'with JSON': json({token}),
    'with a bare JWT': plain(token),
    'with login_token': json({login_token: token}),
    'as Telnyx does, with data': json({data: token}),
  };
  for (const [name, answer] of Object.entries(answers)) {
    it(`${name}: the call is placed with its token`, async () => {
      const {element, endpoint} = await openPage();
      endpoint.answer = answer;
      await press(element, 'Call us');
      await placedCall();
      expect(TelnyxRTC.open[0]?.options.login_token).to.equal(token);
    });
  }

  it('with a destination and a caller: they win over the page’s', async () => {
    const {element, endpoint} = await openPage();
    element.callerName = 'of the page';
    endpoint.answer = json({token, destination: '+1555', callerName: 'A', callerNumber: '+1777'});
    await press(element, 'Call us');
    expect((await placedCall()).options).to.include({
      destinationNumber: '+1555',
      callerName: 'A',
      callerNumber: '+1777',
    });
  });

  it('without a destination, where the page has none either: calling is not set up', async () => {
    const {element, complaints} = await openPage();
    element.destination = null;
    await press(element, 'Call us');
    (await client()).ready();
    await reach(element, 'failed');
    expect(element.lastError?.code).to.equal('not-configured');
    complaints();
  });
});

interface Trouble {
  readonly answer: () => Response | Promise<Response>;
  readonly code: FailureCode;
  readonly again: boolean;
  readonly level: string;
  readonly reads?: string;
}

describe('A token endpoint that gives no token', () => {
  const troubles: Record<string, Trouble> = {
    '401': {answer: plain('', {status: 401}), code: 'token-refused', again: false, level: 'error'},
    '403': {answer: plain('', {status: 403}), code: 'token-refused', again: false, level: 'error'},
    '429 with Retry-After': {
      answer: plain('', {status: 429, headers: {'retry-after': '30'}}),
      code: 'token-busy',
      again: true,
      level: 'warn',
      reads: again(30),
    },
    '503 for an hour': {
      answer: plain('', {status: 503, headers: {'retry-after': '3600'}}),
      code: 'token-busy',
      again: true,
      level: 'warn',
      reads: again(3600),
    },
    '500': {answer: plain('', {status: 500}), code: 'token-unavailable', again: true, level: 'warn'},
    'no network': {answer: noNetwork, code: 'token-unavailable', again: true, level: 'warn'},
    'a login page': {answer: plain('<!doctype html>'), code: 'token-invalid', again: false, level: 'error'},
    '404': {answer: plain('', {status: 404}), code: 'token-invalid', again: false, level: 'error'},
  };

  for (const [name, {answer, code, again, level, reads = ''}] of Object.entries(troubles)) {
    it(`${name}: the visitor reads it and has a way out${again ? ', and may try again' : ''}`, async () => {
      const time = new FakeTime();
      const {element, endpoint, events, microphone, complaints} = await openPage();
      endpoint.answer = answer;
      await press(element, 'Call us');
      while (element.state !== 'failed') await time.pass(100);
      await element.updateComplete;
      const panel = the(element, 'dialog');
      expect(read(panel)).to.contain(en.failed[code]).and.to.contain(reads);
      expect(all(element, 'link').map(nameOf)).to.deep.equal([link]);
      expect(all(element, 'button', 'Try again')).to.have.length(again ? 1 : 0);
      expect(microphone.on).to.equal(false);
      const error = events.at(-1);
      expect(error)
        .to.be.instanceOf(TelnyxCallErrorEvent)
        .and.include({code, retryable: again, message: en.failed[code]});
      expect(element.lastError).to.include({code, retryable: again});
      expect(events.filter(({type}) => type === 'telnyx-call-error')).to.have.length(1);
      const said = complaints();
      expect(said).to.have.length(1);
      expect(said[0]).to.match(new RegExp(`^${level} <telnyx-call-button>: ${code}`));

      await press(element, 'Close');
      expect(all(element, 'button').map(nameOf)).to.deep.equal(again ? ['Call us'] : []);
      expect(all(element, 'link').map(nameOf)).to.deep.equal(again ? [] : [link]);
    });
  }

  it('once: the next try gets one, and the call is placed', async () => {
    const {element, endpoint, complaints} = await openPage();
    endpoint.first.push(plain('', {status: 429}));
    await press(element, 'Call us');
    await reach(element, 'failed');
    await press(element, 'Try again');
    await placedCall();
    expect(element.lastError).to.equal(undefined);
    complaints();
  });

  it('never names a token to the page or to the console', async () => {
    const {element, events, complaints} = await openPage();
    await press(element, 'Call us');
    const call = await placedCall();
    call.fail(40005);
    await reach(element, 'failed');
    const told = JSON.stringify([
      complaints(),
      events,
      element.lastError,
      element.outerHTML,
      element.shadowRoot?.innerHTML,
    ]);
    expect(told).not.to.contain(token);
  });
});
