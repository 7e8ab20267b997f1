import {ReactiveElement, type PropertyDeclarations, type PropertyValues} from '@lit/reactive-element';
import {attributes, readDestination, readNumber, readText} from './config.js';
import type {Layout, Position, Theme, WarmUp} from './config.js';
import {openKit, type Kit} from './door.js';
import type {FailureCode} from './errors.js';
import {TelnyxCallRequestEvent, type CallErrorDetails, type CallSource} from './events.js';
import {labelIn, wayIn} from './inside.js';
import {callUs, type Tag} from './locales/call-us.js';
import type {OwnStrings} from './locales/en.js';
import {languageOf, nearest, watchLanguage} from './locales/language.js';
import {EarlyToken, requestMicrophone, stop} from './phone/early.js';
import type {Phase, Quality} from './session/state.js';
import {buttonStyles} from './view/button-styles.js';
import {join, leave, obey} from './triggers.js';
import {ButtonView, writeStyle} from './view/button.js';

/** A task of its own. */
const task = (): Promise<unknown> => {
  const {port1, port2} = new MessageChannel();
  port2.postMessage(0);
  return new Promise((done) => (port1.onmessage = done)).then(() => port1.close());
};

/** The button whose call is live: one call at a time per page. */
let live: TelnyxCallButton | undefined;

/**
 * A button that lets a visitor talk to a business from any web page, over Telnyx WebRTC.
 *
 * Before the visitor shows intent (hover, focus, touch, click) it makes no request, opens no socket and stores
 * nothing.
 *
 * One thing of the page around it changes, for as long as a call is placed and the page is hidden: a `☎` stands before the
 * page's title, so that the call's tab is found again. In a call the system shows it, too (Media Session, with keys to hang
 * up and to mute), and the screen stays on.
 *
 * @element telnyx-call-button
 *
 * @slot - The fallback, a link to the phone number: what people see without JavaScript, while the script loads
 *   and where calling is not possible. Text without a link is the button's label.
 * @slot icon - Instead of the handset.
 * @slot header - The panel's title instead of the label, as the business's name.
 *
 * @csspart button - The button.
 * @csspart icon - An icon.
 * @csspart label - The button's text.
 * @csspart panel - The call panel.
 * @csspart status - What is going on, in the panel.
 * @csspart timer - The talking time.
 * @csspart banner - In the panel, while the connection is gone in a call.
 * @csspart dialog - The dialog that leads back to the microphone.
 * @csspart control - A button in the panel or the dialog.
 * @csspart keypad - The keys of the telephone, in the panel.
 * @csspart key - One of them.
 * @csspart level - The meter that moves with the visitor's voice.
 * @csspart quality - The bars that show how good the connection is.
 *
 * @cssprop [--telnyx-call-accent=#0b6e4f] - The one colour a site must set; text on it stays readable.
 * @cssprop [--telnyx-call-radius=16px] - Corners of the panel.
 * @cssprop [--telnyx-call-background=#fff] - Background of the panel; dark where the page's `color-scheme` is.
 * @cssprop [--telnyx-call-color=#1c1b19] - Text of the panel.
 * @cssprop [--telnyx-call-soft=#6b6862] - Secondary text.
 * @cssprop [--telnyx-call-line=#e7e4dd] - Borders.
 * @cssprop [--telnyx-call-fill=#f3f1ec] - Background of round controls, keys and lists.
 * @cssprop [--telnyx-call-danger=#b3261e] - Background of the hang-up button.
 * @cssprop [--telnyx-call-focus-color=var(--telnyx-call-accent)] - Ring around what has the focus; made readable.
 * @cssprop [--telnyx-call-button-background=var(--telnyx-call-accent)] - Background of the button.
 * @cssprop [--telnyx-call-button-color] - Text of the button; default black or white, whichever is readable.
 * @cssprop [--telnyx-call-button-radius=999px] - Corners of the button.
 * @cssprop [--telnyx-call-panel-background=var(--telnyx-call-background)] - Background of the panel.
 * @cssprop [--telnyx-call-panel-color=var(--telnyx-call-color)] - Text of the panel.
 * @cssprop [--telnyx-call-panel-radius=var(--telnyx-call-radius)] - Corners of the panel.
 * @cssprop [--telnyx-call-timer-color=var(--telnyx-call-panel-color)] - Talking time.
 * @cssprop [--telnyx-call-control-background=var(--telnyx-call-fill)] - Background of the round controls.
 * @cssprop [--telnyx-call-control-color=var(--telnyx-call-panel-color)] - Icons of the round controls.
 * @cssprop [--telnyx-call-key-background=var(--telnyx-call-fill)] - Background of the keypad's keys.
 * @cssprop [--telnyx-call-key-color=var(--telnyx-call-panel-color)] - Digits of the keypad's keys.
 * @cssprop [--telnyx-call-hang-up-background=var(--telnyx-call-danger)] - Background of the hang-up button.
 * @cssprop [--telnyx-call-hang-up-color] - Text of the hang-up button; default black or white, whichever is readable.
 * @cssprop [--telnyx-call-offset-inline=20px] - From a floating button, or its panel, to the window's side; the screen's safe area is added.
 * @cssprop [--telnyx-call-offset-block=20px] - From it to the window's bottom or top; the screen's safe area is added.
 *
 * @cssstate idle - No call.
 * @cssstate permission - The browser's microphone prompt is up.
 * @cssstate preparing - Token and SDK are on their way.
 * @cssstate connecting - The line is being opened or the call placed.
 * @cssstate ringing - The far end rings.
 * @cssstate active - Both sides can talk.
 * @cssstate held - The far end is on hold.
 * @cssstate reconnecting - The connection is gone, the call is kept.
 * @cssstate ended - The call is over.
 * @cssstate failed - The attempt has failed.
 * @cssstate live - Any state with a call or an attempt.
 *
 * @fires {TelnyxCallRequestEvent} telnyx-call-request - Before anything happens; cancelable, and `waitUntil(promise)` holds the call.
 * @fires {TelnyxCallStateEvent} telnyx-call-state - Each change of the state.
 * @fires {TelnyxCallEndEvent} telnyx-call-end - Once per call.
 * @fires {TelnyxCallErrorEvent} telnyx-call-error - Once per failure.
 * @fires {TelnyxCallQualityEvent} telnyx-call-quality - In a call: the level of its connection is known, or has changed.
 */
