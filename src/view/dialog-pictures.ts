import type {TemplateResult} from 'lit';
import {html, nothing} from './html.js';
import {microphone, microphoneOff} from './icons.js';
import {isInApp, type Situation} from './dialog-steps.js';

const line = (path: string): TemplateResult =>
  html`<svg class="line" viewBox="0 0 24 24"><path d=${path} /></svg>`;

const SLIDERS = line(
  'M12 7.5h8M4 16.5h8M9.5 7.5a3 3 0 1 0-6 0 3 3 0 1 0 6 0M20.5 16.5a3 3 0 1 0-6 0 3 3 0 1 0 6 0',
);
const LOCK = line('M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3');
const SHIELD = line('M12 3l7 3c0 7-2 11-7 15-5-4-7-8-7-15z');
const PAGE_MENU = line('M5 4.5h14v9H5zM5 17h14M5 20.5h8');
const CROSS = line('M7 7l10 10M17 7 7 17');
const DOTS = line('M12 5v.01M12 12v.01M12 19v.01');
const DOWN = line('M7 10l5 5 5-5');

const ring = (what: unknown): TemplateResult => html`<span class="ring">${what}</span>`;
const bar = (before: unknown, site: string, after: unknown = nothing): TemplateResult =>
  html`<div class="bar">${before}<bdi>${site}</bdi>${after}</div>`;
const bubble = (...inside: unknown[]): TemplateResult => html`<div class="bubble">${inside}</div>`;
const words = html`<u></u>`;
const choice = html`<span class="choice"><u></u></span>`;
const chosen = html`<span class="choice chosen"><u></u></span>`;

/** The address bar's icon to look for, and what opens below it. */
function allow(guide: Situation['guide'], site: string): unknown {
  switch (guide) {
    case 'chrome':
      return [bar(ring(SLIDERS), site), bubble(microphone, words, html`<span class="switch"></span>`)];
    case 'edge':
      return [
        bar(ring(LOCK), site),
        bubble(microphone, words, html`<span class="choice chosen list"><u></u>${DOWN}</span>`),
      ];
    case 'firefox':
      return [bar([SHIELD, LOCK, ring(microphoneOff)], site), bubble(microphone, words, ring(CROSS))];
    case 'safari':
      return html`<div class="bar menu">${ring(html`<b>Safari</b>`)}${words}${words}${words}</div>`;
    case 'ios-safari':
      return bar(ring(PAGE_MENU), site);
    case 'android-chrome':
      return bar(ring(SLIDERS), site, DOTS);
    default:
      return undefined;
  }
}

/** Where the browser's question opens. Elsewhere it stands in the middle of the screen, or nobody knows. */
function question(guide: Situation['guide'], site: string): unknown {
  switch (guide) {
    case 'chrome':
      return [
        bar(SLIDERS, site),
        html`<div class="bubble stack"><span>${microphone}${words}</span>${chosen}${choice}${choice}</div>`,
      ];
    case 'edge':
      return [bar(LOCK, site), bubble(microphone, words, choice, choice)];
    case 'firefox':
      return [bar([SHIELD, LOCK], site), bubble(microphone, words, choice, chosen)];
    default:
      return undefined;
  }
}

/**
 * Where to click, as far as it can be shown without telling a lie; else the microphone alone.
 *
 * @param site what stands in the address bar
 * @param rtl whether the browser's own buttons stand the other way round
 */
export function picture(situation: Situation, site: string, rtl: boolean): TemplateResult {
  const {code, guide} = situation;
  const shown =
    !isInApp(situation) &&
    (/denied|revoked/.test(code)
      ? allow(guide, site)
      : /prompt|dismissed/.test(code)
        ? question(guide, site)
        : undefined);
  return shown
    ? html`<div class="pic" aria-hidden="true" dir=${rtl ? 'rtl' : 'ltr'}>${shown}</div>`
    : html`<div class="sign" aria-hidden="true">
        ${code === 'microphone-prompt' ? microphone : microphoneOff}
      </div>`;
}
