import type {PropertyValues} from '@lit/reactive-element';
import {readDestination, readNumber, readText} from './config.js';
import type {Kit} from './door.js';
import type {FailureCode} from './errors.js';
import type {CallErrorDetails} from './events.js';
import {labelIn, wayIn} from './inside.js';
import type {DiagnosticReport} from './phone/diagnosis.js';
import type {MicrophoneReport} from './phone/sound-check.js';
import {callUs, type Tag} from './locales/call-us.js';
import {languageOf, nearest, watchLanguage} from './locales/language.js';
import type {Phase, Quality} from './session/state.js';
import {CallSettings} from './settings.js';
import {CallStart} from './start.js';
import {join, leave, obey} from './triggers.js';
import {buttonStyles} from './view/button-styles.js';
import {ButtonView, writeStyle} from './view/button.js';

/** A task of its own. */
const task = (): Promise<unknown> => {
  const {port1, port2} = new MessageChannel();
  port2.postMessage(0);
  return new Promise((done) => (port1.onmessage = done)).then(() => port1.close());
};

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
 * @slot consent - What the visitor has to agree to before the first call, as rich text: takes the place of `consent`.
 * @slot header - The panel's title instead of the label, as the business's name.
 *
 * @csspart button - The button.
 * @csspart icon - An icon.
 * @csspart label - The button's text.
 * @csspart panel - The call panel.
 * @csspart status - What is going on, in the panel.
 * @csspart timer - The talking time.
 * @csspart consent - What is to be agreed to before the first call.
 * @csspart banner - In the panel, while the connection is gone in a call.
 * @csspart dialog - The dialog that leads back to the microphone.
 * @csspart control - A button in the panel or the dialog.
 * @csspart keypad - The keys of the telephone, in the panel.
 * @csspart key - One of them.
 * @csspart level - The meter that moves with the visitor's voice.
 * @csspart quality - The bars that show how good the connection is.
 * @csspart transcript - What was said in a call with an AI assistant, and the field to write to it.
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
 * @cssstate incoming - Somebody calls.
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
 * @fires {TelnyxCallQualityEvent} telnyx-call-quality - In a call: the level of its connection is known or has changed, or an alert has begun or ended.
 * @fires {TelnyxCallTranscriptEvent} telnyx-call-transcript - In a call with an AI assistant: something was said or written, or more of it.
 */
export class TelnyxCallButton extends CallSettings {
  static override readonly styles = buttonStyles;

  readonly #internals = this.attachInternals();
  readonly #said = new Set<string>();
  readonly #start = new CallStart(this);
  #view: ButtonView | undefined;
  #languages: MutationObserver | undefined;

  constructor() {
    super();
    this.showState('idle', false);
    for (const intent of ['pointerenter', 'focusin', 'touchstart']) {
      this.addEventListener(intent, () => void this.warm(), {passive: true});
    }
    this.addEventListener('command', (event) => obey(this, (event as CommandEvent).command));
  }