export class TelnyxCallButton extends ReactiveElement {
  static override readonly styles = buttonStyles;

  static override readonly properties: PropertyDeclarations = {
    ...Object.fromEntries(
      Object.entries(attributes).map(([name, attribute]) => [
        name,
        {
          attribute,
          type: name === 'noSounds' ? Boolean : String,
          reflect: /layout|position|theme/.test(name),
        },
      ]),
    ),
    strings: {attribute: false},
  };

  /**
   * Where to get the login token: POST, answered with `{"token": "<jwt>"}`.
   *
   * @default undefined
   */
  declare tokenUrl?: string | null;

  /**
   * Whom to call: E.164 number, SIP URI or SIP user name. The token endpoint's answer overrides it.
   *
   * @default undefined
   */
  declare destination?: string | null;

  /**
   * Signaling server (`wss:` or `ws:` URL) instead of Telnyx's own.
   *
   * @default undefined
   */
  declare signalingUrl?: string | null;

  /**
   * The button's text; left out, the usual words in the page's language.
   *
   * @default 'Call us'
   */
  declare label?: string | null;

  /**
   * Caller ID name.
   *
   * @default undefined
   */
  declare callerName?: string | null;

  /**
   * Caller ID number (E.164).
   *
   * @default undefined
   */
  declare callerNumber?: string | null;

  /**
   * When SDK, token and socket may start before the click: with `intent` on pointer-enter, focus and touch start.
   * Nothing asks for the microphone before the click.
   *
   * @default 'intent'
   */
  declare warmUp?: WarmUp | null;

  /**
   * Where the button stands: `inline` in the page's text, `floating` in a corner of the window, or `headless` (no
   * button of its own: the page's own elements start the call; while a live call's panel is hidden, the button shows in
   * the corner). Reflected.
   *
   * @default 'inline'
   * @reflect
   */
  declare layout?: Layout | null;

