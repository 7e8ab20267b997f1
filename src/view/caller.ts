import type {Words} from '../locales/en.js';
import {callerOf} from '../session/selectors.js';
import type {CallState} from '../session/state.js';

/** Who calls, in one line: the name, else the number, else that neither is known. */
export function callerName(state: CallState, strings: Words): string {
  const {name, number} = callerOf(state) ?? {};
  return name || number || strings.unknownCaller;
}
