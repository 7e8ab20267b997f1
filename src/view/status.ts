import type {Words} from '../locales/en.js';
import {isLeaving} from '../session/selectors.js';
import type {CallState} from '../session/state.js';
import {callerName} from './caller.js';

/** The state in a few words, for the panel, the button of a hidden panel, and screen readers. */
export function statusText(state: CallState, strings: Words): string {
  if (isLeaving(state)) return strings.leaving;
  switch (state.phase) {
    case 'idle':
      return '';
    case 'ended':
      return strings.ended[state.reason];
    case 'failed':
      return strings.failed[state.failure.code];
    case 'incoming':
      // A name keeps to itself in a text from right to left.
      return `${strings.incoming} – \u2068${callerName(state, strings)}\u2069`;
    case 'permission':
      return state.obstacle ? strings.failed[state.obstacle.failure.code] : strings.permission;
    default:
      return strings[state.phase];
  }
}
