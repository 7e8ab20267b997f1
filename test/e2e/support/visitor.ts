import type {Frame, Locator, Page} from '@playwright/test';
import type {Gateway} from '../../../demo/gateway/index.js';
import {expect, test as base} from './fixtures.js';
import {microphoneOf, type Microphone} from './microphone-faults.js';
import {leftovers} from './probe.js';
import {startShop, type Shop} from './shop.js';

/** The module script of the built element, as it is pasted. */
export const SCRIPT = '<script type="module" src="/dist/cdn/telnyx-call-button.js"></script>';

/** The way out that every pasted tag has. */
export const LINK = '<a href="tel:+12345678900">Call +1 234 567 8900</a>';

/**
 * The SDK waits this long (ms) for a call report's upload before it closes, and does not take the timer back when
 * the report has arrived. It does nothing then.
 */
export const REPORT_WAIT = 10_000;

/** What Firefox remarks on the SDK's own doing, and on a socket that was reset. */
const REMARKS = /^WebRTC: Using five or more STUN\/TURN servers|^The connection to ws:\S+ was interrupted/;

/** What the events of a page's buttons have told, in order. */
export type Diary = Array<Record<string, unknown> & {type: string; on: string}>;

/** A request that the page has sent to the gateway. */
export interface Request {
  method: string;
  params: Record<string, unknown> & {dialogParams?: Record<string, unknown>};
}

declare global {
  interface Window {
    diary: Diary;
  }
}

