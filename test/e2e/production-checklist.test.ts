import {readFileSync, readdirSync} from 'node:fs';
import sdk from '@telnyx/webrtc';
import {mintToken} from '../../demo/gateway/index.js';
import {createTokenEndpoint, localMinter, telnyxMinter} from '../../src/token-endpoint/index.js';
import {en} from '../../src/locales/en.js';
import {startFakeTelnyx} from '../token-endpoint/fake-telnyx.js';
import {Heap} from './support/heap.js';
import {microphoneOf, type MicrophoneState} from './support/microphone-faults.js';
import {CUT_OFF, goOffline, hasFailed, microphoneIsOff, nearlyExpired, runOut} from './support/outage.js';
import {readable, said} from './support/readable.js';
import {expectTone} from './support/sound.js';
import {expect, test, Visitor} from './support/visitor.js';

/** Where a page's button reports the quality of its calls. */
const QUALITY_URL = 'quality-url="/api/telnyx-token?quality"';
const LOSS = expect.arrayContaining(['packet-loss']) as string[];

/** What arrives there, from now on. */
function reportsOf({shop}: Visitor): object[] {
  const reports: object[] = [];
  shop.token = async (request) => {
    if (!request.url.endsWith('?quality')) return shop.mint(request);
    reports.push((await request.json()) as object);
    return new Response(null, {status: 204});
  };
  return reports;
}

/** Notes the events of a type. @returns all of them so far */
async function hear({page}: Visitor, type: string): Promise<() => Promise<object[]>> {
  const heard = await page.evaluateHandle((type) => {
    const events: object[] = [];
    addEventListener(type, (event) => events.push({...event}));
    return events;
  }, type);
  return () => heard.jsonValue();
}

/**
 * A page logs in with a short-lived token of its own site’s endpoint, never with a user name and a password. `credentials` are
 * for development, and the console says so.
 */
test('JWT only in production', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const [login] = visitor.sent('login');
  expect(login?.params.login_token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(login?.params).not.toHaveProperty('passwd');
  await visitor.hangUp();
  await visitor.isClean();

  // Set before the button is one.
  const credentials = "document.body.firstElementChild.credentials = {login: 'developer', password: 'demo'}";
  await visitor.open(
    `${visitor.tag('tone').replace('token-url="/api/telnyx-token"', '')}<script>${credentials}</script>`,
  );
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean(/credentials are for development only/);
});

/**
 * The key stays with the token endpoint. No file of the button reads, takes or sends one, and a page that is in a call has
 * it nowhere: searched are its requests, its storage, its address, its console and its markup.
 */
test('API key never in the browser', async ({visitor, shop, gateway}) => {
  const files = readdirSync('dist/cdn').filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files)
    expect(readFileSync(`dist/cdn/${file}`, 'utf8'), file).not.toMatch(
      /api[-_ ]?key|bearer|telephony_credentials|api\.telnyx\.com/i,
    );

  const apiKey = 'KEY0123456789ABCDEF_checklist';
  const telnyx = await startFakeTelnyx();
  telnyx.answer('POST /telephony_credentials/cred-1/token', {
    status: 201,
    body: await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600}),
    headers: {'content-type': 'text/plain'},
  });
  const mint = telnyxMinter({apiKey, connectionId: 'connection-1', baseURL: telnyx.baseURL});
  shop.token = createTokenEndpoint({mint});
  const lines = said(visitor);
  visitor.page.on('response', (response) => {
    if (response.url().endsWith('telnyx-token')) lines.push(JSON.stringify(response.headers()));
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const inCall = await readable(visitor);
  await visitor.hangUp();
  await visitor.isClean();
  expect(telnyx.seen.map(({authorization}) => authorization)).toContain(`Bearer ${apiKey}`);
  const all = [...lines, inCall, await readable(visitor), JSON.stringify(visitor.frames)].join('\n');
  expect(all).toContain('telnyx-token');
  expect(all.includes(apiKey)).toBe(false);
  await telnyx.close();
});

/**
 * A line that waits for a call logs in with a new token a minute before the old one expires. In a call the new one is only
 * kept, when the SDK warns (34001) or, of a token that it can’t read, a minute before: a reconnect uses it, and the call goes
 * on.
 */
