import type {Proof} from '../../proof.js';

/** What a page has sent, or has asked of the browser, by the name that the table of the docs gives it. */
export type Seen =
  | 'socket URL'
  | 'login'
  | 'INVITE'
  | 'RTCPeerConnection'
  /** The row's test says what follows from the option. */
  | 'what follows';

/** An option of the SDK, how a page sets it, and the test that sees it arrive. */
export interface Option {
  /** Its name in the SDK; `of` says in which of its types. */
  readonly option: string;
  readonly of: 'IClientOptions' | 'ICallOptions' | 'not in the SDK’s types';
  /** Our attribute (`region`), or our property with a dot before it (`.iceServers`); several with commas. Empty: always so. */
  readonly set: string;
  readonly seen: Seen;
  readonly test: Proof;
  /**
   * What `arrive.spec.ts` does for this row. Rows of the same test are set on one tag, and read back from one call. Without
   * it, the test is one of its own.
   */
  readonly wire?: {
    /** What stands in the tag, or values by the names of our properties. */
    readonly give: string | Readonly<Record<string, unknown>>;
    /** Where it is in what is `seen`: names with dots between them. */
    readonly at: string;
    readonly is: unknown;
  };
}

const DEFAULTS = 'test/e2e/options/arrive.spec.ts › what every call brings';

/** Every option of the SDK that does something: docs/options.md is made from this table, and the tests run over it. */
export const options: readonly Option[] = [
  {
    option: 'login_token',
    of: 'IClientOptions',
    set: 'token-url',
    seen: 'login',
    test: DEFAULTS,
    wire: {give: 'token-url="/api/telnyx-token"', at: 'login_token', is: /^ey[^.]+\.[^.]+\.[^.]+$/},
  },
  {
    option: 'keepConnectionAliveOnSocketClose',
    of: 'IClientOptions',
    set: '',
    seen: 'INVITE',
    test: DEFAULTS,
    wire: {give: '', at: 'dialogParams.keepConnectionAliveOnSocketClose', is: true},
  },
  {
    option: 'destinationNumber',
    of: 'ICallOptions',
    set: 'destination',
    seen: 'INVITE',
    test: DEFAULTS,
    wire: {give: 'destination="tone"', at: 'dialogParams.destination_number', is: 'tone'},
  },
  {
    option: 'host',
    of: 'not in the SDK’s types',
    set: 'signaling-url',
    seen: 'socket URL',
    test: DEFAULTS,
    wire: {give: '', at: 'origin', is: /^ws:\/\/127\.0\.0\.1:\d+$/},
  },
];

/** Options that are in the SDK's types and do nothing in it, or nothing for a call of sound. */
export const noOptions: ReadonlyArray<Pick<Option, 'option' | 'of'> & {readonly why: string}> = [
  {option: 'useStereo', of: 'ICallOptions', why: 'sent, and applied to nothing'},
  {option: 'mediaSettings', of: 'ICallOptions', why: 'sent, and applied to nothing'},
  {option: 'video', of: 'ICallOptions', why: 'the button’s calls are of sound alone'},
  {option: 'camId', of: 'ICallOptions', why: 'the button’s calls are of sound alone'},
  {option: 'localElement', of: 'ICallOptions', why: 'shows the visitor’s own picture'},
];
