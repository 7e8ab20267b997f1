import type {DeviceChoice, Send} from '../session/ports.js';
import type {Device, DeviceKind, Devices} from '../session/state.js';
import type {BrowserMicrophone} from './microphone.js';

/** Chromium's names for whichever device the system uses: no devices of their own. */
const SYSTEM = /^(default|communications)?$/;

/** The browser's microphones and speakers for one button. */
export class BrowserDevices implements DeviceChoice {
  #attempt: number | undefined;
  #known: Devices | undefined;
  /** Counts the looks: only the last one tells. */
  #looks = 0;
  /** Which device has taken the place of one that is gone, and has not been told yet. */
  #fallen: DeviceKind | undefined;
  #switchedTo: Device | undefined;
  /** The name of the microphone in use. */
  #label = '';
  /** What was chosen before the call. */
  #wished: {[K in DeviceKind]?: string} = {};

  /** @param speaker plays the far end */
  constructor(
    private readonly microphone: BrowserMicrophone,
    private readonly speaker: HTMLAudioElement,
    private readonly send: Send,
  ) {
    microphone.changed = (instead) => {
      if (instead) this.#fallen = 'microphone';
      this.#again();
    };
  }

  /** Begins when a call is answered, and ends with it (`undefined`). */
  watch(attempt: number | undefined): void {
    this.#attempt = attempt;
    this.#known = this.#switchedTo = this.#fallen = undefined;
    const how = attempt === undefined ? 'removeEventListener' : 'addEventListener';
    navigator.mediaDevices[how]('devicechange', this.#again);
    this.#again();
    if (attempt === undefined) return;
    const {microphone: spoken, speaker: heard} = this.#wished;
    this.#wished = {};
    // It may have been chosen while the call was being made, or not have been allowed before.
    if (spoken && spoken !== this.microphone.inUse) void this.microphone.choose(spoken, attempt);
    if (heard !== undefined && heard !== (this.speaker.sinkId ?? '')) void this.#play(heard);
  }

  /**
   * Chooses for the conversation to come. Before the microphone is allowed a browser keeps its devices to itself: one that
   * turns out to be gone is not used.
   *
   * @returns false if there is no such device: then the choice stays what it was
   */
  async keep(kind: DeviceKind, device: string): Promise<boolean> {
    const id = SYSTEM.test(device) ? '' : device;
    let all: readonly MediaDeviceInfo[] = [];
    try {
      all = await navigator.mediaDevices.enumerateDevices();
    } catch {
      // The call will tell.
    }
    if (isGone(id, listOf(all, kind === 'microphone' ? 'audioinput' : 'audiooutput'))) return false;
    this.#wished = {...this.#wished, [kind]: id};
    if (kind === 'microphone') this.microphone.prefer(id);
    else void this.#play(id);
    return true;
  }

  choose(kind: DeviceKind, device: string, attempt: number): void {
    const id = SYSTEM.test(device) ? '' : device;
    this.#switchedTo = undefined;
    if (kind === 'microphone') void this.microphone.choose(id, attempt);
    else void this.#play(id);
  }

  /** Not every device lets a page say how loud it is: what the element says counts. */
  setVolume(level: number): void {
    this.speaker.volume = Math.min(1, Math.max(0, level || 0));
    if (this.#known) this.#report({...this.#known, volume: this.speaker.volume});
  }

  async #play(id: string): Promise<void> {
    try {
      await this.speaker.setSinkId?.(id);
    } catch {
      // The one in use stays: the list shows it.
    }
    return this.#look();
  }

  readonly #again = (): void => void this.#look();

  /** Never asks for a microphone to learn the names. */
  async #look(): Promise<void> {
    const look = ++this.#looks;
    if (this.#attempt === undefined) return;
    let all: readonly MediaDeviceInfo[];
    try {
      all = await navigator.mediaDevices.enumerateDevices();
    } catch {
      // There is nothing to choose from.
      return;
    }
    if (this.#looks !== look || this.#attempt === undefined) return;
    const {microphone} = this;
    const microphones = listOf(all, 'audioinput');
    const speakers = 'setSinkId' in this.speaker ? listOf(all, 'audiooutput') : [];
    const speaker = this.speaker.sinkId ?? '';
    if (isGone(microphone.device, microphones)) void microphone.choose('', this.#attempt, true);
    const silenced = isGone(speaker, speakers);
    if (silenced && this.#fallen !== 'speaker') {
      this.#fallen = 'speaker';
      return this.#play('');
    }
    const label = nameOf(all, 'audioinput', microphone.inUse);
    if (this.#fallen === 'speaker' && !speaker)
      this.#switchedTo = {id: '', label: nameOf(all, 'audiooutput', '')};
    // The same one may have been plugged in again.
    if (this.#fallen === 'microphone' && label !== this.#label)
      this.#switchedTo = {id: microphone.device, label};
    // One that is gone and still in use is being changed, or can't be.
    if (!silenced) this.#fallen = undefined;
    if (microphone.stream) this.#label = label;
    this.#report({
      microphones,
      speakers,
      microphone: microphone.device,
      speaker,
      volume: this.speaker.volume,
      switchedTo: this.#switchedTo,
    });
  }

  #report(devices: Devices): void {
    this.#known = devices;
    if (this.#attempt !== undefined) this.send({type: 'devices', attempt: this.#attempt, devices});
  }
}

/** The devices of a kind, the system's choice first. Before the microphone is allowed they have no ids: none. */
function listOf(all: readonly MediaDeviceInfo[], kind: MediaDeviceKind): readonly Device[] {
  const own = all.filter((device) => device.kind === kind && !SYSTEM.test(device.deviceId));
  const named = own.map(({deviceId: id, label}) => ({id, label}));
  return named.length ? [{id: '', label: ''}, ...named] : [];
}

/** A browser that lists none keeps their names to itself: that says nothing. */
function isGone(id: string, list: readonly Device[]): boolean {
  return Boolean(id) && list.length > 0 && !list.some((device) => device.id === id);
}

/** What a device is called, also the one behind the system's choice; empty if the browser does not tell. */
function nameOf(all: readonly MediaDeviceInfo[], kind: MediaDeviceKind, id: string): string {
  const own = all.filter((device) => device.kind === kind);
  const found = own.find(({deviceId}) => deviceId === (id || 'default'));
  const behind = own.find(
    ({deviceId, groupId}) => !SYSTEM.test(deviceId) && SYSTEM.test(id) && groupId === found?.groupId,
  );
  return (behind ?? found)?.label ?? '';
}