  /**
   * The corner of a floating button, or of a headless one's panel. Reflected.
   *
   * @default 'bottom-end'
   * @reflect
   */
  declare position?: Position | null;

  /**
   * The colours: `auto` goes by the page's `color-scheme`. Reflected.
   *
   * @default 'auto'
   * @reflect
   */
  declare theme?: Theme | null;

  /**
   * What the panel offers: some of `mute keypad hold devices volume quality`, or `none`.
   *
   * @default 'mute keypad hold devices volume quality'
   */
  declare controls?: string | null;

  /**
   * A sound to play while the far end rings, instead of the tone of the destination's country.
   *
   * @default undefined
   */
  declare ringbackSrc?: string | null;

  /**
   * Turns the button's own sounds off: ringing, key tones, and the tone at the end.
   *
   * @default false
   */
  declare noSounds?: boolean;

  /**
   * A state's name: shows that state with sample data, without account, network or microphone.
   *
   * @default undefined
   */
  declare preview?: string | null;

  /**
   * Texts to be used instead of the language's own, as `{hangUp: 'Bye', ended: {busy: 'We are all talking.'}}`; what
   * is left out stays. Set a new object to change them. With `lang` they are in that language.
   */
  declare strings?: OwnStrings | null;

  readonly #internals = this.attachInternals();
  readonly #said = new Set<string>();
  #kit: Kit | undefined;
  #view: ButtonView | undefined;
  #languages: MutationObserver | undefined;
  /** The start that waits for the kit or for the page's consent. */
  #start: object | undefined;
  readonly #token = new EarlyToken();
  /** The microphone that was asked for in the click, until the kit takes it over. */
  #microphone: Promise<MediaStream> | undefined;
  #broken = false;

  constructor() {
    super();
    this.showState('idle', false);
    for (const intent of ['pointerenter', 'focusin', 'touchstart']) {
      this.addEventListener(intent, () => void this.warm(), {passive: true});
    }
    this.addEventListener('command', (event) => obey(this, (event as CommandEvent).command));
  }

  /** What is going on. */
  get state(): Phase {
    return this.#kit?.calls.state.phase ?? 'idle';
  }

  /** The call's id; empty if none is placed. */
  get callId(): string {
    return this.#kit?.calls.callId ?? '';
  }

  /** True if the microphone is muted. */
  get muted(): boolean {
    return this.#kit?.calls.muted ?? false;
  }

  /** Talking time of the call or, after it, of the last one (s). */
  get duration(): number {
    return this.#kit?.calls.duration ?? 0;
  }

  /**
   * The call's connection as it was measured last: `level`, `rtt` (ms), `jitter` (ms), `packetLoss` (%). Nothing before
   * that, and without a call.
   */
  get quality(): Quality | undefined {
    return this.#kit?.calls.quality;
  }

  /** The last failure, until the next call: its fields are those of `telnyx-call-error`. */
  get lastError(): CallErrorDetails | undefined {
    return this.#kit?.calls.lastError;
  }

  /**
   * Starts a call, as a click does. Resolves when the request is handed on, and never rejects: what becomes of
   * it is told by the events.
   *
   * @param destination Instead of the element's own: E.164 number, SIP URI or SIP user name.
   */
  call(destination?: string): Promise<void> {
    return this.#call('api', readDestination(destination));
  }

  /** Hangs up, or cancels a call that is not answered yet. */
  async hangUp(): Promise<void> {
    this.#start = undefined;
    this.#microphone?.then(stop, () => undefined);
    this.#kit?.calls.hangUp();
    this.requestUpdate();
  }

  /**
   * Mutes the microphone, or unmutes it. Nothing without a call.
   *
   * @param on True to mute, false to unmute; without it the other way round.
   */
  async mute(on = !this.muted): Promise<void> {
    this.#kit?.calls.mute(on);
  }

  /**
   * Puts the far end on hold, or takes it back. Nothing without an answered call; the state is `held` once the server
   * has done it.
   *
   * @param on True to hold, false to take back; without it the other way round.
   */
  async hold(on?: boolean): Promise<void> {
    this.#kit?.calls.hold(on);
  }

