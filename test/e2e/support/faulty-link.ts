import {connect, createServer, type AddressInfo, type Socket} from 'node:net';
import type {Gateway} from '../../../demo/gateway/index.js';

/**
 * The wire between a page and the gateway, with faults that neither end can see in its own code: a tag with
 * `signaling-url="${link.url}"` goes through it, its call reports too. Media does not.
 */
export interface FaultyLink {
  /** `ws://127.0.0.1:PORT` */
  readonly url: string;
  /** How many connections have been made through it, refused ones not counted. */
  readonly connections: number;
  /** Nothing comes through any more, old connections and new ones; none is closed. */
  stall(): void;
  /** What was stalled comes through, late. */
  resume(): void;
  /** Every connection is reset; new ones are let in unless `refuse` is on. */
  cut(): void;
  /** New connections are reset. */
  refuse(on: boolean): void;
  /** Everything comes through this much later, in ms each way; 0 ends it. */
  delay(ms: number): void;
  /** No fault any more; connections stay. */
  restore(): void;
  /** Resets every connection and lets no more in. */
  close(): Promise<void>;
}

export async function startFaultyLink(gateway: Gateway): Promise<FaultyLink> {
  const port = Number(new URL(gateway.url).port);
  const open = new Set<Socket>();
  let connections = 0;
  let refusing = false;
  let late = 0;
  let goOn: () => void = () => undefined;
  let flowing: Promise<void> | null = null;

  /** Carries bytes one way, in order, each piece when it is due and nothing is stalled. */
  const carry = (from: Socket, to: Socket): void => {
    let before = Promise.resolve();
    const then = (step: () => void): void => {
      const due = performance.now() + late;
      before = before.then(async () => {
        const wait = due - performance.now();
        if (wait > 0) await new Promise((done) => setTimeout(done, wait));
        while (flowing) await flowing;
        if (!to.destroyed) step();
      });
    };
    open.add(from);
    from.on('data', (data) => then(() => to.write(data)));
    from.on('end', () => then(() => to.end()));
    // A reset end closes right behind its error.
    from.on('error', () => undefined);
    from.on('close', () => {
      open.delete(from);
      if (from.errored) to.destroy();
    });
  };

  const server = createServer({allowHalfOpen: true}, (page) => {
    if (refusing) return void page.resetAndDestroy();
    connections += 1;
    const far = connect({port, host: '127.0.0.1', allowHalfOpen: true});
    carry(page, far);
    carry(far, page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const link: FaultyLink = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
    stall: () => {
      flowing ??= new Promise((done) => (goOn = done));
    },
    resume: () => {
      flowing = null;
      goOn();
    },
    cut: () => {
      for (const socket of open) socket.resetAndDestroy();
    },
    refuse: (on) => {
      refusing = on;
    },
    delay: (ms) => {
      late = ms;
    },
    restore: () => {
      link.resume();
      refusing = false;
      late = 0;
    },
    close: async () => {
      refusing = true;
      link.resume();
      link.cut();
      await new Promise((done) => server.close(done));
    },
  };
  return link;
}
