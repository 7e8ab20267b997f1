import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {hasCall} from '../session/selectors.js';
import {html, nothing, svg} from './html.js';
import type {PanelModel} from './panel.js';
import {figure} from './words.js';

const WIDTH = 240;
const HEIGHT = 80;
/** Where the first bar stands, beside the scores, and how far from the edge the others stay. */
const LEFT = 18;
const EDGE = 4;
/** How many samples the chart has room for: a minute. */
const SAMPLES = 60;
/** Below the first a call is no longer good, below the second it is bad. */
const MARKS = [4, 3];

/** The figures behind the bars, for the curious: the last minute as a chart, and each figure as it is now. */
export function details({state}: PanelModel, strings: Words): unknown {
  if (!hasCall(state) || !state.quality) return nothing;
  const {quality, meter} = state;
  const {figures: names, lang} = strings;
  const {scores, codec} = meter.tally;
  const row = (name: string, value: string | undefined) =>
    html`<div>
      <dt>${name}</dt>
      <dd><bdi>${value ?? '–'}</bdi></dd>
    </div>`;
  return html`<div class="page figures" role="group" tabindex="-1" aria-label=${strings.details}>
    ${chart(scores, strings.chart)}
    <dl>
      ${row(names.mos, figure(quality.mos, lang))} ${row(names.rtt, figure(quality.rtt, lang, 'millisecond'))}
      ${row(names.jitter, figure(quality.jitter, lang, 'millisecond'))}
      ${row(names.packetLoss, figure(quality.packetLoss, lang, 'percent'))}
      ${row(names.codec, codec?.mimeType.replace(/^audio\//, ''))}
    </dl>
  </div>`;
}

const y = (score: number): number => HEIGHT - EDGE - ((score - 1) / 3.5) * (HEIGHT - 2 * EDGE);

/** A bar for each second, the last one at the right edge. What was not known is a gap. */
function chart(scores: readonly (number | undefined)[], name: string): TemplateResult {
  const x = (index: number) =>
    WIDTH - EDGE - ((scores.length - 1 - index) / (SAMPLES - 1)) * (WIDTH - LEFT - EDGE);
  const bars = scores.map((score, index) =>
    score === undefined ? '' : `M${x(index).toFixed(1)} ${HEIGHT - EDGE}V${y(score).toFixed(1)}`,
  );
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${name}>
    <path d=${bars.join('')} />
    ${MARKS.map(
      (mark) =>
        svg`<path class="mark" d="M${LEFT - EDGE} ${y(mark)}H${WIDTH}"></path><text x="0" y=${y(mark) + 3}>${mark}</text>`,
    )}
  </svg>`;
}