  /**
   * Sends DTMF digits. Nothing without an answered call.
   *
   * @param digits Of `0`-`9`, `*`, `#` and `A`-`D`; anything else is left out.
   */
  async sendDigits(digits: string): Promise<void> {
    this.#kit?.calls.sendDigits(digits);
  }

  /**
   * Uses another microphone for the call and the later ones. Nothing without an answered call; one that can't be opened
   * leaves the old one in use.
   *
   * @param deviceId As in `enumerateDevices()`; empty for the system's own.
   */
  async setMicrophone(deviceId: string): Promise<void> {
    this.#kit?.calls.choose('microphone', deviceId);
  }

  /**
   * Uses another speaker for the call and the later ones. Nothing without an answered call, and where the browser can't
   * choose one.
   *
   * @param deviceId As in `enumerateDevices()`; empty for the system's own.
   */
  async setSpeaker(deviceId: string): Promise<void> {
    this.#kit?.calls.choose('speaker', deviceId);
  }

  /** @internal */
  get caption(): string {
    return this.#own || callUs[this.language];
  }

  /** @internal */
  get language(): Tag {
    return nearest(languageOf(this));
  }

  /** The caption's language, if it isn't the page's own text. @internal */
  get captionLang(): Tag | undefined {
    return this.#own ? undefined : this.language;
  }

