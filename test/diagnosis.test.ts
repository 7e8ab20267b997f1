import {expect} from '@open-wc/testing';
import type {DiagnosticReport, TelnyxCallButton} from '../src/index.js';
import {client, openPage, placedCall, reach, talk, type Page} from './fakes/page.js';
import {TelnyxRTC, type FakeCall} from './fakes/telnyx-webrtc.js';
import {plain} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';

const found = {
  version: 1,
  verdict: 'ready',
  callId: 'x',
  raw: {samples: [{}]},
  ice: {candidates: [{address: '192.0.2.1', usernameFragment: 'ufrag'}]},
  serverTests: [{server: {urls: 'turn:turn.example.test', username: 'me', credential: 'pass'}}],
};
const told = {
  version: 1,
  verdict: 'ready',
  callId: 'x',
  ice: {candidates: [{address: '192.0.2.1'}]},
  serverTests: [{server: {urls: 'turn:turn.example.test'}}],
};

interface Run {
  readonly line: TelnyxRTC;
  readonly calls: readonly FakeCall[];
  /** What became of it. */
  readonly outcome: Promise<DiagnosticReport | undefined>;
  /** The SDK knows, or fails. */
  readonly end: (report: Promise<unknown>) => void;
}

/** A test of the SDK's whose calls are answered. */
async function run(
  element: TelnyxCallButton,
  test: 'runPreCall' | 'runNetworkCheck' = 'runPreCall',
): Promise<Run> {
  const outcome = element[test]();
  outcome.catch(() => undefined);
  const line = await client();
  let end!: Run['end'];
  line.diagnosed = new Promise((resolve) => (end = resolve));
  await placedCall();
  const calls = Object.values(line.calls);
  calls.forEach((call) => call.trying());
  calls.forEach((call) => call.pickUp());
  return {line, calls, outcome, end};
}

const failure = (outcome: Promise<unknown>): Promise<string> =>
  outcome.then(
    () => 'resolved',
    (error: unknown) => String(error),
  );

const streams = (calls: readonly FakeCall[]) => calls.map(({options}) => options.localStream);

