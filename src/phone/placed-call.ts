import type {Call, ICallOptions} from '@telnyx/webrtc';
import type {AssistantTool} from '../call-config.js';
import type {Send} from '../session/ports.js';
import {openAssistant} from './assistant-file.js';
import type {AssistantTalk} from './assistant-talk.js';
import {stop} from './early.js';
import type {BrowserMicrophone} from './microphone.js';
import {Hold} from './hold.js';
import {MediaWatch} from './media-watch.js';
import type {RemoteAudio} from './remote-audio.js';
import {silence} from './silence.js';
import type {CallListener, MicrophoneAwaited} from './call-listener.js';
import type {TelnyxLine} from './telnyx-line.js';
import {farewell, isFatal} from './telnyx-mapping.js';

/**
 * A workaround: with each `active` the SDK begins to listen for devices, and takes only the last listener back. It may
 * go when a call that is taken back from hold leaves none behind (https://github.com/team-telnyx/webrtc,
 * `packages/js/src/Modules/Verto/webrtc/BaseCall.ts`).
 */
function forgetDevices(call: Call): void {
  const {_mediaDeviceCollector: old} = call as unknown as {_mediaDeviceCollector?: {stop(): void} | null};
  if (call.state === 'active') old?.stop();
}

/** One call on a line, whichever of the SDK's objects it is at the time: a recovery puts a new one in its place. */
export class PlacedCall implements CallListener {
  #call: Call | undefined;
  #answered = false;
  #remote = false;
  #muted = false;
  #recovering = false;
  #signaling = true;
  #released = false;
  /** What an incoming call waits for: the visitor, then perhaps the microphone. */
  #unanswered: 'visitor' | 'microphone' | undefined;
  #awaits: MicrophoneAwaited | undefined;
  #silence: {readonly stream: MediaStream; stop(): void} | undefined;
  /** The conversation with an AI assistant, and its frames as long as the file that reads them is on its way. */
  #talk: AssistantTalk | undefined;
  #frames: unknown[] | undefined;
  readonly #media: MediaWatch;
  readonly #hold = new Hold((on) => {
    this.#media.hold(on);
    this.send({type: 'held', attempt: this.attempt, on});
  });

  constructor(
    private readonly line: TelnyxLine,
    private readonly microphone: BrowserMicrophone,
    private readonly audio: RemoteAudio,
    private readonly attempt: number,
    private readonly send: Send,
  ) {
    this.#media = new MediaWatch(() => this.#call?.peer?.instance, {
      flowing: () => this.#judge(),
      measured: (stats) => {
        send({type: 'measured', attempt, stats});
        this.#talk?.measured(stats.heard);
      },
      woke: () => line.nudge(),
    });
  }

  place(id: string, options: ICallOptions): void {
    const localStream = this.microphone.lend();
    this.line.place(id, {...options, localStream, remoteElement: this.audio.element}, this);
  }

  /** Rings with a call that has come in. */
  ring(call: Call): void {
    this.#unanswered = 'visitor';
    this.#call = call;
    this.line.take(call, this);
  }

  /**
   * Answers it. Where there is no microphone the SDK asks for it itself, is refused, and waits. It must not ask where
   * the browser would ask the visitor: then the caller hears the ringing until there is one.
   */
  answer(): void {
    const stream = this.microphone.lend();
    if (stream || !this.microphone.prompts) this.#answerWith(stream);
    else this.#unanswered = 'microphone';
  }

  hangUp(): void {
    if (!this.#call) return;
    stop(this.#call.options.localStream);
    this.line.hangUp(this.#call);
  }

  mute(on: boolean): void {
    const call = this.#call;
    if (!call) return;
    this.#setMuted(call, on);
    this.#muted = call.isAudioMuted;
    this.#tellMuted();
  }

  hold(on: boolean): void {
    if (this.#call) this.#hold.ask(this.#call, on);
  }

  /** One after the other, as on a telephone. What the server has taken comes back as `digitsSent`. */
  sendDigits(digits: string): void {
    for (const digit of digits) this.#call?.dtmf(digit);
  }

  /**
   * An AI assistant is at the far end. Without the file the call goes on as any other.
   *
   * @param tools the page's functions that it may call
   */
  attend(tools: Readonly<Record<string, AssistantTool>> | undefined): void {
    this.#frames = [];
    const {attempt} = this;
    openAssistant().then(
      ({AssistantTalk}) => {
        if (this.#released) return;
        this.#talk = new AssistantTalk({
          tools,
          changed: (conversation) => this.send({type: 'conversation', attempt, conversation}),
          send: (item) => {
            try {
              this.#call?.sendAIConversationMessage(item);
            } catch {
              // Without the server there is no way to it, and later the assistant waits no more.
            }
          },
        });
        this.#frames?.forEach((params) => this.#talk?.hear(params));
        this.#frames = undefined;
      },
      () => (this.#frames = undefined),
    );
  }

  converse(params: unknown): void {
    if (this.#talk) this.#talk.hear(params);
    else this.#frames?.push(params);
  }

  /** Written to the AI assistant. Its server tells it like what was spoken. */
  say(text: string): void {
    // Without the second argument it throws.
    void this.#call?.sendConversationMessage(text, []);
  }

  /** Puts the microphone into the call that goes on: the SDK's own way to change it can end the call. */
  useMicrophone(): void {
    const call = this.#call;
    const waits = this.#awaits ?? this.#unanswered === 'microphone';
    const stream = this.microphone.lend() ?? (waits ? this.#hush() : undefined);
    if (this.#unanswered) return this.#answerWith(stream);
    const [track] = stream?.getAudioTracks() ?? [];
    if (!call || !stream || !track) return;
    track.enabled = !this.#muted;
    // It may be one that the SDK has asked for itself.
    stop(call.options.localStream);
    call.options.localStream = stream;
    if (this.#awaits) {
      // The SDK puts it in.
      this.#awaits.resume();
      this.#awaits = undefined;
      return;
    }
    for (const sender of call.peer?.instance?.getSenders() ?? []) {
      // A connection that is being closed takes no track, and needs none.
      if (sender.track?.kind !== 'video') sender.replaceTrack(track).catch(() => undefined);
    }
  }

  /** Nothing of the call matters to this side any more. */
  release(): void {
    this.#released = true;
    this.#talk?.end();
    this.#media.run(false);
    this.#silence?.stop();
    this.#awaits?.reject();
    this.#awaits = undefined;
  }

  update(call: Call): void {
    const {attempt} = this;
    // An answer that the SDK was busy with when the visitor hung up makes the call `active` once more.
    if (this.#released || call.state === 'destroy') return;
    // An object that another one has taken the place of may still get an answer.
    if (this.#call && this.#call !== call && call.state !== 'recovering') return;
    if (call.state === 'recovering' && this.#unanswered) return this.#refuse(call);
    // The page may have it begin muted.
    if (!this.#call || call.state === 'answering') this.#muted = call.isAudioMuted;
    if (call.state === 'recovering') this.#recover(call);
    this.#call = call;
    if (call.state === 'trying') this.send({type: 'accepted', attempt});
    if (call.state === 'early') {
      this.send({type: 'early', attempt});
      this.audio.play();
    }
    if (call.state === 'active' || call.state === 'held') this.#connected(call);
    if (call.state === 'hangup') {
      this.release();
      const end = farewell(call, this.#answered, this.#remote);
      this.send({type: 'over', attempt, at: Date.now(), farewell: end});
    }
  }

  ringing(): void {
    this.send({type: 'ringing', attempt: this.attempt});
  }

  bye(): void {
    this.#remote = true;
  }

  digitsSent(digits: string): void {
    this.send({type: 'digits-sent', attempt: this.attempt, digits});
  }

  signaling(up: boolean): void {
    this.#signaling = up;
    this.#hold.interrupt();
    this.#judge();
  }

  gone(): void {
    this.release();
    const end = farewell({}, this.#answered, false);
    this.send({type: 'over', attempt: this.attempt, at: Date.now(), farewell: end});
  }

  awaits(microphone: MicrophoneAwaited): void {
    this.#awaits = microphone;
    this.send({type: 'microphone-awaited', attempt: this.attempt, until: microphone.retryDeadline});
  }

  error(code: number, cause: unknown): void {
    // One that has waited in vain is hung up by the SDK: it was lost, not badly set up.
    if (!isFatal(code) || this.#awaits) return;
    // A call that was answered is cut off, not badly set up.
    if (this.#answered) this.hangUp();
    else this.send({type: 'failed', attempt: this.attempt, failure: {code: 'call-failed', cause}});
  }

  #setMuted(call: Call, on: boolean): void {
    if (on) call.muteAudio();
    else call.unmuteAudio();
  }

  #tellMuted(): void {
    this.send({type: 'muted', attempt: this.attempt, on: this.#muted});
  }

  #answerWith(stream: MediaStream | undefined): void {
    const call = this.#call;
    if (!call) return;
    this.#unanswered = undefined;
    call.options.localStream = stream;
    call.options.remoteElement = this.audio.element;
    void call.answer().catch(() => undefined);
  }

  /** The server offers a call again that nobody has answered, and the SDK would answer it by itself. */
  #refuse(call: Call): void {
    if (this.#call === call) return;
    this.#call = call;
    this.line.refuse(call);
  }

  #hush(): MediaStream {
    this.#silence?.stop();
    this.#silence = silence();
    return this.#silence.stream;
  }

  /** The old object says so, and then the new one, before it asks for a microphone: it gets the one that is open. */
  #recover(call: Call): void {
    if (this.#call !== call) {
      // Without one the SDK asks: no prompt may come up that nobody expects.
      const localStream = this.microphone.lend() ?? (this.microphone.prompts ? this.#hush() : undefined);
      if (localStream) call.options.localStream = localStream;
    }
    this.#recovering = true;
    this.#media.interrupt();
    this.#judge();
  }

  #connected(call: Call): void {
    forgetDevices(call);
    this.#hold.hear(call, this.#recovering);
    this.#recovering = false;
    // The object of a recovery begins as the page has it, and not as the visitor had it last.
    if (this.#muted !== call.isAudioMuted) this.#setMuted(call, this.#muted);
    // The SDK says `active` again after each recovery.
    if (!this.#answered) {
      this.send({type: 'answered', attempt: this.attempt, at: Date.now()});
      if (this.#muted) this.#tellMuted();
    }
    this.#answered = true;
    this.#media.run(true);
    this.audio.play();
    this.#judge();
  }

  /** One state for all that can be gone: the server, the sound, or the call while it is taken up again. */
  #judge(): void {
    const {attempt} = this;
    const media = this.#recovering || (this.#answered && !this.#media.flowing);
    if (media || !this.#signaling) this.send({type: 'lost', attempt, at: Date.now(), media});
    else {
      this.send({type: 'back', attempt});
      if (this.#call && this.#answered) this.#hold.settle(this.#call);
    }
  }
}