test('token refresh before expiry and on warning 34001 without losing a call', async ({
  visitor,
  shop,
  gateway,
}) => {
  const payload = (token = '') => token.split('.')[1] ?? '';
  // The SDK can't read the second one's: it is base64url with - and _ in it.
  for (const [user, warnedBefore] of [
    [undefined, 120_000],
    ['~~~???>>>ÿÿ', 60_000],
  ] as const) {
    const tokens: string[] = [];
    shop.token = async (request) => {
      // Two of the same second would be the same.
      const lifetime = 3600 - tokens.length;
      const mint = localMinter({secret: gateway.secret, lifetime, ...(user && {user})});
      const response = await createTokenEndpoint({mint})(request);
      const {token} = (await response.clone().json()) as {token: string};
      tokens.push(token);
      return response;
    };
    gateway.control('reset');
    visitor.frames.length = 0;
    await visitor.open(visitor.tag('tone'));
    await visitor.warmUp();
    expect(/[-_]/.test(payload(tokens[0]))).toBe(warnedBefore === 60_000);
    await nearlyExpired(visitor, 60_000);
    await expect.poll(() => gateway.state()).toMatchObject({sockets: 1, logins: 2});

    await visitor.call();
    await nearlyExpired(visitor, warnedBefore);
    await expect.poll(() => tokens.length).toBe(3);
    expect(gateway.state()).toMatchObject({sockets: 1, logins: 2, legs: [{phase: 'active'}]});
    gateway.control('drop');
    await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
    await visitor.reaches('active');
    await expectTone(visitor.page, 440);
    expect(visitor.sent('login').map(({params}) => params.login_token)).toEqual(tokens);
    await visitor.hangUp();
    await visitor.isClean();
  }
});

/** Each visitor logs in as somebody else: the endpoint makes a login of its own for each. */
test('one credential per visitor', async ({visitor, shop, gateway, context}) => {
  const other = new Visitor(await context.newPage(), shop, gateway);
  for (const one of [visitor, other]) {
    await one.open(one.tag('tone'));
    await one.page.bringToFront();
    await one.call();
  }
  const users = gateway.state().legs.map(({user}) => user);
  expect(users).toHaveLength(2);
  expect(new Set(users).size).toBe(2);
  for (const one of [visitor, other]) {
    await one.page.bringToFront();
    await one.control('Hang up').click();
  }
  await visitor.isClean();
  await other.isClean();
});

/** However many buttons stand on a page, it has one connection to Telnyx at a time. */
test('one client per tab', async ({visitor, gateway}) => {
  const names = ['Sales', 'Support', 'Service'];
  const tags = names.map((name) => visitor.tag('tone', `label="${name}"`)).join('');
  await visitor.open(`<main style="display: flex; justify-content: space-between">${tags}</main>`);
  for (const name of names) {
    await visitor.button(name).hover();
    await expect.poll(() => gateway.state().logins).toBe(names.indexOf(name) + 1);
    await expect.poll(() => gateway.state().sockets).toBe(1);
  }
  await visitor.button('Service').click();
  await visitor.reaches('active', 2);
  await visitor.element(0).locator('[part=button]').hover();
  const open = await visitor.page.evaluate(
    () => window.probe.sockets.filter(({readyState}) => readyState === WebSocket.OPEN).length,
  );
  expect(open).toBe(1);
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 3, legs: [{phase: 'active'}]});
  await visitor.page.evaluate(() => document.querySelector('main')?.remove());
  await visitor.isClean();
});

/** The visitor follows a link, closes the tab, or puts the page away on a phone: the call ends, and the line closes. */
test('hang-up and disconnect when the page goes', async ({visitor, shop, gateway, context}) => {
  const WAYS: ReadonlyArray<(page: Visitor['page']) => Promise<unknown>> = [
    (page) => page.goto(`${shop.url}/page.html?another`),
    // What a browser says that keeps the page for the way back.
    (page) => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))),
    (page) => page.close({runBeforeUnload: true}),
  ];
  for (const leave of WAYS) {
    const one = new Visitor(await context.newPage(), shop, gateway);
    await one.open(one.tag('tone'));
    await one.call();
    await leave(one.page);
    await one.isGone();
    expect(gateway.state().frames.received['telnyx_rtc.bye']).toBeGreaterThanOrEqual(1);
    gateway.control('reset');
    if (!one.page.isClosed()) await one.page.close();
  }
  expect(visitor.complaints).toEqual([]);
});

