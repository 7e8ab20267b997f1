import type {Locator, Page} from '@playwright/test';
import {expect, test as base} from './fixtures.js';
import {leftovers} from './probe.js';
import {startShop, type Shop} from './shop.js';

/** The module script of the built element, as it is pasted. */
export const SCRIPT = '<script type="module" src="/dist/cdn/telnyx-call-button.js"></script>';

/** The way out that every pasted tag has. */
export const LINK = '<a href="tel:+12345678900">Call +1 234 567 8900</a>';

/** What the events of a page's buttons have told, in order. */
export type Diary = Array<Record<string, unknown> & {type: string; on: string}>;

declare global {
  interface Window {
    diary: Diary;
  }
}

/** A visitor's page with pasted tags. */
export class Visitor {
  /** Messages of the page's console above `log`, and uncaught errors. */
  readonly complaints: string[] = [];
  /** URLs of everything the page has asked for. */
  readonly requests: string[] = [];

  constructor(
    readonly page: Page,
    readonly shop: Shop,
    private readonly signaling: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.requests.push(socket.url()));
  }

  /** A tag as a page's owner would paste it. */
  tag(destination: string, more = ''): string {
    return `<telnyx-call-button token-url="/api/telnyx-token" destination="${destination}" signaling-url="${this.signaling}" ${more}>${LINK}</telnyx-call-button>`;
  }

  /** Opens a page with this body and notes the events of its buttons. */
  async open(body: string, script = SCRIPT): Promise<this> {
    this.shop.html = `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">${script}</head><body>${body}</body></html>`;
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

  state = (index = 0): Promise<string> =>
    this.element(index).evaluate((element) => Reflect.get(element, 'state') as string);

  /** Waits until the nth button is in this state. */
  async reaches(state: string, index = 0): Promise<void> {
    await expect.poll(() => this.state(index)).toBe(state);
  }

  diary = (): Promise<Diary> => this.page.evaluate(() => window.diary);

  /** The states that the page has been told, in order. */
  async states(): Promise<unknown[]> {
    return (await this.diary()).filter(({type}) => type === 'state').map(({state}) => state);
  }

  /** Waits until nothing of a call is left in the page: no live track, no open socket, no timer. */
  async isClean(): Promise<void> {
    await expect
      .poll(() => leftovers(this.page), {message: 'nothing left behind in the page'})
      .toEqual({microphones: 0, remoteTracks: 0, peers: 0, sockets: 0, timers: []});
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
    await use(new Visitor(await context.newPage(), shop, gateway.url));
  },
});

export {expect};
