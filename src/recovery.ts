import type {TemplateResult} from 'lit';
import {readNumber} from './config.js';
import type {CallController} from './controllers/call-controller.js';
import type {KitHost} from './kit-host.js';
import type {DialogCode, Words} from './locales/en.js';
import {awaitedFor, hasCall, isLeaving, isTalking, obstacleOf} from './session/selectors.js';
import {UNCALLED, type CallState} from './session/state.js';
import {adoptStyles} from './view/adopt-styles.js';
import type {QrCode} from './view/qr.js';
import {wayOut} from './way-out.js';

type Help = typeof import('./help.js');

/** Shows the dialog that leads back to the microphone. Its file loads when a prompt is up, or something is wrong. */
export class Recovery {
  #help: Help | undefined;
  #loading = false;
  /** The link to the phone, and the code of it once it is there. */
  #scan: {readonly href: string | undefined; readonly qr?: QrCode | undefined} | undefined;

  constructor(
    private readonly host: KitHost,
    /** What is shown: the call's, or a preview's. */
    private readonly state: () => CallState,
    /** Who does what is asked for. */
    private readonly calls: () => Pick<CallController, 'retry' | 'hangUp' | 'setAside'>,
    private readonly strings: () => Words,
  ) {}

  /** True while the dialog is there to say what is wrong. */
  get shown(): boolean {
    return Boolean(this.#help && wrong(this.state(), this.strings()));
  }

  follow(state: CallState): void {
    if (state.phase === 'permission' || wrong(state, this.strings())) void this.#load();
  }

  render(cancel: () => void): TemplateResult | undefined {
    const state = this.state();
    const {retry, hangUp, setAside} = this.calls();
    const code = wrong(state, this.strings());
    const help = this.#help;
    if (!code || !help) return undefined;
    const talking = isTalking(state);
    const model = {
      ...help.surroundings(code),
      code,
      asking: Boolean(obstacleOf(state)?.asking),
      talking,
      secondsLeft: awaitedFor(state, Date.now()),
      fallback: wayOut(this.host),
      placed: hasCall(state) || state.attempt === UNCALLED,
      qr: this.#qr(help),
    };
    const leave = state.phase === 'failed' ? cancel : talking ? () => setAside(true) : hangUp;
    return help.dialog(model, this.strings(), {
      retry,
      hangUp,
      cancel: leave,
      reload: () => location.reload(),
    });
  }

  /** Without the file the panel says what is wrong, and offers another try. */
  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const help = await import('./help.js').catch(() => import('./help.js'));
      adoptStyles(this.host.shadowRoot!, help.dialogStyles);
      new help.DialogController(this.host);
      this.#help = help;
      this.host.requestUpdate();
    } catch {
      this.#loading = false;
    }
  }

  /** The code of the link as it is now: the page may change it. */
  #qr(help: Help): QrCode | undefined {
    const href = this.#phone;
    if (!this.#scan || this.#scan.href !== href) {
      const scan = (this.#scan = {href});
      help.scannable(href).then(
        (qr) => {
          if (this.#scan !== scan) return;
          this.#scan = {href, qr};
          this.host.requestUpdate();
        },
        () => undefined,
      );
    }
    return this.#scan.qr;
  }

  /** The way out as a link that a phone can follow. */
  get #phone(): string | undefined {
    const link = this.host.querySelector<HTMLAnchorElement>(':scope > a[href^="tel:"]');
    const number = readNumber(this.host.destination);
    return link?.href ?? (number && `tel:${number}`);
  }
}

/** What the dialog has steps for, if that is what is wrong. */
function wrong(state: CallState, strings: Words): DialogCode | undefined {
  const obstacle = obstacleOf(state);
  const code =
    obstacle && !obstacle.aside && !isLeaving(state)
      ? obstacle.failure.code
      : state.phase === 'failed' && state.failure.code;
  return code && code in strings.dialog.title ? (code as DialogCode) : undefined;
}