/** A whole document. */
const documentOf = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`;

/** A visitor's page with pasted tags. */
export class Visitor {
  /** Messages of the page's console above `log`, and uncaught errors. */
  readonly complaints: string[] = [];
  /** URLs of everything the page has asked for, sockets too (in Firefox with `http:`). */
  readonly requests: string[] = [];
  /** What the page has sent on its sockets. Chromium only: ask `gateway.state().frames` in a test for both. */
  readonly frames: Request[] = [];
  #frame: Frame | null = null;

  constructor(
    readonly page: Page,
    readonly shop: Shop,
    readonly gateway: Gateway,
  ) {
    const complain = (text: string): void => {
      if (!REMARKS.test(text)) this.complaints.push(text);
    };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
    });
    page.on('pageerror', (error) => complain(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => {
      this.requests.push(socket.url());
      socket.on('framesent', ({payload}) => {
        const frame = JSON.parse(String(payload)) as Partial<Request>;
        if (frame.method) this.frames.push(frame as Request);
      });
    });
  }

  /**
   * A tag as a page's owner would paste it.
   * @param more further attributes
   * @param signaling where the gateway is reached; default directly
   */
  tag(destination: string, more = '', signaling = this.gateway.url): string {
    return `<telnyx-call-button token-url="/api/telnyx-token" destination="${destination}" signaling-url="${signaling}" ${more}>${LINK}</telnyx-call-button>`;
  }

  /**
   * Opens a page with this body and notes the events of its buttons.
   * @param site another name of the shop (`shop.elsewhere`, `shop.insecure`)
   */
  async open(body: string, head = SCRIPT, site = this.shop.url): Promise<this> {
    this.shop.html = documentOf(body, head);
    await this.#visit(`${site}/page.html`);
    return this;
  }

  /**
   * Opens a page that embeds another one with this body. All of the visitor's methods are about the inner one then.
   * @param attributes of the iframe: `allow`, `sandbox`
   * @param site where the inner page comes from; default another origin
   */
  async openFramed(body: string, attributes = '', site = this.shop.elsewhere): Promise<this> {
    this.shop.frame = documentOf(body, SCRIPT);
    this.shop.html = documentOf(
      `<iframe src="${site}/frame.html" style="width: 100%; height: 90vh" ${attributes}></iframe>`,
    );
    await this.#visit(`${this.shop.url}/page.html`);
    this.#frame = this.page.frames()[1] ?? null;
    return this;
  }

  /** Where the buttons stand: the page, or the frame in it. */
  get place(): Page | Frame {
    return this.#frame ?? this.page;
  }

  async #visit(url: string): Promise<void> {
    await this.page.addInitScript(() => {
      window.diary = [];
      for (const type of ['request', 'state', 'end', 'error']) {
        addEventListener(`telnyx-call-${type}`, (event) => {
          const fields: Record<string, unknown> = {};
          for (const name of Object.keys(event)) {
            const value: unknown = Reflect.get(event, name);
            if (name !== 'isTrusted' && typeof value !== 'object') fields[name] = value;
          }
          window.diary.push({...fields, type, on: (event.target as HTMLElement).id});
        });
      }
    });
    await this.page.goto(url);
  }

  /** The nth tag of the page. */
  element(index = 0): Locator {
    return this.place.locator('telnyx-call-button').nth(index);
  }

  /** The button to start a call. */
  button(name: string | RegExp = /call us/i): Locator {
    return this.place.getByRole('button', {name});
  }

  get panel(): Locator {
    return this.place.getByRole('dialog', {name: 'Call'});
  }

  /** The page's own link, wherever it shows. */
  get link(): Locator {
    return this.place.getByRole('link', {name: 'Call +1 234 567 8900'});
  }

  /** A button in the panel. */
  control(name: string): Locator {
    return this.panel.getByRole('button', {name, exact: true});
  }

  /** Shows intent, and waits until the line is open. */
  async warmUp(): Promise<void> {
    await this.button().hover();
    await this.isReady();
  }

  /** Waits until the first line is open. */
  async isReady(): Promise<void> {
    await expect
      .poll(() => this.gateway.state().frames.received['telnyx_rtc.gatewayState'], {message: 'an open line'})
      .toBe(1);
  }

  /** Sends the answer that the gateway was told to withhold. After early media it has no SDP. */
  sendAnswer(): void {
    const [leg] = this.gateway.state().legs;
    this.gateway.control('send', {method: 'telnyx_rtc.answer', params: {callID: leg?.callID}});
  }

  /** Clicks the button and waits until the call is answered. */
  async call(): Promise<void> {
    await this.button().click();
    await this.reaches('active');
  }

  /** Hangs up in the panel and waits until the call is over. */
  async hangUp(): Promise<void> {
    await this.control('Hang up').click();
    await this.reaches('ended');
  }

  state = (index = 0): Promise<string> =>
    this.element(index).evaluate((element) => Reflect.get(element, 'state') as string);

  /** Waits until the nth button is in this state. `within`: ms, where the browser itself takes longer than usual. */
  async reaches(state: string, index = 0, within = 10_000): Promise<void> {
    await expect.poll(() => this.state(index), {message: `the button's state`, timeout: within}).toBe(state);
  }

  /** Waits until the page has been told of this state, for the first time: the button may be past it already. */
  async passes(state: string, within = 10_000): Promise<void> {
    await expect.poll(() => this.states(), {message: 'the states so far', timeout: within}).toContain(state);
  }

  diary = (): Promise<Diary> => this.place.evaluate(() => window.diary);

  /** The states that the page has been told, in order. */
  async states(): Promise<unknown[]> {
    return (await this.told('state')).map(({state}) => state);
  }

  /** The events of one type (`request`, `state`, `end`, `error`). */
  async told(type: string): Promise<Diary> {
    return (await this.diary()).filter((entry) => entry.type === type);
  }

  /** What the page has sent with this method. Chromium only, as `frames` is. */
  sent(method: string): Request[] {
    return this.frames.filter((frame) => frame.method === method);
  }

  /**
   * Waits until nothing of a call is left: no live track, no open socket, no AudioContext and no timer in the page, no client and no
   * call at the gateway. The page's console has said what is expected and nothing else.
   */
  async isClean(...expected: RegExp[]): Promise<void> {
    await expect
      .poll(
        async () => {
          const left = await leftovers(this.place);
          return {...left, timers: left.timers.filter((delay) => delay !== REPORT_WAIT)};
        },
        {message: 'nothing left behind in the page'},
      )
      .toEqual({microphones: 0, remoteTracks: 0, peers: 0, sockets: 0, contexts: 0, timers: []});
    await this.isGone();
    expect(this.complaints.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
    for (const pattern of expected) expect(this.complaints.join('\n')).toMatch(pattern);
  }

  /** Waits until the gateway has no call and, besides an agent, no client with a socket. */
  async isGone(): Promise<void> {
    await expect
      .poll(
        () => {
          const {legs, clients} = this.gateway.state();
          return [...legs, ...clients.filter(({user, connected}) => connected && user !== 'agent')];
        },
        {message: 'no call left at the gateway'},
      )
      .toEqual([]);
  }
}

interface WorkerFixtures {
  /** A site with the built element and a token endpoint. */
  shop: Shop;
}

interface TestFixtures {
  visitor: Visitor;
  /** The microphone of the visitor's page at `shop.url`. */
  microphone: Microphone;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shop: [
    async ({gateway}, use) => {
      const shop = await startShop(gateway);
      await use(shop);
      await shop.close();
    },
    {scope: 'worker'},
  ],
  visitor: async ({context, shop, gateway}, use) => {
    shop.token = shop.mint;
    shop.headers = {};
    shop.reports = [];
    shop.frameHeaders = {};
    await use(new Visitor(await context.newPage(), shop, gateway));
  },
  microphone: async ({visitor, shop}, use) => {
    await use(await microphoneOf(visitor.page, shop.url));
  },
});

export {expect};
