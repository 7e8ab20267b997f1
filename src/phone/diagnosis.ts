import type {Call, ICallOptions} from '@telnyx/webrtc';
import type {CallListener} from './call-listener.js';
import {stop} from './early.js';
import type {TelnyxLine} from './telnyx-line.js';

/** The SDK's tests that place calls. */
export type DiagnosticTest = 'runPreCall' | 'runNetworkCheck';

/** What the SDK found. `source`: the part of the report that it is about. */
export interface DiagnosticReason {
  readonly code: string;
  readonly message: string;
  readonly source: string;
}

/**
 * What a test of the SDK's found out, as it tells it, without its raw statistics and without credentials.
 *
 * @see https://github.com/team-telnyx/webrtc/blob/main/packages/js/src/PreCallDiagnostic/types.ts
 */
export interface DiagnosticReport {
  readonly version: number;
  /** `inconclusive` also if the test call was not answered. */
  readonly verdict: 'ready' | 'degraded' | 'blocked' | 'permission_denied' | 'inconclusive';
  readonly reasons?: readonly DiagnosticReason[];
  readonly warnings?: readonly DiagnosticReason[];
  /** How long it took (ms), and the steps of the call's setup. */
  readonly timings?: Readonly<Record<string, unknown>>;
  /** Candidates and the pair that was chosen. */
  readonly ice?: Readonly<Record<string, unknown>>;
  /** `quality`, `rtt` (ms), `jitter` (ms), `packets`, `bytes`, `bitrate` (bit/s). */
  readonly network?: Readonly<Record<string, unknown>>;
  /** Only of `runPreCall()`. */
  readonly microphone?: Readonly<Record<string, unknown>>;
  /** Only of `runNetworkCheck()`: one for each URL. */
  readonly serverTests?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly callId?: string;
}

/** What nobody is told: raw statistics, how TURN servers are logged in to, and the ICE credentials of candidates. */
const SECRET = /^(raw|username|credential|usernameFragment)$/;

/** The SDK's report without what nobody is told; a copy, which holds nothing of the call alive. */
const told = (report: unknown): DiagnosticReport =>
  JSON.parse(
    JSON.stringify(report, (key, value: unknown) => (SECRET.test(key) ? undefined : value)),
  ) as DiagnosticReport;

/** Looks after the calls of one of the SDK's tests: none of them, and no microphone, is left when it is over. */
export class Diagnosis implements CallListener {
  readonly #calls = new Map<string, Call>();
  readonly #streams: MediaStream[] = [];
  #line: TelnyxLine | undefined;
  #isOver = false;
  #fail!: (why: Error) => void;
  /** Rejects when it is ended. */
  readonly over = new Promise<never>((_, reject) => (this.#fail = reject));

  constructor() {
    this.over.catch(() => undefined);
  }

  /** A microphone for the calls: the SDK's own may come, and stay on, when its call is over. */
  async hear(microphone: Promise<MediaStream>): Promise<void> {
    this.#keep(await microphone);
  }

  /** Rejects if the test fails or is ended. */
  async run(line: TelnyxLine, test: DiagnosticTest): Promise<DiagnosticReport> {
    // The SDK's calls cost: none is placed for nobody.
    if (this.#isOver) return this.over;
    this.#line = line;
    return told(await Promise.race([this.over, line.run(test, this, this.#with)]));
  }

  /** Ends it, and what is left of it. */
  end(why: string): void {
    this.#isOver = true;
    this.#fail(new Error(why));
    this.#streams.forEach(stop);
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    calls.forEach((call) => this.#line?.hangUp(call));
  }

  update(call: Call): void {
    if (this.#isOver) return;
    // Later ones need no other goodbye than the SDK's.
    if (/hangup|destroy|purge/.test(call.state)) this.#calls.delete(call.id);
    else this.#calls.set(call.id, call);
  }

  /** The SDK takes no test up again after an outage: its calls would be left over. */
  signaling(up: boolean): void {
    if (!up) this.end('the connection was lost');
  }

  awaits({reject}: {reject(): void}): void {
    reject();
  }

  // The SDK itself looks after the rest.
  ringing(): void {}
  bye(): void {}
  gone(): void {}
  digitsSent(): void {}
  converse(): void {}
  error(): void {}

  /** What a call is placed with. The SDK turns its stream off with it: each has one of its own. */
  readonly #with = (options: ICallOptions): ICallOptions => {
    const localStream = this.#streams[0]?.clone();
    return {...options, ...(localStream && {localStream: this.#keep(localStream)})};
  };

  #keep(stream: MediaStream): MediaStream {
    this.#streams.push(stream);
    if (this.#isOver) stop(stream);
    return stream;
  }
}
