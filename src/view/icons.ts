import type {TemplateResult} from 'lit';
import {html} from './html.js';

/** Drawn for a grid of 24, filled, with strokes about 2 wide. */
const icon = (path: string): TemplateResult =>
  html`<svg part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

const dot = (x: number, y: number): string =>
  `M${x - 1.75} ${y}a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0z`;

export const microphone = /* @__PURE__ */ icon(
  'M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.92V21h2v-3.08A7 7 0 0 0 19 11z',
);
export const microphoneOff = /* @__PURE__ */ icon(
  'M15 11a3 3 0 0 1-.1.8L9 5.9V5a3 3 0 0 1 6 0zm4 0a7 7 0 0 1-1.1 3.8l-1.5-1.5A5 5 0 0 0 17 11zM3.7 2.3 2.3 3.7 9 10.4V11a3 3 0 0 0 3.6 2.94l1.6 1.6A5 5 0 0 1 7 11H5a7 7 0 0 0 6 6.92V21h2v-3.08a7 7 0 0 0 2.7-.98l4.6 4.6 1.4-1.4z',
);
export const keys = /* @__PURE__ */ icon(
  [4, 9.3, 14.6].map((y) => dot(6, y) + dot(12, y) + dot(18, y)).join('') + dot(12, 20),
);
export const pause = /* @__PURE__ */ icon(
  'M7.5 5a1.5 1.5 0 0 1 3 0v14a1.5 1.5 0 0 1-3 0zm6 0a1.5 1.5 0 0 1 3 0v14a1.5 1.5 0 0 1-3 0z',
);
export const play = /* @__PURE__ */ icon(
  'M8 5.3v13.4a1 1 0 0 0 1.5.86l11-6.7a1 1 0 0 0 0-1.72l-11-6.7A1 1 0 0 0 8 5.3z',
);
export const loudspeaker = /* @__PURE__ */ icon(
  'M3 10v4a1 1 0 0 0 1 1h3.5l4 3.8A.9.9 0 0 0 13 18V6a.9.9 0 0 0-1.5-.8L7.5 9H4a1 1 0 0 0-1 1zm12-1.7v7.4a4 4 0 0 0 0-7.4zm0-4.2v2.1a6 6 0 0 1 0 11.6v2.1a8 8 0 0 0 0-15.8z',
);
/** The handset of the button, off the hook. */
export const handset = /* @__PURE__ */ icon(
  'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z',
);
/** Put down. */
export const handsetDown = /* @__PURE__ */ icon(
  'M12 9c-1.6 0-3.1.25-4.6.72v3.1c0 .4-.23.74-.56.9-.98.49-1.87 1.12-2.66 1.85a1 1 0 0 1-1.4-.02L.3 13.07a1 1 0 0 1 0-1.4A16.9 16.9 0 0 1 12 7c4.55 0 8.68 1.77 11.71 4.67a1 1 0 0 1 0 1.4l-2.48 2.48a1 1 0 0 1-1.4.02 11.2 11.2 0 0 0-2.67-1.85.99.99 0 0 1-.56-.9v-3.1A15 15 0 0 0 12 9z',
);
export const arrow = /* @__PURE__ */ icon('M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z');
export const chevron = /* @__PURE__ */ icon('M7.4 8.6 12 13.2l4.6-4.6L18 10l-6 6-6-6z');
export const cross = /* @__PURE__ */ icon(
  'm12 10.6 5-5L18.4 7l-5 5 5 5-1.4 1.4-5-5-5 5L5.6 17l5-5-5-5L7 5.6z',
);
