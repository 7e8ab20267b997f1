import type {ICallOptions} from '@telnyx/webrtc';
import type {MicrophoneAwaited} from '../../src/phone/call-listener.js';
import {FakePeer} from './peer.js';
import type {TelnyxRTC} from './telnyx-webrtc.js';

type State =
  | 'new'
  | 'requesting'
  | 'trying'
  | 'early'
  | 'ringing'
  | 'active'
  | 'held'
  | 'recovering'
  | 'hangup'
  | 'destroy'
  | 'purge';

/** What a call of the SDK is made with. */
export type FakeCallOptions = ICallOptions & {readonly id: string; readonly recoveredCallId?: string};

/** What a far end says when it hangs up. */
export interface Bye {
  readonly cause?: string;
  readonly sipCode?: number;
}

/** How long the SDK waits for the server's answer to a goodbye (ms). */
const BYE_ANSWERED_WITHIN_MS = 5_000;

/** A call of the SDK, moved on by the test. */
export class FakeCall {
  state: State = 'new';
  prevState: State = 'new';
  direction: 'inbound' | 'outbound' = 'outbound';
  /** Who listens for devices on behalf of the call: with each `active` one more. */
  readonly deviceListeners: Array<{stopped: boolean; stop(): void}> = [];
  cause: string | undefined;
  sipCode: number | null = null;
  isAudioMuted: boolean;
  /** False for a phone that does not do what it is told. */
  mutes = true;
  /** True once the far end's sound is off. */
  isDeaf = false;
  /** True once it has asked for a microphone, or taken the one that it was given. */
  answered = false;
  readonly peer = {instance: new FakePeer()};

  constructor(
    private readonly client: TelnyxRTC,
    readonly options: FakeCallOptions,
  ) {
    this.isAudioMuted = Boolean(client.options.mutedMicOnStart);
  }

  get id(): string {
    return this.options.id;
  }

  /** The call that this one has taken the place of. */
  get recoveredCallId(): string {
    return this.options.recoveredCallId ?? '';
  }

  /** A change of state, as the SDK tells it. */
  become(state: State): void {
    this.prevState = this.state;
    this.state = state;
    this.client.tell('telnyx.notification', {type: 'callUpdate', call: this});
    if (state !== 'active') return;
    this.deviceListeners.push({
      stopped: false,
      stop() {
        this.stopped = true;
      },
    });
  }

  get _mediaDeviceCollector(): {stop(): void} | undefined {
    return this.deviceListeners.at(-1);
  }

  /** The server has taken the call. */
  trying(): void {
    this.become('requesting');
    this.become('trying');
  }

  /** The far end rings: a frame on the socket, no state. */
  ring(): void {
    this.frame('telnyx_rtc.ringing');
  }

  /** Takes a call that came from the server. */
  async answer(): Promise<void> {
    this.answered = true;
  }

  /** Both sides can talk. */
  pickUp(): void {
    this.become('active');
  }

  /** The far end hangs up. */
  bye({cause = 'NORMAL_CLEARING', sipCode}: Bye = {}): void {
    this.frame('telnyx_rtc.bye');
    this.cause = cause;
    this.sipCode = sipCode ?? null;
    this.become('hangup');
    this.letGo();
  }

  /** The SDK gives the call up, without a goodbye of anybody. */
  giveUp(): void {
    void this.hangup({}, false);
  }

  fail(code: number): void {
    this.client.tell('telnyx.error', {error: {code, message: 'of the call'}, callId: this.id});
  }

  /** There is no microphone for the answer: the SDK waits. */
  awaitMicrophone(wait: MicrophoneAwaited): void {
    this.client.tell('telnyx.error', {error: {code: 42001}, callId: this.id, ...wait});
  }

  async hangup({isRecovering = false} = {}, execute = true): Promise<void> {
    this.cause = this.state === 'active' ? 'NORMAL_CLEARING' : 'USER_BUSY';
    if (isRecovering) {
      this.become('recovering');
      return this.finish();
    }
    this.become('hangup');
    if (execute) {
      let timer;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, BYE_ANSWERED_WITHIN_MS)));
      const params = {dialogParams: {callID: this.id}};
      await Promise.race([this.client.send('telnyx_rtc.bye', params), late]).catch(() => undefined);
      clearTimeout(timer);
    }
    this.letGo();
  }

  hold(): Promise<boolean> {
    return this.modify('hold', 'held');
  }

  unhold(): Promise<boolean> {
    return this.modify('unhold', 'active');
  }

  /** As the real one: nobody waits for the answer. */
  dtmf(dtmf: string): void {
    void this.client.send('telnyx_rtc.info', {dtmf, dialogParams: {callID: this.id}});
  }

  /** Items that were sent to an assistant. As the real one it throws without a socket. */
  readonly items: object[] = [];
  sendAIConversationMessage(item: object): void {
    if (!this.client.connected) throw new Error('session is not connected');
    this.items.push(item);
  }

  /** Messages that were written to an assistant. As in the real one the list of attachments must be there. */
  readonly messages: string[] = [];
  async sendConversationMessage(text: string, attachments: readonly string[]): Promise<void> {
    this.messages.push(text, ...attachments);
  }

  /** A frame of the assistant at the far end. */
  converse(params: unknown): void {
    this.client.tell('telnyx.ai.conversation', {method: 'ai_conversation', params});
  }

  deaf(): void {
    this.isDeaf = true;
  }

  muteAudio(): void {
    this.isAudioMuted = this.mutes;
  }

  unmuteAudio(): void {
    this.isAudioMuted = false;
  }

  /** Resolves with false, and never rejects, if the server does not do it. */
  private modify(action: string, state: State): Promise<boolean> {
    const params = {action, dialogParams: {callID: this.id}};
    return this.client.send('telnyx_rtc.modify', params).then(
      () => {
        this.become(state);
        return true;
      },
      () => {
        this.fail(44001);
        return false;
      },
    );
  }

  private frame(method: string): void {
    this.client.tell('telnyx.socket.message', {method, params: {callID: this.id}});
  }

  private letGo(): void {
    this.become('destroy');
    this.finish();
  }

  /** Takes the entry of its id away, whichever object it is of by now. */
  private finish(): void {
    this.options.localStream?.getTracks().forEach((track) => track.stop());
    delete this.client.calls[this.id];
  }
}
