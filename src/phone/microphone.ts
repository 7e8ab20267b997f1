import type {FailureCode} from '../errors.js';
import type {Complain} from '../read-values.js';
import type {Microphone, Send} from '../session/ports.js';
import {requestMicrophone, stop} from './early.js';
import {microphoneCause} from './microphone-cause.js';

/** How long the browser's prompt may stay unanswered before the visitor is shown where it is (ms). */
export const PROMPT_SEEN_WITHIN_MS = 5_000;

/** Obstacles that a device which is plugged in, or let go by another app, takes away. */
const DEVICE_CODES: ReadonlySet<FailureCode> = new Set([
  'microphone-missing',
  'microphone-busy',
  'microphone-unplugged',
]);

/** The browser's microphone for one button. */
export class BrowserMicrophone implements Microphone {
  #stream: MediaStream | undefined;
  #request: Promise<MediaStream> | undefined;
  #permission: PermissionStatus | undefined;
  #lent: MediaStream | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  /** The device that was chosen, for the later calls, too; empty for the system's own. */
  #device = '';
  /** The choice whose device is being opened. */
  #choice: object | undefined;
  /** Counts the closings: what began before one must not open anything after it. */
  #closings = 0;
  /** Ends the watch for a permission or a device. */
  #watch: AbortController | undefined;

  /** Told when another one is in use, or the old one stays. `instead`: of one that is gone. */
  changed: (instead: boolean) => void = () => undefined;

  /**
   * @param constraints the page's own, over the usual ones
   * @param complain told of those that no microphone can meet
   */
  constructor(
    private readonly constraints: () => MediaTrackConstraints | undefined,
    private readonly send: Send,
    private readonly complain: Complain = () => undefined,
  ) {}

  /** True if the browser is known to give the microphone without a prompt. */
  get granted(): boolean {
    return this.#permission?.state === 'granted';
  }

  /** True if a request could bring up a prompt. */
  get prompts(): boolean {
    return !this.#permission || this.#permission.state === 'prompt';
  }

  /** What the browser gave, as long as it is open. Muting is done to what was lent of it. */
  get stream(): MediaStream | undefined {
    return this.#stream;
  }

  /** The id of the device that was chosen; empty for the system's own. */
  get device(): string {
    return this.#device;
  }

  /** The id of the device that is open, as the browser tells it. */
  get inUse(): string {
    return this.#stream?.getAudioTracks()[0]?.getSettings().deviceId ?? '';
  }

  /** Finds out whether a prompt is to be expected. Never asks for anything. */
  async look(): Promise<void> {
    try {
      this.#permission = await navigator.permissions.query({name: 'microphone'});
    } catch {
      // Not every browser knows the name: a prompt is expected then.
    }
  }

