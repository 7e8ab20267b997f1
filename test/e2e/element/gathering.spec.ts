import {gate, type Gate} from '../support/gate.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** What a call waits for. The line opens by itself when SDK and token are there. */
const PIECES = ['kit', 'sdk', 'token', 'microphone'] as const;
type Piece = (typeof PIECES)[number];
type Gates = Record<Piece, Gate>;

/** Holds these pieces back until the test opens their gates; the others come at once. */
async function hold(visitor: Visitor, pieces: readonly Piece[]): Promise<Gates> {
  const gates = {kit: gate(), sdk: gate(), token: gate(), microphone: gate()};
  for (const piece of PIECES) if (!pieces.includes(piece)) gates[piece].open();
  const {page, shop} = visitor;
  for (const piece of ['kit', 'sdk'] as const)
    await page.route(`**/telnyx-call-button.${piece}-*.js`, async (route) => {
      await gates[piece].opened;
      await route.continue();
    });
  shop.token = async (request) => {
    await gates.token.opened;
    return shop.mint(request);
  };
  await page.exposeFunction('microphoneMay', () => gates.microphone.opened);
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      await window.microphoneMay();
      return ask(constraints);
    };
  });
  return gates;
}

const hangUp = (visitor: Visitor): Promise<void> =>
  visitor.element().evaluate((element) => (element as HTMLElementTagNameMap['telnyx-call-button']).hangUp());

const invites = ({gateway}: Visitor): number => gateway.state().frames.received['telnyx_rtc.invite'] ?? 0;

/** What the visitor reads while the piece is missing. */
const WAITS: Record<Exclude<Piece, 'kit'>, RegExp> = {
  sdk: /Waiting for your microphone|Getting ready…/,
  token: /Waiting for your microphone|Getting ready…/,
  microphone: /Waiting for your microphone|Connecting…/,
};

for (const last of PIECES) {
  test(`the ${last} comes last: the call is placed when it is there`, async ({visitor}) => {
    const gates = await hold(visitor, [last]);
    await visitor.open(visitor.tag('ringing'));
    await visitor.button().click();
    if (last === 'kit') await expect(visitor.button()).toHaveAttribute('aria-busy', 'true');
    else await expect(visitor.panel).toContainText(WAITS[last]);
    expect(invites(visitor)).toBe(0);
    gates[last].open();
    await visitor.reaches('ringing');
    expect(invites(visitor)).toBe(1);
    await visitor.control('Cancel').click();
    await visitor.isClean();
  });

  test(`cancelled while the ${last} is missing: nothing is left, and what comes late is put away`, async ({
    visitor,
  }) => {
    const gates = await hold(visitor, [last]);
    await visitor.open(visitor.tag('ringing'));
    await visitor.button().click();
    if (last === 'kit') {
      await expect(visitor.button()).toHaveAttribute('aria-busy', 'true');
      await hangUp(visitor);
      await expect(visitor.button()).toHaveAttribute('aria-busy', 'false');
    } else {
      // A socket that is closed before it is open is remarked on by the browser.
      if (last === 'microphone') await visitor.isReady();
      await visitor.control('Cancel').click();
      await visitor.reaches('ended');
      expect(await visitor.told('end')).toMatchObject([{reason: 'cancelled', initiator: 'local'}]);
    }
    gates[last].open();
    if (last === 'microphone')
      await expect.poll(() => visitor.page.evaluate(() => window.probe.tracks.length)).toBe(1);
    // A line that the hover has opened may wait for a click.
    await visitor.element().evaluate((element) => element.remove());
    await visitor.isClean();
    expect(invites(visitor)).toBe(0);
    expect(await visitor.told('error')).toEqual([]);
  });
}

/** Lets a piece come and waits until it is in the page. */
async function bring(visitor: Visitor, gates: Gates, piece: Piece): Promise<void> {
  const name = piece === 'token' ? 'telnyx-token' : `${piece}-`;
  const response =
    piece !== 'microphone' && visitor.page.waitForResponse((response) => response.url().includes(name));
  gates[piece].open();
  if (response) await response;
  else await expect.poll(() => visitor.page.evaluate(() => window.probe.tracks.length)).toBe(1);
}

const orders = (pieces: readonly Piece[]): Piece[][] =>
  pieces.length
    ? pieces.flatMap((first) =>
        orders(pieces.filter((piece) => piece !== first)).map((rest) => [first, ...rest]),
      )
    : [[]];

// The SDK is asked for when the kit is there: before it, only token and microphone can come.
for (const order of [...orders(['sdk', 'token', 'microphone']), ...orders(['kit', 'token', 'microphone'])])
  test(`in this order: ${order.join(', ')}`, async ({visitor}) => {
    const gates = await hold(visitor, order);
    await visitor.open(visitor.tag('ringing'));
    await visitor.button().click();
    for (const piece of order) {
      expect(invites(visitor)).toBe(0);
      await bring(visitor, gates, piece);
    }
    await visitor.reaches('ringing');
    expect(invites(visitor)).toBe(1);
    await visitor.control('Cancel').click();
    await visitor.isClean();
  });

declare global {
  interface Window {
    microphoneMay(): Promise<void>;
  }
}