  /** Everything after the first sign of intent. */
  get #kit(): Kit | undefined {
    return this.#start.kit;
  }

  /** What is going on. */
  get state(): Phase {
    return this.#kit?.calls.state.phase ?? 'idle';
  }

  /** The call's id; empty if none is placed. */
  get callId(): string {
    return this.#kit?.calls.callId ?? '';
  }

  /** True if the microphone is muted. What is set counts for the call that is up, and for the beginning of later ones. */
  get muted(): boolean {
    return this.#kit?.calls.muted ?? false;
  }

  // Frameworks that find a property of an attribute's name set that.
  set muted(on: boolean) {
    void this.mute((this.defaultMuted = !!on));
  }

  /** Talking time of the call or, after it, of the last one (s). */
  get duration(): number {
    return this.#kit?.calls.duration ?? 0;
  }

  /**
   * The call's connection as it was measured last: `level`, `mos`, `rtt` (ms), `jitter` (ms), `packetLoss` (%), `alerts`.
   * Nothing before that, and without a call.
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
    return this.#start.call('api', readDestination(destination));
  }

  /** Answers the call that comes in; the browser may ask for the microphone. Nothing without one. */
  async answer(): Promise<void> {
    this.#kit?.answer();
  }

  /** Hangs up, cancels a call that is not answered yet, or declines one that comes in. */
  async hangUp(): Promise<void> {
    this.#start.cancel();
    this.#kit?.hangUp();
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
   * Uses another microphone for the call and the later ones (the SDK's `micId`); without a call for those to come. One
   * that is not there is complained about in the console, and the old one stays in use. Nothing while the element is in
   * no document. Never rejects.
   *
   * @param deviceId As in `enumerateDevices()`; empty for the system's own.
   */
  setMicrophone(deviceId: string): Promise<void> {
    return this.#start.ask((kit) => kit.calls.choose('microphone', deviceId));
  }

  /**
   * Uses another speaker for the call and the later ones (the SDK's `speakerId`); without a call for those to come. One
   * that is not there is complained about in the console, and the old one stays in use. Nothing while the element is in
   * no document, and where the browser can't choose one. Never rejects.
   *
   * @param deviceId As in `enumerateDevices()`; empty for the system's own.
   */
  setSpeaker(deviceId: string): Promise<void> {
    return this.#start.ask((kit) => kit.calls.choose('speaker', deviceId));
  }

  /**
   * Tries the microphone out, in the panel: whether the visitor is heard, and by which device; another one that is chosen
   * there is used for the later calls. Nothing leaves the browser, and nothing is billed. Call it in a click: the browser
   * asks for the microphone. It is off again once the panel is closed, and a call that is started there takes it over. In
   * a call the call's own microphone is listened to, and no panel shown.
   *
   * Resolves as soon as it is known, while the panel stays open, or when that is closed; never rejects. Nothing if a file
   * of the button did not load.
   */
  checkMicrophone(): Promise<MicrophoneReport | undefined> {
    return this.#start.ask((kit) => kit.checkMicrophone());
  }

  /**
   * Has the SDK find out whether calls work here, by a real call, which Telnyx bills: it dials +1-872-231-5806, speaks for
   * 5 s and hangs up. For code only: the panel never offers it. Call it in a click: the browser asks for the microphone,
   * which is off again afterwards, as the line is closed. A call that is started meanwhile ends it.
   *
   * Resolves with the SDK's report, also if the test call was not answered; nothing if a file of the button did not load.
   * Rejects with an `Error` in a call and during another test, if a call can't be placed, without a microphone, and if the
   * SDK's test fails, loses its connection or takes longer than a minute.
   */
  runPreCall(): Promise<DiagnosticReport | undefined> {
    return this.#start.ask((kit) => kit.calls.diagnose('runPreCall'));
  }

  /**
   * Has the SDK find out which STUN and TURN servers can be reached, by real calls, which Telnyx bills: one of 3 s to
   * +1-872-231-5806 for each ICE URL, all at the same time. For code only: the panel never offers it. The rest is as with
   * `runPreCall()`.
   */
  runNetworkCheck(): Promise<DiagnosticReport | undefined> {
    return this.#start.ask((kit) => kit.calls.diagnose('runNetworkCheck'));
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
  readonly press = (): void => void this.#start.call('user');

  /** @internal */
  trigger(): void {
    void this.#start.call('trigger');
  }

  /** @internal */
  warm(): Promise<void> {
    return this.#start.warm();
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
    // What may start without any intent, at `load` or once it is `visible`: the kit knows when.
    if (/^[lv]/.test(this.warmUp!)) void this.#start.ask((kit) => kit.arm());
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
    this.#start.broken = false;
    this.#kit?.reconsider();
    if (changed.has('preview')) void this.#start.ask((kit) => kit.pretend(this.preview));
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const kit = this.#kit;
    const caption = kit?.caption;
    const open = !!kit?.panel.open;
    const headless = this.layout === 'headless';
    const apart = this.#apart;
    const number = wayIn(this) ? undefined : readNumber(this.destination);
    const way = number || wayIn(this);
    // As long as the panel is open, the way out stands there.
    const stuck = !this.able && !open && (way || !this.possible);
    this.#view!.show({
      apart,
      // A live call can always be found again. In a corner a mere text would look like a button.
      shows: headless && !caption ? undefined : !stuck ? 'button' : way || !apart ? 'fallback' : undefined,
      caption: caption ?? this.caption,
      lang: caption ? kit?.words.lang : this.captionLang,
      busy: this.#start.waiting && !open,
      expanded: open,
      number,
    });
    kit?.draw();
  }

  /** @internal */
  get able(): boolean {
    const kit = this.#kit;
    return kit?.live || (this.possible && !this.unable && !this.#start.broken && !kit?.hopeless);
  }

  /** Whether the page has set what a call needs: if not, the fallback shows. @internal */
  get possible(): boolean {
    if (this.preview) return true;
    const source = this.url || this.aiAssistantId || this.getToken || this.loginToken || this.credentials;
    if (!source && !this.unable) this.complain('set token-url.');
    return !!source;
  }

  /** Why this browser can't place a call on this page: the fallback shows, and whoever asks for a call is told. @internal */
  get unable(): FailureCode | undefined {
    if (this.preview) return undefined;
    if (!isSecureContext) return 'insecure-page';
    // What the types promise is not there in every web view.
    return window.RTCPeerConnection && navigator.mediaDevices ? undefined : 'unsupported';
  }

  /** Where the token comes from, as the page has written it. What is no such address rejects; the kit says why. @internal */
  get url(): string {
    return this.aiAssistantId || this.getToken ? '' : readText(this.tokenUrl);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'telnyx-call-button': TelnyxCallButton;
  }
}
