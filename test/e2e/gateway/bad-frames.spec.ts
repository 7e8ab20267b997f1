import fc from 'fast-check';
import {RTCPeerConnection} from 'werift';
import {WebSocket} from 'ws';
import {mintToken, startGateway, type Gateway} from '../../../demo/gateway/index.js';
import {expect, test} from '../support/fixtures.js';

interface Answer {
  id?: unknown;
  error?: {code: number};
  result?: object;
}

/** A socket with no SDK behind it. */
class Raw {
  readonly answers: Answer[] = [];
  #last = 0;

  private constructor(readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Answer & {method?: string};
      // The gateway asks, too: its pings are no answers.
      if (!frame.method) this.answers.push(frame);
    });
  }

  static async open(gateway: Gateway): Promise<Raw> {
    const ws = new WebSocket(gateway.url);
    await new Promise((done) => ws.once('open', done));
    return new Raw(ws);
  }

  static async loggedIn(gateway: Gateway): Promise<Raw> {
    const raw = await Raw.open(gateway);
    const login_token = await mintToken(gateway.secret, {user: 'raw', expiresIn: 60});
    expect(await raw.request('login', {login_token})).toMatchObject({result: {message: 'logged in'}});
    return raw;
  }

  async request(method: string, params: unknown): Promise<Answer | undefined> {
    this.#last += 1;
    const id = `raw-${this.#last}`;
    this.ws.send(JSON.stringify({jsonrpc: '2.0', id, method, params}));
    await expect.poll(() => this.answers.some((answer) => answer.id === id), {intervals: [5]}).toBe(true);
    return this.answers.find((answer) => answer.id === id);
  }
}

/** A complete offer, made without a browser. */
async function realOffer(): Promise<string> {
  const pc = new RTCPeerConnection({bundlePolicy: 'max-bundle', iceServers: [], iceLite: true});
  pc.addTransceiver('audio');
  const {sdp} = await pc.createOffer();
  await pc.close();
  return sdp;
}

test('what is no request is answered with an error', async ({gateway}) => {
  const raw = await Raw.loggedIn(gateway);
  const before = raw.answers.length;
  for (const text of [
    'not JSON',
    '[]',
    '7',
    'null',
    '{}',
    '{"method":7}',
    '{"id":1,"method":"x","params":[]}',
  ])
    raw.ws.send(text);
  raw.ws.send(Buffer.from([1, 2, 3]));
  await expect
    .poll(() => raw.answers.slice(before).map(({error}) => error?.code))
    .toEqual([-32700, -32600, -32600, -32600, -32600, -32600, -32600]);
  expect(await raw.request('telnyx_rtc.ping', {})).toMatchObject({result: {}});
});

test('unknown methods, wrong parameters and unknown calls are refused', async ({gateway}) => {
  const raw = await Raw.loggedIn(gateway);
  const code = async (method: string, params: unknown): Promise<number | undefined> =>
    (await raw.request(method, params))?.error?.code;
  expect(await code('telnyx_rtc.nonsense', {})).toBe(-32601);
  expect(await code('constructor', {})).toBe(-32601);
  expect(await code('telnyx_rtc.invite', {})).toBe(-32602);
  expect(await code('telnyx_rtc.invite', {sdp: 7, dialogParams: {callID: 'a'}})).toBe(-32602);
  expect(await code('telnyx_rtc.bye', {dialogParams: {callID: 'a'}})).toBe(-32002);
  expect(await code('telnyx_rtc.modify', {action: 'hold'})).toBe(-32002);
  expect(gateway.state().legs).toEqual([]);
});

test('nothing is served before the login', async ({gateway}) => {
  const raw = await Raw.open(gateway);
  expect(await raw.request('telnyx_rtc.invite', {})).toMatchObject({error: {code: -32001}});
});

test('an SDP that is none ends the call', async ({gateway}) => {
  const raw = await Raw.loggedIn(gateway);
  const dialogParams = {callID: 'bad-sdp', destination_number: 'tone'};
  await raw.request('telnyx_rtc.invite', {sdp: 'm=audio nonsense', dialogParams});
  await expect.poll(() => gateway.state()).toMatchObject({legs: [], frames: {sent: {'telnyx_rtc.bye': 1}}});
});

test('SDPs with missing lines are answered or refused, and leave no media behind', async ({gateway}) => {
  const raw = await Raw.loggedIn(gateway);
  const offer = await realOffer();
  const lines = offer.split('\r\n');
  for (const [index] of lines.entries()) {
    const sdp = lines.toSpliced(index, 1).join('\r\n');
    const dialogParams = {callID: `line-${index}`, destination_number: 'announcement'};
    await raw.request('telnyx_rtc.invite', {sdp, dialogParams});
    await raw.request('telnyx_rtc.modify', {action: 'updateMedia', sdp, dialogParams});
    await raw.request('telnyx_rtc.bye', {dialogParams});
  }
  expect(gateway.state().legs).toEqual([]);
});