/** Each call’s report reaches the server of the call, without an option to set. No login is in it. */
test('call reports on', async ({visitor, gateway}) => {
  const lines = said(visitor);
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  expect(gateway.state().reports).toHaveLength(1);
  const report = lines.find((line) => line.startsWith('{"summary"')) ?? '';
  expect(report).toContain('"stats"');
  const token = String(visitor.sent('login')[0]?.params.login_token);
  expect(report.includes(token.split('.')[1]!)).toBe(false);
});

/** A connection that gets bad raises an alert: an event in the page, and a report to `quality-url`. */
test('quality alerts', async ({visitor, gateway}) => {
  const reports = reportsOf(visitor);
  await visitor.open(visitor.tag('tone', QUALITY_URL));
  const told = await hear(visitor, 'telnyx-call-quality');
  await visitor.call();
  gateway.control('lose-packets', {oneIn: 3});
  await expect.poll(told, {timeout: 20_000}).toContainEqual(expect.objectContaining({alerts: LOSS}));
  const alert = {event: 'alert', begun: LOSS, quality: expect.objectContaining({alerts: LOSS}) as object};
  await expect.poll(() => reports).toContainEqual(expect.objectContaining(alert));
  gateway.control('restore-media');
  await visitor.hangUp();
  await visitor.isClean();
});

/**
 * How good the connection is (MOS, round-trip time, jitter, packet loss) is told in the call by `telnyx-call-quality`, at its
 * end by `telnyx-call-end`, and to `quality-url`: without a name, a number or a login.
 */
test('metrics logged', async ({visitor}) => {
  const reports = reportsOf(visitor);
  await visitor.open(visitor.tag('tone', `${QUALITY_URL} caller-name="Ann Example"`));
  const inCall = await hear(visitor, 'telnyx-call-quality');
  const atEnd = await hear(visitor, 'telnyx-call-end');
  await visitor.call();
  const number = expect.any(Number) as unknown as number;
  const metrics = {mos: number, rtt: number, jitter: number, packetLoss: number};
  await expect.poll(inCall).toContainEqual(expect.objectContaining(metrics));
  await visitor.hangUp();
  const average = {average: number};
  const quality = {mos: average, rtt: average, jitter: average, packetLoss: average};
  await expect.poll(atEnd).toMatchObject([{reason: 'ended', quality}]);
  // On a loaded machine an alert may be reported before.
  const ends = () => reports.filter((report) => Reflect.get(report, 'event') === 'end');
  await expect.poll(ends).toMatchObject([{reason: 'ended', summary: quality}]);
  expect(JSON.stringify(reports)).not.toMatch(/Ann|tone|eyJ/);
  await visitor.isClean();
});

/**
 * If the microphone hears something whenever the far end is loud, and nothing in a pause, the panel says that headphones
 * help: once in a page, until “Got it”, and not to those who wear some.
 */
test('headphones recommended when echo is likely', async ({visitor}) => {
  // Nobody is heard for some seconds, and then both sides for some more.
  test.slow();
  await visitor.open(visitor.tag('echo'));
  const hint = visitor.panel.getByText(en.headphones);
  /** The button knows nothing of it. */
  const speak = (on: boolean) =>
    visitor.page.evaluate((on) => {
      for (const peer of window.probe.peers)
        for (const {track} of peer.getSenders()) if (track) track.enabled = on;
    }, on);
  /** How much sound has arrived (s). */
  const heard = () =>
    visitor.page.evaluate(async () => {
      const stats = [...(await window.probe.peers.at(-1)!.getStats()).values()] as RTCInboundRtpStreamStats[];
      return stats.find(({type}) => (type as string) === 'inbound-rtp')?.totalSamplesDuration ?? 0;
    });
  const passes = async (seconds: number) => {
    const begin = await heard();
    await expect.poll(heard, {timeout: 40_000}).toBeGreaterThan(begin + seconds);
  };
  await visitor.call();
  await speak(false);
  await passes(4);
  await expect(hint).toBeHidden();
  await speak(true);
  await expect(hint).toBeVisible({timeout: 40_000});
  const gotIt = visitor.control(en.gotIt);
  const {width, height} = (await gotIt.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await gotIt.click();
  await expect(hint).toBeHidden();
  await visitor.hangUp();
  await visitor.control('Close').click();

  await visitor.call();
  await speak(false);
  await passes(4);
  await speak(true);
  await passes(13);
  await expect(hint).toBeHidden();
  await visitor.hangUp();
  await visitor.isClean();
});

/** Echo, noise and loudness are the browser’s to mend: every call asks for it. */
test('microphone with echo cancellation, noise suppression and gain control', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const settings = await visitor.page.evaluate(() => window.probe.tracks[0]?.getSettings());
  expect(settings).toMatchObject({echoCancellation: true, noiseSuppression: true, autoGainControl: true});
  await visitor.hangUp();
  await visitor.isClean();
});

