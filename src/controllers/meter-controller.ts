import type {ReactiveController} from 'lit';
import type {CallAudio} from '../phone/call-audio.js';
import {LevelMeter} from '../phone/level.js';
import {MutedTalk} from '../phone/muted-talk.js';
import {canMute, isMuted} from '../session/selectors.js';
import type {CallController, CallHost} from './call-controller.js';

/** How often the meter moves (ms). */
const EVERY_MS = 66;
/** How far it falls each time: slower than a voice does, so that the eye can follow. */
const FALL = 0.08;

/**
 * Shows how loud the visitor is, as `--_level` (0 to 1) on `[part=level]`, without a render; and says so when somebody
 * talks into a muted microphone. Listens only in a call whose panel is open, or that is muted.
 */
export class MeterController implements ReactiveController {
  readonly #meter: LevelMeter;
  #judge = new MutedTalk();
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Hears how loud it is (0 to 1), and how long after the last time (ms), whether there is a call or not. */
  ear: ((level: number, passed: number) => void) | undefined;
  #at = 0;
  #shown = 0;

  constructor(
    private readonly host: CallHost,
    private readonly audio: CallAudio,
    private readonly calls: () => CallController,
    private readonly isOpen: () => boolean,
  ) {
    this.#meter = new LevelMeter(audio, () => this.calls().voice);
    host.addController(this);
  }

  hostUpdated(): void {
    const {state} = this.calls();
    const wanted = this.ear ?? (canMute(state) && (this.isOpen() || isMuted(state)));
    this.#run(Boolean(wanted && this.audio.context));
  }

  hostDisconnected(): void {
    this.#run(false);
  }

  #run(on: boolean): void {
    if (on === Boolean(this.#timer)) return;
    clearInterval(this.#timer);
    this.#timer = on ? setInterval(this.#listen, EVERY_MS) : undefined;
    this.#at = Date.now();
    if (on) return;
    this.#meter.stop();
    this.#judge = new MutedTalk();
    this.#show(0);
  }

  readonly #listen = (): void => {
    const now = Date.now();
    const level = this.#meter.read();
    this.#show(Math.max(level, this.#shown - FALL));
    this.ear?.(level, now - this.#at);
    const talks = this.#judge.hears(level, now - this.#at);
    this.#at = now;
    const {state, unheard} = this.calls();
    if (!isMuted(state)) this.#judge.forget();
    else if (talks !== state.unheard) unheard(talks);
  };

  #show(level: number): void {
    if (level === this.#shown) return;
    this.#shown = level;
    this.host.shadowRoot
      ?.querySelector<HTMLElement>('[part~=level]')
      ?.style.setProperty('--_level', level ? level.toFixed(2) : '');
  }
}
