import {expect} from './expect.js';
import type {Visitor} from './visitor.js';

/** A device as the page lists it. */
export interface Listed {
  kind: MediaDeviceKind;
  deviceId: string;
  label: string;
}

declare global {
  interface Window {
    /** Ids of devices that have been pulled out. */
    unplugged: Set<string>;
    /** What the page has made to play sound. */
    players: HTMLAudioElement[];
  }
}

/** Makes devices that can be pulled out, which no headless browser can do, and remembers players. Before `open`. */
export const playDevices = ({page}: Visitor): Promise<unknown> =>
  page.addInitScript(() => {
    window.players = [];
    window.Audio = class extends Audio {
      constructor() {
        super();
        window.players.push(this);
      }
    };
    const unplugged = (window.unplugged = new Set());
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return;
    const list = devices.enumerateDevices.bind(devices);
    devices.enumerateDevices = async () => (await list()).filter(({deviceId}) => !unplugged.has(deviceId));
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const {deviceId} = (constraints?.audio ?? {}) as {deviceId?: {exact?: string}};
      if (unplugged.has(deviceId?.exact ?? '')) throw new OverconstrainedError('deviceId');
      return ask(constraints);
    };
  });

/** The devices of a kind that have an id of their own. */
export const listed = ({page}: Visitor, kind: MediaDeviceKind): Promise<Listed[]> =>
  page.evaluate(
    async (kind) =>
      (await navigator.mediaDevices.enumerateDevices())
        .map(({kind, deviceId, label}) => ({kind, deviceId, label}))
        .filter((device) => device.kind === kind && device.deviceId !== 'default'),
    kind,
  );

/** Pulls a device out: it is not listed any more and its tracks end, unless the browser says nothing of that. */
export const unplug = ({page}: Visitor, id: string, says = true): Promise<void> =>
  page.evaluate(
    ([id, says]) => {
      window.unplugged.add(id);
      for (const track of window.probe.tracks) {
        if (!says || track.getSettings().deviceId !== id) continue;
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    },
    [id, says] as const,
  );

/** What the call is spoken into: the device of the track that is sent. */
export const spokenInto = ({page}: Visitor): Promise<string | undefined> =>
  page.evaluate(() => {
    const [track] = window.probe.peers
      .at(-1)!
      .getSenders()
      .map((sender) => sender.track);
    return track?.readyState === 'live' ? track.getSettings().deviceId : 'nothing';
  });

/** Waits until the call is spoken into this device. */
export const expectMicrophone = (visitor: Visitor, id: string): Promise<void> =>
  expect.poll(() => spokenInto(visitor), {message: 'the microphone of the call'}).toBe(id);

/** The page asks for another device, as the panel does. */
export const choose = (visitor: Visitor, kind: 'setMicrophone' | 'setSpeaker', id: string): Promise<void> =>
  visitor
    .element()
    .evaluate((element, [kind, id]) => (element as HTMLElementTagNameMap['telnyx-call-button'])[kind](id), [
      kind,
      id,
    ] as const);