/**
 * What a browser says for each of the SDK’s media errors (42001 forbidden, 42002 not found, 42003 taken by another program): a
 * dialog says what to do, another way to call stays, and the call goes on as soon as the microphone is there.
 */
test('error handling of every documented media error code', async ({shop, gateway, context}) => {
  const FAULTS: Readonly<Record<number, [MicrophoneState, 'denied' | 'missing' | 'busy']>> = {
    42001: ['denied', 'denied'],
    42002: ['missing', 'missing'],
    42003: ['busy', 'busy'],
  };
  const documented = Object.values(sdk.TELNYX_ERROR_CODES).filter((code) => String(code).startsWith('42'));
  expect(documented.map(String)).toEqual(Object.keys(FAULTS));
  for (const [state, name] of Object.values(FAULTS)) {
    const code = `microphone-${name}` as const;
    const visitor = new Visitor(await context.newPage(), shop, gateway);
    const microphone = await microphoneOf(visitor.page, shop.url);
    await microphone.is(state);
    await visitor.open(visitor.tag('tone'));
    await visitor.button().click();
    const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title[code]});
    await expect(dialog).toBeVisible();
    await expect(visitor.link).toBeVisible();
    expect(await visitor.told('error')).toMatchObject([{code, retryable: true}]);
    await microphoneIsOff(visitor);
    await microphone.is('granted');
    // Nothing tells a page that another program has let go of it.
    if (state === 'busy') await dialog.getByRole('button', {name: en.tryAgain}).click();
    await visitor.reaches('active');
    await visitor.hangUp();
    await visitor.isClean();
  }
});

/** A server that can’t be reached is said in words, with another way to call; once it is there, the next try works. */
test('error handling of the connection', async ({visitor, link}) => {
  link.refuse(true);
  await visitor.open(visitor.tag('tone', '', link.url));
  await visitor.button().click();
  await expect.poll(() => visitor.complaints).not.toEqual([]);
  await runOut(visitor, 15_000);
  await hasFailed(visitor, 'connection-failed', en.failed['connection-failed']);
  link.refuse(false);
  await visitor.control(en.tryAgain).click();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean(/connection-failed/, CUT_OFF);
});

/** While the connection is gone the panel says so, and no longer when the call is back. */
test('reconnecting shown', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  goOffline(gateway);
  await visitor.reaches('reconnecting');
  await expect(visitor.panel).toContainText(en.reconnecting);
  gateway.control('thaw');
  await visitor.reaches('active');
  await expect(visitor.panel).not.toContainText(en.reconnecting);
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});

/**
 * Nothing holds on to the SDK’s client and call, the peer connection, the streams and their tracks: they are collected as soon
 * as the call is over.
 */
test('references cleaned up at the end of the call', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const heap = await Heap.of(visitor.page);
  const file = visitor.requests.find((url) => /\.sdk-[^/]+\.js$/.test(url));
  for (const name of ['TelnyxRTC', 'Call'])
    expect(await heap.remember(name, `import('${file}').then((module) => module.${name}.prototype)`)).toBe(1);
  for (const name of ['RTCPeerConnection', 'MediaStream', 'MediaStreamTrack', 'WebSocket'])
    expect(await heap.remember(name, `${name}.prototype`), name).toBeGreaterThan(0);
  await visitor.hangUp();
  await visitor.isClean();
  // What the tests themselves hold, and the SDK's wait for a report that has come long ago.
  await visitor.page.evaluate(() => {
    const {peers, tracks, copies, sockets, contexts, timers} = window.probe;
    for (const list of [peers, tracks, copies, sockets, contexts]) list.length = 0;
    for (const id of timers.keys()) clearTimeout(id);
  });
  await expect.poll(() => heap.kept()).toEqual([]);
});

