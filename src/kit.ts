import {render} from 'lit/html.js';
import type {TemplateResult} from 'lit';
import type {CallConfig} from './call-config.js';
import {AssistantPanel} from './assistant-panel.js';
import type {MicrophoneCheck} from './check.js';
import {Consent} from './consent.js';
import {CallController} from './controllers/call-controller.js';
import {MeterController} from './controllers/meter-controller.js';
import {PanelController} from './controllers/panel-controller.js';
import {PresenceController} from './controllers/presence-controller.js';
import {SoundController} from './controllers/sound-controller.js';
import {failures} from './errors.js';
import type {KitHost} from './kit-host.js';
import {LocalizeController} from './controllers/localize-controller.js';
import type {Words} from './locales/en.js';
import {languageOf} from './locales/language.js';
import type {MicrophoneReport} from './phone/sound-check.js';
import {CallAudio} from './phone/call-audio.js';
import {unknownCodecs} from './phone/codecs.js';
import type {Early} from './phone/early.js';
import {loadSdk} from './phone/telnyx-sdk.js';
import {Recovery} from './recovery.js';
import {conversationOf, isCut, isIncoming, isLive, isTalking, qualityOf} from './session/selectors.js';
import type {Preview} from './preview.js';
import type {DeviceKind} from './session/state.js';
import {checkChoices, readConfig, readControls} from './read-config.js';
import {checkNames} from './spelling.js';
import {adoptStyles} from './view/adopt-styles.js';
import {clock} from './view/clock.js';
import {consent} from './view/consent.js';
import {frame, takesDigits} from './view/frame.js';
import {pasted} from './view/typed.js';
import {html, nothing} from './view/html.js';
import type {Instead} from './view/instead.js';
import {panelStyles} from './view/panel-styles.js';
import {statusText} from './view/status.js';
import {startWhenAllowed} from './without-intent.js';
import {place} from './view/place.js';
import {isRightToLeft} from './view/words.js';
import {wayOut} from './way-out.js';

/** Everything a button needs after the first sign of intent. The shell knows it through this class alone. */
export class Kit {
  readonly calls: CallController;
  readonly panel: PanelController;
  readonly #audio = new CallAudio();
  readonly #consent: Consent;
  readonly #meter: MeterController;
  readonly #recovery: Recovery;
  readonly #locale: LocalizeController;
  readonly #assistant: AssistantPanel;

  /** A try of the microphone, and the file for it. */
  #check: MicrophoneCheck | undefined;
  #checks: typeof import('./check.js') | undefined;
  /** What is shown instead of the call. */
  #preview: Preview | undefined;

