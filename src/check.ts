import type {CallController} from './controllers/call-controller.js';
import type {MeterController} from './controllers/meter-controller.js';
import type {KitHost} from './kit-host.js';
import {SoundCheck, type MicrophoneReport} from './phone/sound-check.js';
import {isLive, obstacleOf} from './session/selectors.js';
import {UNCALLED, type CallEvent, type CallState, type Devices} from './session/state.js';
import type {CheckModel} from './view/check.js';

export {check} from './view/check.js';
export {checkStyles} from './view/check-styles.js';

const idle: CallState = {phase: 'idle', attempt: UNCALLED};

/** What a check is made with. */
export interface CheckParts {
  readonly host: KitHost;
  readonly calls: CallController;
  readonly meter: MeterController;
  /** True while sound can be measured. */
  readonly measures: () => boolean;
  /** Told when something has to be shown anew. */
  readonly changed: () => void;
}

/**
 * Tries the microphone out: in a call the call's own, which goes on as it is; else one that is asked for, and turned off
 * in the end unless a call takes it over. The SDK's `runMicrophoneCheck` is not used: it would load the SDK, ask for a
 * microphone of its own, and tell nothing before it is over.
 */
export class MicrophoneCheck {
  /** What the recovery dialog goes by: a prompt that is up, or what is wrong. */
  state: CallState = idle;
  readonly duration = 0;
  readonly lostFor = 0;
  readonly #inCall: boolean;
  #sound = new SoundCheck();
  #devices: Devices | undefined;
  #device: CheckModel['device'];
  #verdict: CheckModel['verdict'];
  #settle!: (report: MicrophoneReport) => void;
  /** Resolves when the verdict stands, or the try is over. */
  report!: Promise<MicrophoneReport>;
  #pending = false;

  constructor(private readonly parts: CheckParts) {
    this.#inCall = isLive(parts.calls.state);
  }

  get model(): CheckModel | undefined {
    return this.#inCall ? undefined : {devices: this.#devices, device: this.#device, verdict: this.#verdict};
  }

  /** Begins; or begins again, once the verdict stands: it may be another one. */
  begin(): void {
    const {calls, meter} = this.parts;
    if (this.#pending) return;
    this.#pending = true;
    this.report = new Promise((settle) => (this.#settle = settle));
    meter.ear = this.#hears;
    const without = this.#inCall && obstacleOf(calls.state)?.failure.code;
    if (without) this.#say('blocked', without);
    else if (this.#inCall || this.#device) this.#listen();
    else this.retry();
  }

  readonly retry = (): void => {
    const {host, calls} = this.parts;
    this.#wait();
    if (host.unable)
      this.#told({type: 'obstacle', attempt: UNCALLED, failure: {code: host.unable}, asking: false});
    else calls.tryOut(this.#told);
  };

  /** The microphone is off, unless a call has taken it over. */
  end(): void {
    const {calls, meter} = this.parts;
    meter.ear = undefined;
    if (!this.#inCall) calls.tryOut();
    const state = this.#inCall ? calls.state : this.state;
    const reason = obstacleOf(state)?.failure.code;
    this.#say(reason && reason !== 'microphone-prompt' ? 'blocked' : 'closed', reason);
  }

  readonly #told = (event: CallEvent): void => {
    const {calls, changed} = this.parts;
    if (event.type === 'microphone-opened') {
      const {label = ''} = calls.voice?.getAudioTracks()[0] ?? {};
      this.#device = {id: '', label};
      this.state = idle;
      this.#listen();
    } else if (event.type === 'devices') this.#devices = event.devices;
    else if (event.type === 'obstacle') {
      const {failure, asking} = event;
      this.#device = undefined;
      this.#wait({failure, asking, aside: false, until: undefined});
    }
    changed();
  };

  #wait(obstacle = obstacleOf(this.state)): void {
    const gathered = {microphone: false, sdk: true, token: true, line: true};
    this.state = {phase: 'permission', attempt: UNCALLED, ...gathered, obstacle};
  }

  /** Another microphone is judged by itself. */
  #listen(): void {
    this.#sound = new SoundCheck();
    this.#verdict = undefined;
    this.parts.changed();
  }

  readonly #hears = (level: number, passed: number): void => {
    const {calls, measures, changed} = this.parts;
    const track = calls.voice?.getAudioTracks()[0];
    if (!track || !measures()) return;
    if (this.#inCall) this.#device = {id: '', label: track.label};
    const verdict = this.#sound.hears(level, passed);
    if (!verdict || verdict === this.#verdict) return;
    this.#verdict = verdict;
    this.#say(verdict);
    changed();
  };

  #say(verdict: MicrophoneReport['verdict'], reason?: MicrophoneReport['reason']): void {
    this.#pending = false;
    const peak = Math.round(this.#sound.peak * 100) / 100;
    const said = {verdict, device: this.#device?.label ?? '', peak};
    this.#settle(verdict === 'blocked' ? {...said, reason} : said);
  }
}