/** After three calls the page hears with the same listeners as before the first. */
test('listeners removed', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.page.waitForFunction(() => customElements.get('telnyx-call-button'));
  await expect(visitor.button()).toBeVisible();
  const heap = await Heap.of(visitor.page);
  const count = () =>
    heap.listeners('window', 'document', 'document.body', 'navigator.mediaDevices', 'window.visualViewport');
  const before = await count();
  for (let calls = 0; calls < 3; calls += 1) {
    await visitor.call();
    await visitor.control('Hold').click();
    await visitor.reaches('held');
    await visitor.control('Resume').click();
    await visitor.reaches('active');
    if (!calls) expect(await count()).not.toEqual(before);
    await visitor.hangUp();
    await visitor.control('Close').click();
  }
  await visitor.isClean();
  await expect.poll(count).toEqual(before);
});

/** A call asks for the hosts and ports that [Networks and policies](network.md) lists for firewalls, and for no others. */
test('firewall allows Telnyx’s domains', async ({visitor}) => {
  const page = readFileSync('docs/network.md', 'utf8');
  const listed = [...page.matchAll(/^\|[^|]+\| `([\w.]+)` +\| (\d+) /gm)].map(
    ([, host, port]) => `${host}:${port}`,
  );
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const servers = await visitor.page.evaluate(() =>
    window.probe.peers[0]?.getConfiguration().iceServers?.flatMap(({urls}) => urls),
  );
  await visitor.hangUp();
  await visitor.isClean();
  for (const url of servers ?? []) {
    const [, host, port] = /^(?:stun|turns?):([^:?]+):(\d+)/.exec(url) ?? [];
    expect(listed, url).toContain(`${host}:${port}`);
  }
  expect(servers?.length).toBeGreaterThan(3);

  const sockets: string[] = [];
  await visitor.page.routeWebSocket(/telnyx/, (socket) => void sockets.push(socket.url()));
  await visitor.open(visitor.tag('tone').replace(/signaling-url="[^"]*"/, ''));
  await visitor.button().hover();
  await expect.poll(() => sockets).toEqual([expect.stringMatching(/^wss:\/\/rtc\.telnyx\.com\//)]);
  expect(listed).toContain('rtc.telnyx.com:443');
});

/** The browser finds the best way for the sound: a relay is used where there is no other, or where `force-relay` says so. */
test('no forced relay', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const policy = await visitor.page.evaluate(
    () => window.probe.peers[0]?.getConfiguration().iceTransportPolicy,
  );
  expect(policy).toBe('all');
  expect(visitor.sent('telnyx_rtc.invite')[0]?.params.sdp).toMatch(/^a=candidate:.* typ host/m);
  await visitor.hangUp();
  await visitor.isClean();
});

/** What goes wrong is said in plain words: no code, no name of an error, no technical word. What it was is in the events. */
test('friendly messages only', async ({visitor, shop, gateway, microphone}) => {
  const TECHNICAL =
    /\d{3}|_|\b(error|exception|undefined|null|token|jwt|login|socket|server|http\w*|sip|sdp|ice|webrtc|rtc|sdk|api|cause|failed|invalid)\b/i;
  const codes = new RegExp(Object.keys(en.failed).join('|'));
  const refuse = (status: number) => () => {
    shop.token = async () => Response.json({error: 'E_POLICY: no such subscriber'}, {status});
  };
  const expire = () => {
    const mint = localMinter({secret: gateway.secret, lifetime: -60});
    shop.token = createTokenEndpoint({mint});
  };
  const WRONG: ReadonlyArray<[to: string, fault: () => unknown, words: string]> = [
    ['tone', refuse(403), en.failed['token-refused']],
    ['tone', refuse(429), en.failed['token-busy']],
    ['tone', refuse(400), en.failed['token-invalid']],
    ['tone', expire, en.failed['login-refused']],
    ['busy', () => undefined, en.ended.busy],
    ['unallocated', () => undefined, en.ended.unreachable],
    ['tone', () => microphone.is('system'), en.dialog.title['microphone-system']],
  ];
  for (const [to, fault, words] of WRONG) {
    shop.token = shop.mint;
    await visitor.open(visitor.tag(to));
    await fault();
    await visitor.button().click();
    const shown = visitor.place.getByRole('dialog').filter({hasText: words});
    await expect(shown).toBeVisible();
    // The page's own link is its owner's words.
    const text = (await shown.innerText()).replace(/\+[\d ]+/g, '');
    expect(text, words).not.toMatch(TECHNICAL);
    expect(text, words).not.toMatch(codes);
  }
});