  /** Takes a request over that was made in the click's own task, unless a device was chosen meanwhile. */
  adopt(request: Promise<MediaStream>): void {
    this.close();
    if (this.#device) request.then(stop, () => undefined);
    else this.#request = request.catch((cause: unknown) => this.#plainly(cause, {}));
  }

  /** Chooses a device before there is a call. */
  prefer(device: string): void {
    this.#device = device;
  }

  /**
   * The microphone for a call object of the SDK, which stops what it was given when it ends: a copy of its own for
   * each, so that a recovered call needs no new permission. The last copy is stopped. No copy has a name: the SDK sends
   * it to the server with each call and with its report, and people call their devices by their own names.
   */
  lend(): MediaStream | undefined {
    stop(this.#lent);
    this.#lent = this.#stream && new MediaStream(this.#stream.getTracks().map(nameless));
    return this.#lent;
  }

  /** Keeps what is open for the call that begins now, as a copy: it needs no second prompt. The rest is turned off. */
  handOver(): void {
    const tracks = this.#stream?.getTracks().map((track) => track.clone());
    this.close();
    if (tracks) this.#request = Promise.resolve(new MediaStream(tracks));
  }

  open(attempt: number): void {
    this.#ask(attempt);
  }

  /**
   * Opens a device and puts it in the place of the one in use, which stays if that fails.
   *
   * @param device its id; empty for the system's own
   * @param instead whether the one in use is gone
   */
  async choose(device: string, attempt: number, instead = false): Promise<void> {
    if (instead) {
      // The visitor's own choice is being opened.
      if (this.#choice) return;
      this.#device = '';
      // Another one is on its way.
      if (!this.#stream || this.#request) return;
    }
    const choice = (this.#choice = {});
    let stream: MediaStream | undefined;
    try {
      stream = await this.#getFrom(device);
    } catch {
      // The one in use stays.
    }
    if (this.#choice !== choice) return stop(stream);
    this.#choice = undefined;
    if (!stream) return this.changed(false);
    this.#device = device;
    // One that was asked for meanwhile is not needed any more.
    this.#request?.then(stop, () => undefined);
    this.#opened(attempt, stream, instead);
  }

  close(): void {
    this.#closings++;
    this.#choice = undefined;
    const request = this.#request;
    this.#request = undefined;
    this.#settle();
    stop(this.#stream);
    stop(this.#lent);
    this.#stream = this.#lent = undefined;
    // A prompt may still be open: what it gives later is turned off as it comes.
    request?.then(stop, () => undefined);
  }

  /** @param unplugged whether there was a microphone a moment ago */
  #ask(attempt: number, unplugged?: unknown): void {
    this.#settle();
    const request = (this.#request ??= this.#get());
    this.#late = setTimeout(() => {
      // Allowed, and still no answer: the device, or what drives it, hangs.
      const code = this.granted ? 'microphone-busy' : 'microphone-prompt';
      this.send({type: 'obstacle', attempt, failure: {code}, asking: true});
    }, PROMPT_SEEN_WITHIN_MS);
    request.then(
      (stream) => this.#request === request && this.#opened(attempt, stream, Boolean(unplugged)),
      async (cause: unknown) => {
        const code = await microphoneCause(cause);
        if (this.#request !== request) return;
        this.#request = undefined;
        this.#missing(
          attempt,
          unplugged && code === 'microphone-missing' ? 'microphone-unplugged' : code,
          cause,
        );
      },
    );
  }

  /** Asks for one device, or for whichever the system uses. */
  async #getFrom(device: string): Promise<MediaStream> {
    const exact = device ? {deviceId: {exact: device}} : {};
    try {
      return await requestMicrophone({...this.constraints(), ...exact});
    } catch (cause) {
      return this.#plainly(cause, exact);
    }
  }

  /** Asks again without the page's own constraints, if it may have been they that can't be met: a call matters more. */
  async #plainly(cause: unknown, exact: MediaTrackConstraints): Promise<MediaStream> {
    const {name, constraint} = Object(cause) as {name?: string; constraint?: string};
    const theirs = this.constraints() && /^(Overconstrained|Type)Error$/.test(name ?? '');
    // The device itself is looked for by others.
    if (!theirs || (constraint === 'deviceId' && 'deviceId' in exact)) throw cause;
    const stream = await requestMicrophone(exact);
    this.complain('audioConstraints can’t be met by this microphone and are ignored.');
    return stream;
  }

  /** The one that was chosen, or the system's own if that is gone. */
  async #get(): Promise<MediaStream> {
    const closings = this.#closings;
    const device = this.#device;
    try {
      return await this.#getFrom(device);
    } catch (error) {
      const {name} = error as {name?: unknown};
      const gone = name === 'OverconstrainedError' || name === 'NotFoundError';
      // Another one may have been chosen meanwhile.
      if (!device || !gone || this.#closings !== closings || this.#device !== device) throw error;
      this.#device = '';
      return this.#getFrom('');
    }
  }

  #opened(attempt: number, stream: MediaStream, instead: boolean): void {
    this.#settle();
    this.#request = undefined;
    stop(this.#stream);
    this.#stream = stream;
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => this.#stream === stream && void this.#gone(attempt), {
        once: true,
      });
    }
    this.send({type: 'microphone-opened', attempt});
    this.changed(instead);
  }

  /** The browser has ended the microphone: another one is taken if that needs no question. */
  async #gone(attempt: number): Promise<void> {
    stop(this.#stream);
    this.#stream = undefined;
    const closings = this.#closings;
    await this.look();
    if (this.#closings !== closings || (this.#request ?? this.#stream)) return;
    if (this.#permission && !this.granted) this.#missing(attempt, 'microphone-revoked');
    else this.#ask(attempt, true);
  }

  #missing(attempt: number, code: FailureCode, cause?: unknown): void {
    this.#settle();
    this.send({type: 'obstacle', attempt, failure: {code, cause}, asking: false});
    const {signal} = (this.#watch = new AbortController());
    const again = () => !this.#request && this.#ask(attempt, code === 'microphone-unplugged');
    const ifGranted = () => this.granted && again();
    this.#permission?.addEventListener('change', ifGranted, {signal});
    // Somebody who comes back from the settings of the device or of the browser.
    window.addEventListener('focus', ifGranted, {signal});
    if (DEVICE_CODES.has(code)) navigator.mediaDevices.addEventListener('devicechange', again, {signal});
  }

  #settle(): void {
    clearTimeout(this.#late);
    this.#watch?.abort();
    this.#watch = undefined;
  }
}

function nameless(track: MediaStreamTrack): MediaStreamTrack {
  return Object.defineProperty(track.clone(), 'label', {value: ''});
}