  /** What the page has the button say. */
  get #own(): string | null | undefined {
    return this.label || labelIn(this) || this.strings?.callUs;
  }

  /** Tells the site's owner, once. @internal */
  readonly complain = (message: string): void => {
    if (!this.#said.has(message)) console.warn(`<telnyx-call-button>: ${message}`);
    this.#said.add(message);
  };

  /** @internal */
  readonly press = (): void => void this.#call('user');

  /** @internal */
  trigger(): void {
    void this.#call('trigger');
  }

  /** @internal */
  makeWay(): void {
    this.#view?.makeWay();
  }

  /** @internal */
  showState(state: Phase, isLive: boolean): void {
    try {
      const {states} = this.#internals;
      states.clear();
      states.add(state);
      if (isLive) states.add('live');
    } catch {
      // Browsers before the standard's last change know no custom states of this form: only CSS misses them.
    }
  }

  /** Whether it stands out of the page's flow. */
  get #apart(): boolean {
    return this.layout === 'headless' || this.layout === 'floating';
  }

  /**
   * One that stands in the page is shown in a task of its own: on a slow phone a page full of them must not hold itself
   * up. One in a corner leaves the page's flow at once.
   */
  override connectedCallback(): void {
    if (this.renderRoot || this.#apart) super.connectedCallback();
    else void task().then(() => this.isConnected && super.connectedCallback());
    join(this);
    this.#languages = watchLanguage(this, () => this.requestUpdate());
    // A move has taken the corner out of the top layer.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leave(this);
    this.#languages?.disconnect();
    // A move disconnects and connects in one task.
    queueMicrotask(() => this.isConnected || void this.hangUp());
  }

  /** With the fallback in it: it stays in sight until the first update. */
  protected override createRenderRoot(): ShadowRoot {
    try {
      super.createRenderRoot();
    } catch {
      // A script has put it into another document, which takes no style sheet of this one.
      writeStyle(this.shadowRoot!, buttonStyles.cssText);
    }
    const root = this.shadowRoot!;
    this.#view = new ButtonView(root, this.press);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.size) return;
    this.#broken = false;
    this.#kit?.reconsider();
    if (changed.has('preview')) void this.#pretend();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const kit = this.#kit;
    const caption = kit?.caption;
    const headless = this.layout === 'headless';
    const apart = this.#apart;
    const number = wayIn(this) ? undefined : readNumber(this.destination);
    const way = number || wayIn(this);
    // As long as the panel is open, the way out stands there.
    const stuck = !this.able && !kit?.panel.open && (way || !this.#possible);
    this.#view!.show({
      apart,
      // A live call can always be found again. In a corner a mere text would look like a button.
      shows: headless && !caption ? undefined : !stuck ? 'button' : way || !apart ? 'fallback' : undefined,
      caption: caption ?? this.caption,
      lang: caption ? kit?.words.lang : this.captionLang,
      busy: Boolean(this.#start),
      expanded: Boolean(kit?.panel.open),
      number,
    });
    kit?.draw();
  }

  /** @internal */
  get able(): boolean {
    const kit = this.#kit;
    return kit?.live || (this.#possible && !this.#unable && !this.#broken && !kit?.hopeless);
  }

  /** Shows what `preview` names, or the truth again. */
  async #pretend(): Promise<void> {
    try {
      await (await this.#open()).pretend(this.preview);
    } catch (error) {
      this.#misses(error);
    }
  }

  /** Whether the page has set what a call needs: if not, the fallback shows. */
  get #possible(): boolean {
    if (this.preview) return true;
    const url = this.#url;
    if (!url && !this.#unable) this.complain('set token-url.');
    return Boolean(url);
  }

  /** Why this browser can't place a call on this page: the fallback shows, and whoever asks for a call is told. */
  get #unable(): FailureCode | undefined {
    if (this.preview) return undefined;
    if (!isSecureContext) return 'insecure-page';
    // What the types promise is not there in every web view.
    return window.RTCPeerConnection && navigator.mediaDevices ? undefined : 'unsupported';
  }

  /** @internal */
  async warm(): Promise<void> {
    if (this.preview || this.warmUp === 'none' || this.#unable || !this.#possible) return;
    try {
      if (!this.#kit) this.#token.ask(...this.#wanted);
      const kit = this.#kit ?? (await this.#open());
      const token = this.#token.take(...this.#wanted);
      if (this.isConnected) kit.calls.warm({token});
    } catch {
      // The click tries again and tells.
    }
  }

  /** Where the token comes from, as the page has written it. What is no such address rejects; the kit says why. */
  get #url(): string {
    return readText(this.tokenUrl);
  }

  /** What a token is for. */
  get #wanted(): [url: string, destination: string | undefined] {
    return [this.#url, readDestination(this.destination)];
  }

  async #open(): Promise<Kit> {
    // The panel stands in what the first update shows.
    const [{Kit}] = await Promise.all([openKit(), this.updateComplete]);
    return (this.#kit ??= new Kit(this));
  }

  async #call(source: CallSource, destination?: string): Promise<void> {
    if (!this.isConnected || this.#start) return;
    if (this.preview || this.#kit?.live) return this.#kit?.panel.show(true);
    if (!this.#possible) return;
    const request = new TelnyxCallRequestEvent(destination ?? readDestination(this.destination), source);
    if (!this.dispatchEvent(request)) return;
    const start = (this.#start = {});
    this.requestUpdate();
    const refused =
      request.waits.length &&
      (await Promise.all(request.waits).then(
        () => 0,
        () => 1,
      ));
    if (!refused && this.#start === start) await this.#begin(start, destination);
    if (this.#start === start) this.#start = undefined;
    this.requestUpdate();
  }

  /** With the kit at hand all of this runs in the click's own task; else only what must is started in it. */
  async #begin(start: object, destination: string | undefined): Promise<void> {
    const code = this.#unable ?? (live && live !== this && live.#busy ? 'another-call' : undefined);
    if (!code) live = this;
    const microphone = this.#kit || code ? undefined : requestMicrophone();
    if (microphone && !destination) this.#token.ask(...this.#wanted);
    this.#microphone = microphone;
    microphone?.catch(() => undefined);
    try {
      const kit = this.#kit ?? (await this.#open());
      const token = this.#token.take(...this.#wanted);
      if (this.#start === start && this.isConnected) {
        this.#microphone = undefined;
        return code
          ? kit.calls.refuse({code})
          : kit.calls.call(destination, {microphone, token: destination ? undefined : token});
      }
    } catch (error) {
      this.#misses(error);
    }
    microphone?.then(stop, () => undefined);
  }

  #misses(error: unknown): void {
    this.#broken = true;
    this.complain(`a file beside the script did not load (${String(error)}).`);
  }

  get #busy(): boolean {
    return Boolean(this.#start || this.#kit?.live);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'telnyx-call-button': TelnyxCallButton;
  }
}
