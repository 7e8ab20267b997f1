import type {DeviceChoice} from '../session/ports.js';

/** The browser's microphones and speakers for one button. */
export class BrowserDevices implements DeviceChoice {
  choose(): void {}

  setVolume(): void {}
}
