import type {Page} from '@playwright/test';
import type {Call, INotification, TelnyxRTC} from '@telnyx/webrtc';
import {mintToken, type Gateway} from '../../../demo/gateway/index.js';
import {expect} from './expect.js';

type Options = Record<string, unknown>;

/** What a page with the bare SDK notes down. */
interface Lab {
  client: TelnyxRTC;
  call: Call | null;
  audio: HTMLAudioElement;
  /** Ready, error and close events in order: `ready`, `error 46001`, `warning 36003`, `close`. */
  events: string[];
  /** The states of all calls in order. */
  states: string[];
  /** DTMF that the far end has sent. */
  digits: string;
  /** Methods of the requests that the gateway has sent. */
  frames: string[];
  /** `ai_conversation` frames' params. */
  talk: Record<string, unknown>[];
  autoAnswer: boolean;
  /** Makes a steady tone of this frequency, in Hz. */
  tone(hz: number): MediaStream;
  /** What to answer with instead of the microphone. */
  voice: MediaStream | undefined;
}

declare global {
  interface Window {
    lab: Lab;
  }
}

/** A page that talks to the gateway with the unmodified SDK and nothing else. */
export class SdkPage {
  constructor(
    readonly page: Page,
    private readonly site: string,
    private readonly gateway: Gateway,
  ) {}

  async open(): Promise<this> {
    await this.page.goto(this.site);
    return this;
  }

  /** Makes a client and connects it; does not wait for anything. */
  async connect(options: Options): Promise<void> {
    await this.page.evaluate(
      async ([options, host]) => {
        const {TelnyxRTC} = (await import('/sdk.mjs' as string)) as typeof import('@telnyx/webrtc');
        const client = new TelnyxRTC({iceServers: [], ...options, host} as never);
        const audio = document.body.appendChild(new Audio());
        const lab: Lab = {
          client,
          audio,
          call: null,
          events: [],
          states: [],
          digits: '',
          frames: [],
          talk: [],
          autoAnswer: false,
          voice: undefined,
          tone: (hz) => {
            const context = new AudioContext();
            const oscillator = new OscillatorNode(context, {frequency: hz});
            const out = context.createMediaStreamDestination();
            oscillator.connect(new GainNode(context, {gain: 0.3})).connect(out);
            oscillator.start();
            return out.stream;
          },
        };
        window.lab = lab;
        client.remoteElement = audio;
        client.on('telnyx.ready', () => lab.events.push('ready'));
        client.on('telnyx.error', ({error}: {error: {code: number}}) =>
          lab.events.push(`error ${error.code}`),
        );
        client.on('telnyx.warning', ({warning}: {warning: {code: number}}) =>
          lab.events.push(`warning ${warning.code}`),
        );
        client.on('telnyx.socket.close', () => lab.events.push('close'));
        client.on('telnyx.socket.message', (frame: {method?: string}) => {
          if (frame.method) lab.frames.push(frame.method);
        });
        client.on('telnyx.ai.conversation', ({params}: {params: Record<string, unknown>}) =>
          lab.talk.push(params),
        );
        client.on('telnyx.notification', (notification: INotification & {dtmf?: string}) => {
          if (notification.type === 'event') lab.digits += notification.dtmf ?? '';
          const {call} = notification;
          if (notification.type !== 'callUpdate' || !call) return;
          lab.call = call;
          lab.states.push(call.state);
          if (lab.autoAnswer && call.state === 'ringing' && call.direction === 'inbound') {
            lab.autoAnswer = false;
            if (lab.voice) call.options.localStream = lab.voice;
            void call.answer();
          }
        });
        await client.connect();
      },
      [options, this.gateway.url] as const,
    );
  }

  /** Logs in with a token of this user (default a visitor's) and waits until the client is ready. */
  async login(user = 'visitor-1', options: Options = {}): Promise<this> {
    const token = await mintToken(this.gateway.secret, {user, expiresIn: 3600});
    await this.connect({login_token: token, ...options});
    await this.ready();
    return this;
  }

  /** Waits for the nth ready event. */
  async ready(times = 1): Promise<void> {
    await expect
      .poll(async () => (await this.events()).filter((event) => event === 'ready').length)
      .toBeGreaterThanOrEqual(times);
  }

  events = (): Promise<string[]> => this.page.evaluate(() => window.lab.events);
  states = (): Promise<string[]> => this.page.evaluate(() => window.lab.states);
  frames = (): Promise<string[]> => this.page.evaluate(() => window.lab.frames);
  state = (): Promise<string | undefined> => this.page.evaluate(() => window.lab.call?.state);

  /**
   * Places a call; does not wait for the answer.
   * @param options.toneHz speak with a steady tone of this frequency, instead of the microphone
   */
  async dial(
    destinationNumber: string,
    {toneHz, ...options}: Options & {toneHz?: number} = {},
  ): Promise<void> {
    await this.page.evaluate(
      ([options, toneHz]) => {
        const localStream = toneHz ? window.lab.tone(toneHz) : undefined;
        window.lab.call = window.lab.client.newCall({...options, localStream} as never) as Call;
      },
      [{destinationNumber, ...options}, toneHz] as const,
    );
  }

  /** Places a call and waits until it is answered. */
  async call(destinationNumber: string, options: Options & {toneHz?: number} = {}): Promise<void> {
    await this.dial(destinationNumber, options);
    await this.waitFor('active');
  }

  async waitFor(state: string): Promise<void> {
    await expect.poll(() => this.state(), {message: `the call's state`, timeout: 15_000}).toBe(state);
  }

  /**
   * Answers the next call.
   * @param toneHz speak with a steady tone of this frequency, instead of the microphone
   */
  autoAnswer = (toneHz?: number): Promise<void> =>
    this.page.evaluate((hz) => {
      window.lab.voice = hz ? window.lab.tone(hz) : undefined;
      window.lab.autoAnswer = true;
    }, toneHz);

  answer = (): Promise<void> => this.page.evaluate(() => void window.lab.call?.answer());
  hangUp = (): Promise<void> => this.page.evaluate(() => void window.lab.call?.hangup());
  hold = (): Promise<unknown> => this.page.evaluate(() => window.lab.call?.hold());
  unhold = (): Promise<unknown> => this.page.evaluate(() => window.lab.call?.unhold());

  /** Why the call ended. */
  reason = (): Promise<unknown> =>
    this.page.evaluate(() => {
      const {cause, causeCode, sipCode} = window.lab.call as Call & {
        causeCode: number;
        sipCode: number | null;
      };
      return {cause, causeCode, sipCode: sipCode ?? null};
    });
}
