import type {DialogCode, Strings} from '../locales/en.js';
import type {Guide, System} from './guide.js';
import {fill} from './words.js';

/** What the steps depend on. */
export interface Situation {
  readonly code: DialogCode;
  readonly guide: Guide;
  readonly system: System;
}

/** True for what no app that shows pages inside itself may be able to mend: the page belongs in a browser. */
export function isInApp({code, guide}: Situation): boolean {
  return guide === 'in-app' && /denied|revoked|system|blocked|frame|unsupported/.test(code);
}

/** True if nothing that the visitor does in this place brings a microphone. */
export function isDeadEnd({code}: Situation): boolean {
  return /blocked|frame|insecure|unsupported/.test(code);
}

/** True if another request can get another answer. */
export function canRetry(situation: Situation): boolean {
  return situation.code !== 'microphone-prompt' && !isDeadEnd(situation);
}

/** What the visitor can do, in order. Empty where a link does it all. */
export function stepsFor(situation: Situation, strings: Strings): readonly string[] {
  const {code, system} = situation;
  const {dialog, permissionHint} = strings;
  const retry = fill(dialog.choose, {label: strings.tryAgain});
  if (isInApp(situation)) return [dialog.appMenu, dialog.openInBrowser, dialog.callThere];
  switch (code) {
    case 'microphone-prompt':
      return [dialog.findQuestion, permissionHint];
    case 'microphone-dismissed':
      return [retry, permissionHint];
    case 'microphone-denied':
    case 'microphone-revoked':
      return toAllow(situation, strings);
    case 'microphone-system':
      return [dialog.systemSettings[system], dialog.allowBrowser, retry];
    case 'microphone-missing':
    case 'microphone-unplugged':
      return [dialog.plugIn];
    case 'microphone-busy':
      return [dialog.closeOthers, retry];
    case 'insecure-page':
      return [];
    case 'microphone-frame':
      return [];
    default:
      return [dialog.otherBrowser];
  }
}

function toAllow({guide}: Situation, {dialog, tryAgain, permissionHint}: Strings): readonly string[] {
  switch (guide) {
    case 'chrome':
      return [dialog.clickIcon, dialog.switchOn];
    case 'edge':
      return [dialog.clickIcon, dialog.setToAllow];
    case 'firefox':
      return [
        dialog.clickCrossedOut,
        dialog.removeBlock,
        fill(dialog.choose, {label: tryAgain}),
        permissionHint,
      ];
    case 'safari':
      return [dialog.safariMenu, dialog.setToAllow];
    case 'ios-safari':
      return [dialog.tapIcon, dialog.websiteSettings, dialog.setToAllow];
    case 'android-chrome':
      return [dialog.tapIcon, dialog.permissions, dialog.switchOn];
    default:
      return [dialog.pageSettings, dialog.setToAllow];
  }
}
