import {fileAndTitle} from '../../proof.js';
import {expect, test, type Visitor} from '../support/visitor.js';
import {options, type Option, type Seen} from './table.js';

type Wired = Option & {wire: NonNullable<Option['wire']>};

const wired = options.filter((option): option is Wired => Boolean(option.wire));
const titleOf = ({test}: Option): string => fileAndTitle(test).title;

for (const title of new Set(wired.map(titleOf)))
  test(title, async ({visitor}) => {
    const rows = wired.filter((row) => titleOf(row) === title);
    const gifts = rows.map(({wire: {give}}) => give);
    const properties = gifts.reduce<Gift>(
      (all, give) => (typeof give === 'string' ? all : merge(all, give)),
      {},
    );
    const attributes = [...new Set(gifts.filter((give) => typeof give === 'string'))].join(' ');
    const reports: string[] = [];
    visitor.page.on('request', (request) => {
      if (request.url().endsWith('/call_report')) reports.push(request.postData() ?? '');
    });
    await visitor.page.addInitScript(noteConstraints);
    const tag = visitor.tag('tone', attributes);
    await visitor.open('credentials' in properties ? tag.replace(/token-url="[^"]*"/, '') : tag);
    await visitor.element().evaluate((element, given) => void Object.assign(element, given), properties);
    await visitor.call();
    const seen = await seenOf(visitor);
    await visitor.hangUp();
    await expect.poll(() => reports.length, {message: 'a call report'}).toBeGreaterThan(0);
    seen['call report'] = JSON.parse(reports[0]!);
    for (const {option, set, seen: where, wire} of rows) {
      const value = valueAt(seen[where], wire.at);
      const what = `${option} of ${set || 'every call'}, seen in ${where}`;
      if (wire.is instanceof RegExp) expect.soft(String(value), what).toMatch(wire.is);
      else expect.soft(value, what).toEqual(wire.is);
    }
    // Set by code, they come after the button, which has said by then what it misses.
    await visitor.isClean(
      ...('credentials' in properties ? [/: set token-url/, /for development only/] : []),
    );
  });

type Gift = Record<string, unknown>;

/** Options that are set on the same property are set together. */
const merge = (all: Gift, give: Readonly<Gift>): Gift =>
  Object.entries(give).reduce(
    (sum, [name, value]) => ({
      ...sum,
      [name]: /Options$/.test(name) ? {...(sum[name] as object), ...(value as object)} : value,
    }),
    all,
  );

declare global {
  interface Window {
    /** What a page has asked `getUserMedia` for. */
    constraintsAsked: MediaStreamConstraints[];
  }
}

/** Runs in the page. */
function noteConstraints(): void {
  window.constraintsAsked = [];
  const {mediaDevices} = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints = {}) => {
    window.constraintsAsked.push(constraints);
    return getUserMedia(constraints);
  };
}

/** What a page that is in its first call has sent and asked for. */
async function seenOf(visitor: Visitor): Promise<Record<Seen, unknown>> {
  const {origin, pathname, searchParams} = new URL(
    visitor.requests.find((url) => url.startsWith('ws')) ?? 'ws://none',
  );
  return {
    'socket URL': {origin, path: pathname, ...Object.fromEntries(searchParams)},
    login: [...visitor.sent('login'), ...visitor.sent('anonymous_login')][0]?.params,
    INVITE: visitor.sent('telnyx_rtc.invite')[0]?.params,
    RTCPeerConnection: await visitor.place.evaluate(() =>
      JSON.parse(JSON.stringify(window.probe.peers[0]?.getConfiguration())),
    ),
    getUserMedia: await visitor.place.evaluate(() => window.constraintsAsked[0]),
    'call report': undefined,
    'what follows': undefined,
  };
}

const valueAt = (from: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], from);