  constructor(private readonly host: KitHost) {
    // The SDK is on its way while the rest is still being set up.
    if (!host.preview && host.warmUp !== 'visible') loadSdk().catch(() => undefined);
    this.#locale = new LocalizeController(host);
    adoptStyles(host.shadowRoot!, panelStyles);
    this.panel = new PanelController(
      host,
      (button, size, rtl) => place(button, size, {width: innerWidth, height: innerHeight}, rtl),
      (text) => this.#paste(pasted(text)),
    );
    this.#consent = new Consent(host, this.panel);
    this.#recovery = new Recovery(
      host,
      () => this.#shown.state,
      () => {
        const {calls} = this;
        const check = this.#check;
        return check?.model ? {retry: check.retry, hangUp: this.#leave, setAside: calls.setAside} : calls;
      },
      () => this.words,
    );
    this.#assistant = new AssistantPanel(host);
    const audio = this.#audio;
    const sounds = new SoundController(audio, () => this.calls.config);
    const presence = new PresenceController(
      (state) => ({title: host.caption, status: statusText(state, this.words)}),
      {
        hangup: () => this.calls.hangUp(),
        // No key of the system's means to answer.
        togglemicrophone: () =>
          isIncoming(this.calls.state) ? this.answer() : this.calls.mute(!this.calls.muted),
      },
    );
    this.calls = new CallController(
      host,
      () => this.#configure(),
      () => this.words,
      (state, previous) => {
        if (isLive(state) !== isLive(previous)) {
          this.#consent.leave();
          this.#endCheck();
        }
        if (state.phase === 'failed') this.#endCheck();
        if (isLive(state) && !isLive(previous)) {
          this.#locale.load();
          if (this.calls.config.assistant) void this.#assistant.load();
        }
        this.panel.follow(state, previous);
        this.#recovery.follow(state);
        sounds.follow(state, previous);
        presence.follow(state, previous);
        host.showState(state.phase, isLive(state));
        if (host.preview && isLive(previous) && !isLive(state))
          this.pretend(host.preview).catch(() => undefined);
      },
    );
    this.#meter = new MeterController(
      host,
      audio,
      () => this.calls,
      () => this.panel.open,
    );
  }

  /** Starts all that may start before the click, and before the visitor has agreed to a call. */
  warm(early: Early): void {
    if (this.#consent.given) this.calls.warm(early);
  }

  /** Whether the visitor agrees to what the page wants to be agreed to before a call. Asks, if need be. */
  agreed(): Promise<boolean> | true {
    return this.#consent.ask();
  }

  /** Answers the call that comes in, once the visitor agrees. In the task of their click, if nothing is to be asked. */
  readonly answer = (): void => {
    if (!isIncoming(this.calls.state)) return;
    const agreed = this.#consent.ask();
    if (agreed === true) this.calls.answer();
    else void agreed.then((yes) => yes && this.calls.answer());
  };

  hangUp(): void {
    this.#leave();
    this.calls.hangUp();
  }

  /** Back from a question before the call to where it came from. */
  readonly #leave = (): void => {
    if (!this.#consent.asking && !this.#check?.model) return;
    this.#consent.leave();
    this.#endCheck();
    if (!this.live) this.#dismiss();
  };

  /** Tries the microphone out, as the element says. Its file loads with the first time. */
  async checkMicrophone(): Promise<MicrophoneReport | undefined> {
    const {host, calls} = this;
    const file = await this.#loadCheck();
    if (!file) return undefined;
    if (host.preview || !host.isConnected) return {verdict: 'closed', device: '', peak: 0};
    const check = (this.#check ??= new file.MicrophoneCheck({
      host,
      calls,
      meter: this.#meter,
      measures: () => this.#audio.context?.state === 'running',
      changed: () => {
        this.#recovery.follow(this.#shown.state);
        host.requestUpdate();
      },
    }));
    check.begin();
    const {report} = check;
    if (check.model) {
      this.panel.show(true);
      window.addEventListener('pagehide', this.#leave);
    } else void report.then(() => this.#check === check && this.#endCheck());
    return report;
  }

  readonly #misses = (error: unknown): undefined =>
    void this.host.complain(`a file beside the script did not load (${String(error)}).`);

  async #loadCheck(): Promise<typeof import('./check.js') | undefined> {
    try {
      const file = await import('./check.js').catch(() => import('./check.js'));
      if (!this.#checks) adoptStyles(this.host.shadowRoot!, file.checkStyles);
      return (this.#checks = file);
    } catch (error) {
      return this.#misses(error);
    }
  }

  /** The microphone is off, unless a call has taken it over. */
  #endCheck(): void {
    const check = this.#check;
    this.#check = undefined;
    window.removeEventListener('pagehide', this.#leave);
    if (!check) return;
    check.end();
    if (check.model && !this.live) this.#audio.close();
  }

  /** Reads the configuration as it is now. */
  #configure(): CallConfig {
    const {host} = this;
    checkChoices(host, host.complain);
    checkNames(host.getAttributeNames(), host.complain);
    const config = readConfig(host, document.baseURI, host.complain, this.#consent.wanted);
    for (const name of unknownCodecs(config.preferredCodecs))
      host.complain(`preferred-codecs: this browser has no codec “${name}”.`);
    return config;
  }

  /** Starts, without any intent, what `warm-up` allows to. */
  readonly arm = (): void => startWhenAllowed(this.host);

  /** The texts in the element's language. */
  get words(): Words {
    return this.#locale.words;
  }

  /**
   * Shows a state with sample data; nothing in it calls, asks or plays. Its file loads with the first one. A live call
   * is never hidden by it.
   *
   * @param name one of `previews`, or nothing to show the truth again
   */
  async pretend(name: string | null | undefined): Promise<void> {
    const {host, panel} = this;
    const file = name ? await import('./preview.js').catch(this.#misses) : undefined;
    const preview = name ? file?.previewOf(name) : undefined;
    if (preview?.check) await this.#loadCheck();
    if (host.preview !== name) return;
    this.#preview = preview;
    if (file && !this.#preview)
      host.complain(`preview="${name}" is unknown: use ${file.previews.join(', ')}.`);
    if (this.live) return;
    const {state} = this.#shown;
    panel.turnTo(this.#preview?.page ?? 'call');
    panel[this.#preview?.open ? 'show' : 'hide']();
    this.#recovery.follow(state);
    if (conversationOf(state)) void this.#assistant.load();
    host.showState(state.phase, isLive(state));
    host.requestUpdate();
    await host.updateComplete;
    // In a call the meter says so.
    const level = String(this.#preview?.level ?? 0);
    host.shadowRoot!.querySelector<HTMLElement>('[part=panel]')?.style.setProperty('--_level', level);
  }

  /** What is shown: the call, or what is said to be one. */
  get #shown(): Pick<CallController, 'state' | 'duration' | 'lostFor'> {
    return (!this.live && (this.#check ?? this.#preview)) || this.calls;
  }

  /** True while there is an attempt or a call. */
  get live(): boolean {
    return isLive(this.calls.state);
  }

  /** True if the last attempt showed that calling can't work here, and the visitor has read it. */
  get hopeless(): boolean {
    const {state} = this.calls;
    return state.phase === 'failed' && !failures[state.failure.code].retryable && !this.panel.open;
  }

  /** A new configuration deserves a new try. */
  reconsider(): void {
    if (this.hopeless) this.calls.dismiss();
  }

  /** What the button says while its panel is hidden in a call, so that the call is not forgotten. */
  get caption(): string | undefined {
    const {state, duration} = this.#shown;
    if (!isLive(state) || this.panel.open) return undefined;
    return state.phase === 'active'
      ? `${this.words.active} ${clock(duration)}`
      : statusText(state, this.words);
  }

  /** Brings status, panel and dialog up to date, behind the shell's button. */
  draw(): void {
    render(this.#render(), this.host.shadowRoot!, {host: this.host});
  }

  #render(): TemplateResult {
    const {open} = this.panel;
    const {state} = this.#shown;
    const {ready} = this.#locale;
    const helped = this.#recovery.shown;
    // The panel's banner speaks for itself.
    const said = open && isCut(state) ? '' : statusText(state, this.words);
    const {lang} = this.words;
    return html`
      <span lang=${lang} dir=${isRightToLeft(lang) ? 'rtl' : 'ltr'}>
        <span class="status" role="status">${ready ? said : ''}</span>
        ${ready && open && (!helped || isTalking(state)) ? this.#panel(helped) : nothing}
        ${(ready && !this.hopeless && this.#recovery.render(() => this.#dismiss())) || nothing}
      </span>
    `;
  }

  #panel(helped: boolean): TemplateResult {
    const {calls, host} = this;
    const {state, duration, lostFor} = this.#shown;
    const {page} = this.panel;
    const offered = readControls(host.controls, host.complain);
    const can = {
      call: true,
      keypad: offered.has('keypad'),
      audio: offered.has('devices') || offered.has('volume'),
      quality: offered.has('quality') && Boolean(qualityOf(state)),
    };
    return frame(
      {
        state,
        page: can[page] ? page : 'call',
        controls: offered,
        title: host.caption,
        titleLang: host.captionLang ?? languageOf(host),
        duration,
        lostFor,
        helped,
        instead: this.#instead,
        fallback: wayOut(host),
        transcript: offered.has('transcript')
          ? this.#assistant.render(state, this.words, calls.say)
          : undefined,
      },
      this.words,
      {
        call: host.press,
        answer: this.answer,
        hangUp: calls.hangUp,
        mute: calls.mute,
        hold: calls.hold,
        sendDigits: calls.sendDigits,
        choose: (kind, device) => void calls.choose(kind, device),
        setVolume: calls.setVolume,
        turnTo: this.panel.turnTo,
        retry: calls.retry,
        setAside: calls.setAside,
        dismissHint: calls.dismissHint,
        hear: calls.hear,
        minimise: this.panel.hide,
        dismiss: () => this.#dismiss(),
        check: () => void this.checkMicrophone(),
      },
    );
  }

  get #instead(): Instead | undefined {
    const {host, words} = this;
    const leave = this.#leave;
    const preview = this.live ? undefined : this.#preview;
    const {agree, asking} = this.#consent;
    if (asking || preview?.consent) return consent(host.consent || preview?.consent, words, {agree, leave});
    const check = this.#check?.model ?? preview?.check;
    if (!check) return undefined;
    const choose = (...choice: [DeviceKind, string]): void => void this.calls.choose(...choice);
    return this.#checks?.check(check, words, {call: host.press, choose, leave});
  }

  #paste(digits: string): boolean {
    const {host, calls} = this;
    const takes = digits && takesDigits(calls.state, readControls(host.controls, host.complain));
    if (takes) calls.sendDigits(digits);
    return Boolean(takes);
  }

  /** A failure that can't be mended by trying again stays known: the page's link takes the button's place. */
  #dismiss(): void {
    this.panel.hide();
    if (!this.hopeless) this.calls.dismiss();
  }
}
