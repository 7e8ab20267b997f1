import type {Locator, Page} from '@playwright/test';
import type {Gateway} from '../../../demo/gateway/index.js';
import {expect, test as base} from './fixtures.js';
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
const REPORT_WAIT = 10_000;

/** What the events of a page's buttons have told, in order. */
export type Diary = Array<Record<string, unknown> & {type: string; on: string}>;

/** A request that the page has sent to the gateway. */
export interface Frame {
  method: string;
  params: Record<string, unknown> & {dialogParams?: Record<string, unknown>};
}

declare global {
  interface Window {
    diary: Diary;
  }
}

/** A visitor's page with pasted tags. */
export class Visitor {
  /** Messages of the page's console above `log`, and uncaught errors. */
  readonly complaints: string[] = [];
  /** URLs of everything the page has asked for, sockets too. */
  readonly requests: string[] = [];
  /** What the page has sent on its sockets. */
  readonly frames: Frame[] = [];

  constructor(
    readonly page: Page,
    readonly shop: Shop,
    readonly gateway: Gateway,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => {
      this.requests.push(socket.url());
      socket.on('framesent', ({payload}) => {
        const frame = JSON.parse(String(payload)) as Partial<Frame>;
        if (frame.method) this.frames.push(frame as Frame);
      });
    });
  }

  /** A tag as a page's owner would paste it. */
  tag(destination: string, more = ''): string {
    return `<telnyx-call-button token-url="/api/telnyx-token" destination="${destination}" signaling-url="${this.gateway.url}" ${more}>${LINK}</telnyx-call-button>`;
  }

  /** Opens a page with this body and notes the events of its buttons. */
  async open(body: string, head = SCRIPT): Promise<this> {
    this.shop.html = `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`;
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
    await this.page.goto(`${this.shop.url}/page.html`);
    return this;
  }

  /** The nth tag of the page. */
  element(index = 0): Locator {
    return this.page.locator('telnyx-call-button').nth(index);
  }

  /** The button to start a call. */
  button(name: string | RegExp = /call us/i): Locator {
    return this.page.getByRole('button', {name});
  }

  get panel(): Locator {
    return this.page.getByRole('dialog', {name: 'Call'});
  }

  /** The page's own link, wherever it shows. */
  get link(): Locator {
    return this.page.getByRole('link', {name: 'Call +1 234 567 8900'});
  }

  /** A button in the panel. */
  control(name: string): Locator {
    return this.panel.getByRole('button', {name, exact: true});
  }

  /** Shows intent, and waits until the line is open. */
  async warmUp(): Promise<void> {
    await this.button().hover();
    await expect
      .poll(() => this.gateway.state().frames.received['telnyx_rtc.gatewayState'], {message: 'an open line'})
      .toBe(1);
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

  /** Waits until the nth button is in this state. */
  async reaches(state: string, index = 0): Promise<void> {
    await expect.poll(() => this.state(index), {message: `the button's state`}).toBe(state);
  }

  diary = (): Promise<Diary> => this.page.evaluate(() => window.diary);

  /** The states that the page has been told, in order. */
  async states(): Promise<unknown[]> {
    return (await this.told('state')).map(({state}) => state);
  }

  /** The events of one type (`request`, `state`, `end`, `error`). */
  async told(type: string): Promise<Diary> {
    return (await this.diary()).filter((entry) => entry.type === type);
  }

  /** What the page has sent with this method. */
  sent(method: string): Frame[] {
    return this.frames.filter((frame) => frame.method === method);
  }

  /**
   * Waits until nothing of a call is left: no live track, no open socket and no timer in the page, no client and no
   * call at the gateway. The page's console has said what is expected and nothing else.
   */
  async isClean(...expected: RegExp[]): Promise<void> {
    await expect
      .poll(
        async () => {
          const left = await leftovers(this.page);
          return {...left, timers: left.timers.filter((delay) => delay !== REPORT_WAIT)};
        },
        {message: 'nothing left behind in the page'},
      )
      .toEqual({microphones: 0, remoteTracks: 0, peers: 0, sockets: 0, timers: []});
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
    await use(new Visitor(await context.newPage(), shop, gateway));
  },
});

export {expect};
