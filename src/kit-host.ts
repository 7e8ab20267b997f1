import type {Settings} from './call-config.js';
import type {LocalizedHost} from './controllers/localize-controller.js';
import type {FailureCode} from './errors.js';
import type {Complain} from './read-values.js';
import type {Phase} from './session/state.js';

/** What the shell gives to the kit. */
export interface KitHost extends LocalizedHost, Settings {
  /** What the button says, as the panel's title. */
  readonly caption: string;
  /** The caption's language, if it isn't the page's own text. */
  readonly captionLang: string | undefined;
  /** Tells the site's owner, once. */
  readonly complain: Complain;
  /** Starts all that may start before the click. */
  warm(): Promise<void>;
  /** Sets the custom states. */
  showState(state: Phase, isLive: boolean): void;
  /** Why this browser can't place a call on this page. */
  readonly unable: FailureCode | undefined;
  /** What a click on the button does. */
  readonly press: () => void;
}
