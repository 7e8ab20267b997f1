import {hasCall} from '../session/selectors.js';
import type {Send} from '../session/ports.js';
import type {CallState} from '../session/state.js';

/** True once a call on this page has shown it, whichever button's. */
let shown = false;

/** Headphones are recommended once: in the page's later calls it counts as read. */
export function hintOnce(state: CallState, send: Send): void {
  const hint = hasCall(state) && state.echo.hint;
  if (hint === 'likely') shown = true;
  else if (hint === 'none' && shown) send({type: 'dismiss-hint'});
}