describe('A test of the SDK', () => {
  it('is let live, resolves with the report without what is secret, and leaves nothing', async () => {
    const {element, events, microphone} = await openPage();
    const {line, calls, outcome, end} = await run(element);
    await settle();
    expect(calls.map(({state}) => state)).to.deep.equal(['active']);
    expect(microphone.on).to.equal(true);
    end(Promise.resolve(found));
    expect(await outcome).to.deep.equal(told);
    await until(() => line.disconnected);
    expect(line.asked('telnyx_rtc.bye')).to.equal(1);
    expect(microphone.on).to.equal(false);
    expect(events).to.deep.equal([]);
    expect(element.state).to.equal('idle');
  });

  it('of the network places its calls at the same time, each with a microphone of its own', async () => {
    const {element} = await openPage();
    const {line, calls, outcome, end} = await run(element, 'runNetworkCheck');
    expect(calls).to.have.length(2);
    expect(new Set(streams(calls)).size).to.equal(2);
    end(Promise.resolve(found));
    expect(await outcome).to.deep.equal(told);
    expect(line.asked('telnyx_rtc.bye')).to.equal(2);
  });

  it('is refused in a call, which goes on', async () => {
    const {element} = await openPage();
    const call = await talk(element);
    expect(await failure(element.runPreCall())).to.contain('under way');
    expect(call.state).to.equal('active');
    await element.hangUp();
  });

  it('is refused during another one', async () => {
    const {element} = await openPage();
    const {outcome, end} = await run(element);
    expect(await failure(element.runNetworkCheck())).to.contain('under way');
    end(Promise.resolve(found));
    expect(await outcome).to.deep.equal(told);
  });

  it('that fails rejects, and its call and microphone go with it', async () => {
    const {element, microphone} = await openPage();
    const {line, outcome, end} = await run(element);
    const broken = Promise.reject(new Error('of the SDK'));
    end(broken);
    expect(await failure(outcome)).to.equal('Error: <telnyx-call-button>: runPreCall() failed: of the SDK.');
    await until(() => line.disconnected);
    expect(line.asked('telnyx_rtc.bye')).to.equal(1);
    expect(microphone.on).to.equal(false);
  });

  it('is ended by a visitor who calls', async () => {
    const {element} = await openPage();
    const {line, calls, outcome} = await run(element);
    void element.call();
    expect(await failure(outcome)).to.contain('a call was begun');
    expect(calls[0]?.state).to.match(/hangup|destroy/);
    await until(() => line.placed.length === 2);
    line.placed[1]?.trying();
    line.placed[1]?.pickUp();
    await reach(element, 'active');
    await element.hangUp();
  });

  for (const [what, hold] of [
    [
      'microphone',
      ({microphone}: Page, given: Promise<void>) => {
        const {answer} = microphone;
        microphone.answer = () => given.then(() => answer());
      },
    ],
    [
      'token',
      ({endpoint}: Page, given: Promise<void>) => {
        const {answer} = endpoint;
        endpoint.answer = () => given.then(() => answer());
      },
    ],
  ] as const) {
    it(`that is ended by the button's removal opens no line when its ${what} comes`, async () => {
      const page = await openPage();
      const {element} = page;
      let give!: () => void;
      hold(page, new Promise((resolve) => (give = resolve)));
      const outcome = failure(element.runPreCall());
      await settle();
      element.remove();
      expect(await outcome).to.contain('left');
      give();
      await settle();
      expect(TelnyxRTC.made).to.have.length(0);
    });

    it(`that is ended by a call places none of its own when its ${what} comes`, async () => {
      const page = await openPage();
      const {element} = page;
      let give!: () => void;
      hold(page, new Promise((resolve) => (give = resolve)));
      const outcome = failure(element.runPreCall());
      await settle();
      void element.call();
      expect(await outcome).to.contain('a call was begun');
      give();
      await placedCall();
      await settle();
      expect(TelnyxRTC.open[0]?.placed).to.have.length(1);
      await element.hangUp();
    });
  }

  it('that is ended while its line opens places no call', async () => {
    const {element} = await openPage();
    const outcome = failure(element.runPreCall());
    const line = await client();
    void element.call();
    expect(await outcome).to.contain('a call was begun');
    await placedCall();
    await settle();
    expect(line.placed).to.have.length(1);
    await element.hangUp();
  });

  it('is ended by an outage, and its call is not taken up again', async () => {
    const {element, microphone} = await openPage();
    const {line, calls, outcome} = await run(element);
    line.loseSocket();
    expect(await failure(outcome)).to.contain('the connection was lost');
    expect(microphone.on).to.equal(false);
    const id = calls[0]!.id;
    line.ready([id]);
    expect(line.attach(id).answered).to.equal(false);
    await until(() => line.disconnected);
  });

  it('is ended with the button', async () => {
    const {element} = await openPage();
    const {line, outcome} = await run(element);
    element.remove();
    expect(await failure(outcome)).to.contain('left');
    await until(() => line.disconnected);
  });

  it('rejects without a microphone, and opens no line', async () => {
    const {element, microphone} = await openPage();
    microphone.refuse('NotAllowedError');
    expect(await failure(element.runPreCall())).to.contain('runPreCall() failed: ');
    await until(() => TelnyxRTC.open.length === 0);
  });

  it('rejects without a token, and turns the microphone off that comes late', async () => {
    const {element, endpoint, microphone} = await openPage();
    const {allow} = microphone.prompt();
    endpoint.answer = plain('', {status: 403});
    expect(await failure(element.runPreCall())).to.match(/runPreCall\(\) failed: token-[a-z]+\.$/);
    allow();
    await settle();
    expect(microphone.streams).to.have.length(1);
    expect(microphone.on).to.equal(false);
  });

  it('rejects in a preview, where nothing is asked for', async () => {
    const {element, microphone} = await openPage();
    element.preview = 'active';
    expect(await failure(element.runPreCall())).to.contain('preview');
    expect(microphone.asked).to.deep.equal([]);
  });
});
