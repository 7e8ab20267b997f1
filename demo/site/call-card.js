import {showLevel} from './level-meter.js';
import {ring} from './ring-tone.js';

const PHASES = {
  ringing: 'Ringing',
  answering: 'Connecting',
  active: 'In call',
  held: 'On hold',
  recovering: 'Reconnecting',
};
const OVER = ['hangup', 'destroy', 'purge'];

/** One call on the agent's desk: who calls, what can be done, how loud it is. */
export class CallCard {
  #call;
  #context;
  #parts = {};
  #started;
  #clock;
  #streams = [];
  #stopMeters = [];
  #stopRing;
  #howItEnded;

  /**
   * @param call an incoming call of the SDK that rings
   * @param {AudioContext} context
   * @param {() => Promise<unknown>} beforeTalking run before this call gets the microphone
   */
  constructor(call, context, beforeTalking) {
    this.#context = context;
    this.element = document.querySelector('#call-card').content.firstElementChild.cloneNode(true);
    for (const part of this.element.querySelectorAll('[data-is]')) this.#parts[part.dataset.is] = part;
    this.#introduce(call);
    this.actions = {
      answer: async () => {
        await beforeTalking();
        await this.#call.answer({remoteElement: this.#parts.audio});
      },
      decline: () => this.#end('declined'),
      hangUp: () => this.#end('you hung up'),
      mute: () => this.#call.toggleAudioMute(),
      hold: async () => {
        if (this.#call.state === 'held') await beforeTalking();
        await this.#call.toggleHold();
      },
    };
    this.element.addEventListener('click', async ({target}) => {
      await this.actions[target.dataset.do]?.();
      this.#showButtons();
    });
    this.#stopRing = ring(context);
    this.update(call);
  }

  get name() {
    return this.#parts.name.textContent;
  }

  get talking() {
    return this.#call.state === 'active';
  }

  /** Takes the call's new state in. After a reconnect it is another object with the same id. Says whether the call is over. */
  update(call) {
    this.#call = call;
    const {state} = call;
    if (state !== 'ringing') this.#stopRing();
    if (OVER.includes(state)) return true;
    this.element.dataset.phase = state in PHASES ? state : 'answering';
    this.#parts.phase.textContent = PHASES[this.element.dataset.phase];
    if (state === 'active') {
      this.#startClock();
      this.#listen();
    }
    this.#showButtons();
    return false;
  }

  /** Digits that the caller has pressed. */
  press(digits) {
    const {keys} = this.#parts;
    keys.value = keys.value === '–' ? digits : keys.value + digits;
  }

  /** What stays of the call: one line. */
  get summary() {
    const how = this.#howItEnded ?? (this.#started ? 'caller hung up' : 'missed');
    return this.#started ? `${how}, ${this.#parts.timer.textContent}` : how;
  }

  /** Takes the card off the page; nothing of it goes on. */
  close() {
    this.#stopRing();
    clearInterval(this.#clock);
    this.#stopMeters.forEach((stop) => stop());
    this.element.remove();
  }

  #introduce({options}) {
    const {remoteCallerName, remoteCallerNumber, destinationNumber, customHeaders = []} = options;
    const {name, number, facts} = this.#parts;
    name.textContent = remoteCallerName || 'Website visitor';
    number.textContent = remoteCallerNumber;
    const rows = [
      ['Called', destinationNumber],
      ...customHeaders.map((header) => [header.name, header.value]),
    ];
    facts.append(...rows.flatMap(([term, value]) => [text('dt', term), text('dd', value)]));
  }

  #end(how) {
    this.#howItEnded = how;
    return this.#call.hangup();
  }

  /** Goes on over holds and reconnects. */
  #startClock() {
    if (this.#started) return;
    this.#started = Date.now();
    this.#clock = setInterval(() => {
      const seconds = Math.floor((Date.now() - this.#started) / 1000);
      this.#parts.timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }, 250);
  }

  /** Meters on the call's streams; new ones after a reconnect. */
  #listen() {
    const {remoteStream, localStream} = this.#call;
    if (!remoteStream || !localStream) return;
    if (this.#streams[0] === remoteStream && this.#streams[1] === localStream) return;
    this.#streams = [remoteStream, localStream];
    this.#stopMeters.forEach((stop) => stop());
    this.#stopMeters = [
      showLevel(this.#context, remoteStream, this.#parts.remote),
      showLevel(this.#context, localStream, this.#parts.local),
    ];
    // Without a click (`?auto`) the context may run only now that the page has the microphone.
    this.#context.resume();
  }

  #showButtons() {
    const [mute, hold] = ['mute', 'hold'].map((name) => this.element.querySelector(`[data-do=${name}]`));
    const {isAudioMuted, state} = this.#call;
    mute.ariaPressed = String(isAudioMuted);
    mute.textContent = isAudioMuted ? 'Muted' : 'Mute';
    hold.ariaPressed = String(state === 'held');
    hold.textContent = state === 'held' ? 'Resume' : 'Hold';
  }
}

function text(tag, content) {
  return Object.assign(document.createElement(tag), {textContent: content});
}