test('a bye is served even if the socket closes right behind it', async ({gateway}) => {
  const raw = await Raw.loggedIn(gateway);
  const dialogParams = {callID: 'last-words', destination_number: 'ringing'};
  await raw.request('telnyx_rtc.invite', {sdp: await realOffer(), dialogParams});
  raw.ws.send(JSON.stringify({jsonrpc: '2.0', id: 'bye', method: 'telnyx_rtc.bye', params: {dialogParams}}));
  raw.ws.close();
  await expect.poll(() => gateway.state()).toMatchObject({sockets: 0, legs: []});
});

test('a client does not reach the calls of another', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  const raw = await Raw.loggedIn(gateway);
  const {callID} = gateway.state().legs[0] ?? {};
  expect(await raw.request('telnyx_rtc.bye', {dialogParams: {callID}})).toMatchObject({
    error: {code: -32002},
  });
  expect(await sdk.state()).toBe('active');
});

test('a frame of more than 1 MB closes the socket', async ({gateway}) => {
  const raw = await Raw.open(gateway);
  const closed = new Promise((done) => raw.ws.once('close', done));
  raw.ws.send('x'.repeat(1024 * 1024 + 1));
  expect(await closed).toBe(1009);
});

test('random frames never stop it', async ({gateway}) => {
  const raw = await Raw.loggedIn(gateway);
  const methods = [
    'invite',
    'answer',
    'attach',
    'bye',
    'modify',
    'info',
    'candidate',
    'gatewayState',
    'ping',
  ];
  const params = fc.record(
    {
      callID: fc.anything(),
      sdp: fc.oneof(fc.string(), fc.constant('v=0\r\nm=audio 9 X 0\r\n'), fc.anything()),
      action: fc.oneof(fc.constantFrom('hold', 'updateMedia'), fc.anything()),
      dtmf: fc.anything(),
      login_token: fc.string(),
      dialogParams: fc.oneof(
        fc.record({callID: fc.string(), destination_number: fc.string(), custom_headers: fc.anything()}),
        fc.anything(),
      ),
    },
    {requiredKeys: []},
  );
  const frame = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({
      jsonrpc: fc.constant('2.0'),
      id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
      method: fc.oneof(
        fc.constantFrom(
          ...methods.map((name) => `telnyx_rtc.${name}`),
          'login',
          'anonymous_login',
          'ai_conversation',
        ),
        fc.string(),
      ),
      params,
    }),
  );
  for (const sample of fc.sample(frame, {numRuns: 400, seed: 1}))
    raw.ws.send(typeof sample === 'string' ? sample : (JSON.stringify(sample, plain) ?? 'null'));
  expect(await raw.request('telnyx_rtc.ping', {})).toBeDefined();
  await expect.poll(() => gateway.state().legs).toEqual([]);
});

/** JSON has no big integers. */
const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

test('a taken port rejects, and the process lives on', async ({gateway}) => {
  const port = Number(new URL(gateway.http).port);
  await expect(startGateway({port})).rejects.toThrow('EADDRINUSE');
});

test('who has left before a late login is served is not logged in', async ({gateway}) => {
  gateway.control('delay', {ms: 300, methods: ['login']});
  const gone = await Raw.open(gateway);
  const login_token = await mintToken(gateway.secret, {user: 'gone', expiresIn: 60});
  gone.ws.send(JSON.stringify({jsonrpc: '2.0', id: 'late', method: 'login', params: {login_token}}));
  await expect.poll(() => gateway.state().frames.received.login).toBe(1);
  gone.ws.close();
  // Asked later, and served.
  const stays = await Raw.loggedIn(gateway);
  expect(gateway.state().clients.map(({user}) => user)).toEqual(['raw']);
  stays.ws.close();
});

test('who leaves while the token is looked at is not logged in', async ({gateway}) => {
  const gone = await Promise.all(Array.from({length: 60}, () => Raw.open(gateway)));
  const login_token = await mintToken(gateway.secret, {user: 'gone', expiresIn: 60});
  for (const [turns, {ws}] of gone.entries()) {
    ws.send(JSON.stringify({jsonrpc: '2.0', id: 'last', method: 'login', params: {login_token}}));
    // The gateway runs in this process: they leave up to eleven turns later, many of them in between.
    for (let turn = 0; turn < turns % 12; turn++) await new Promise(setImmediate);
    ws.terminate();
  }
  await expect.poll(() => gateway.state().sockets).toBe(0);
  // Asked later, and served.
  const stays = await Raw.loggedIn(gateway);
  expect(gateway.state().clients.filter(({connected}) => connected)).toMatchObject([{user: 'raw'}]);
  stays.ws.close();
});
