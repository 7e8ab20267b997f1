import {FakeMicrophone, silence} from './microphone.js';
import {replace} from './replace.js';

/** A device as the browser lists it. */
export const device = (kind: MediaDeviceKind, deviceId: string, label: string, groupId = deviceId) =>
  ({kind, deviceId, label, groupId}) as MediaDeviceInfo;

/** What is plugged in at first: Chromium's names, with a desk microphone as the system's choice. */
export const plugged = [
  device('audioinput', 'default', 'Default - Desk', 'desk'),
  device('audioinput', 'communications', 'Communications - Desk', 'desk'),
  device('audioinput', 'desk', 'Desk'),
  device('audioinput', 'headset', 'Headset'),
  device('videoinput', 'camera', 'Camera'),
  device('audiooutput', 'default', 'Default - Loudspeaker', 'loud'),
  device('audiooutput', 'loud', 'Loudspeaker'),
  device('audiooutput', 'headset', 'Headset'),
];

/** The devices of a machine: what is listed, and what each request gets. */
export class FakeDevices {
  list: readonly MediaDeviceInfo[] = plugged;
  /** How often it was asked for the list. */
  looks = 0;
  /** True if the browser lists nothing at all. */
  refuses = false;

  constructor(readonly browser: FakeMicrophone) {
    replace(navigator.mediaDevices, 'enumerateDevices', async () => {
      this.looks++;
      if (this.refuses) throw new DOMException('', 'NotAllowedError');
      return [...this.list];
    });
    browser.answer = async (constraints) => this.#open(constraints);
  }

  /** A device is unplugged: it is not listed any more, and what it gave ends, unless the browser does not say so. */
  unplug(id: string, says = true): void {
    this.list = this.list
      .filter(({deviceId}) => deviceId !== id)
      .map((other) =>
        other.groupId === id ? device(other.kind, other.deviceId, 'Default - Headset', 'headset') : other,
      );
    if (says) this.browser.end();
    this.browser.changeDevices();
  }

  #open({audio}: MediaStreamConstraints = {}): MediaStream {
    const wanted = (audio as MediaTrackConstraints).deviceId as {exact: string} | undefined;
    const id = wanted?.exact ?? 'default';
    const found = this.list.find(({kind, deviceId}) => kind === 'audioinput' && deviceId === id);
    if (!found) throw new DOMException('', wanted ? 'OverconstrainedError' : 'NotFoundError');
    const stream = silence();
    for (const track of stream.getTracks()) track.getSettings = () => ({deviceId: id});
    return stream;
  }
}
