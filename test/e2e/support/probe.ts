import type {BrowserContext, Frame, Page} from '@playwright/test';

/** What is left running in a page. */
export interface Leftovers {
  /** Microphone tracks that are live. */
  microphones: number;
  /** Tracks of peer connections' receivers that are live. */
  remoteTracks: number;
  /** Peer connections that are not closed. */
  peers: number;
  /** WebSockets that are connecting, open or closing. */
  sockets: number;
  /** AudioContexts that are not closed. */
  contexts: number;
  /** Delays in ms of timers that have not fired or been cleared. */
  timers: number[];
}

interface Probe {
  peers: RTCPeerConnection[];
  tracks: MediaStreamTrack[];
  /** Copies of `tracks`: each keeps the microphone on by itself. */
  copies: MediaStreamTrack[];
  sockets: WebSocket[];
  contexts: AudioContext[];
  /** Timers that have not fired or been cleared. `run` does at once what a timeout waits for. */
  timers: Map<number, {delay: number; run?: () => void}>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs before anything in each page of the context: remembers peer connections, tracks, sockets, AudioContexts and timers. */
export async function addProbe(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const probe: Probe = {peers: [], tracks: [], copies: [], sockets: [], contexts: [], timers: new Map()};
    window.probe = probe;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        probe.peers.push(this);
      }
    };
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        probe.sockets.push(this);
      }
    };
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        probe.contexts.push(this);
      }
    };
    // Absent where the page is no secure context.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    const getUserMedia = devices?.getUserMedia.bind(devices);
    if (devices && getUserMedia)
      devices.getUserMedia = async (constraints) => {
        const stream = await getUserMedia(constraints);
        probe.tracks.push(...stream.getTracks());
        return stream;
      };
    const {clone} = MediaStreamTrack.prototype;
    MediaStreamTrack.prototype.clone = function () {
      const copy = clone.call(this);
      if ([...probe.tracks, ...probe.copies].includes(this)) probe.copies.push(copy);
      return copy;
    };
    const {setTimeout, setInterval, clearTimeout, clearInterval} = window;
    type Callback = (...args: unknown[]) => void;
    window.setTimeout = ((handler: TimerHandler, delay = 0, ...args: unknown[]) => {
      if (typeof handler === 'string') return setTimeout(handler, delay);
      const run = (): void => {
        probe.timers.delete(id);
        (handler as Callback)(...args);
      };
      const id = setTimeout(run, delay);
      probe.timers.set(id, {delay, run});
      return id;
    }) as typeof window.setTimeout;
    window.setInterval = ((handler: TimerHandler, delay = 0, ...args: unknown[]) => {
      const id = setInterval(handler, delay, ...args);
      probe.timers.set(id, {delay});
      return id;
    }) as typeof window.setInterval;
    const clear = (original: (id?: number) => void) => (id?: number) => {
      if (id !== undefined) probe.timers.delete(id);
      original(id);
    };
    window.clearTimeout = clear(clearTimeout) as typeof window.clearTimeout;
    window.clearInterval = clear(clearInterval) as typeof window.clearInterval;
  });
}

export const leftovers = (page: Page | Frame): Promise<Leftovers> =>
  page.evaluate(() => {
    const {peers, tracks, copies, sockets, contexts, timers} = window.probe;
    const live = (track: MediaStreamTrack): boolean => track.readyState === 'live';
    const open = peers.filter((peer) => peer.signalingState !== 'closed');
    return {
      microphones: [...tracks, ...copies].filter(live).length,
      remoteTracks: open.flatMap((peer) => peer.getReceivers().map(({track}) => track)).filter(live).length,
      peers: open.length,
      sockets: sockets.filter((socket) => socket.readyState !== WebSocket.CLOSED).length,
      contexts: contexts.filter(({state}) => state !== 'closed').length,
      timers: [...timers.values()].map(({delay}) => delay),
    };
  });
