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
    await visitor.open(visitor.tag('tone', gifts.filter((give) => typeof give === 'string').join(' ')));
    const properties = Object.assign({}, ...gifts.filter((give) => typeof give !== 'string')) as object;
    await visitor.element().evaluate((element, given) => void Object.assign(element, given), properties);
    await visitor.call();
    const seen = await seenOf(visitor);
    for (const {option, seen: where, wire} of rows) {
      const value = valueAt(seen[where], wire.at);
      if (wire.is instanceof RegExp) expect.soft(String(value), `${option}: ${where}`).toMatch(wire.is);
      else expect.soft(value, `${option}: ${where}`).toEqual(wire.is);
    }
    await visitor.hangUp();
    await visitor.isClean();
  });

/** What a page that is in its first call has sent and asked for. */
async function seenOf(visitor: Visitor): Promise<Record<Seen, unknown>> {
  const {origin, pathname, searchParams} = new URL(
    visitor.requests.find((url) => url.startsWith('ws')) ?? 'ws://none',
  );
  return {
    'socket URL': {origin, path: pathname, ...Object.fromEntries(searchParams)},
    login: visitor.sent('login')[0]?.params,
    INVITE: visitor.sent('telnyx_rtc.invite')[0]?.params,
    RTCPeerConnection: await visitor.place.evaluate(() =>
      JSON.parse(JSON.stringify(window.probe.peers[0]?.getConfiguration())),
    ),
    'what follows': undefined,
  };
}

const valueAt = (from: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], from);
