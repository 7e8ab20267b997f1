import type {TemplateResult} from 'lit';
import {html} from './html.js';

const icon = (path: string): TemplateResult =>
  html`<svg part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const microphone = icon(
  'M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.92V21h2v-3.08A7 7 0 0 0 19 11z',
);
export const microphoneOff = icon(
  'M15 11a3 3 0 0 1-.1.8L9 5.9V5a3 3 0 0 1 6 0zm4 0a7 7 0 0 1-1.1 3.8l-1.5-1.5A5 5 0 0 0 17 11zM3.7 2.3 2.3 3.7 9 10.4V11a3 3 0 0 0 3.6 2.94l1.6 1.6A5 5 0 0 1 7 11H5a7 7 0 0 0 6 6.92V21h2v-3.08a7 7 0 0 0 2.7-.98l4.6 4.6 1.4-1.4z',
);
export const chevron = icon('M7.4 8.6 12 13.2l4.6-4.6L18 10l-6 6-6-6z');
export const cross = icon('m12 10.6 5-5L18.4 7l-5 5 5 5-1.4 1.4-5-5-5 5L5.6 17l5-5-5-5L7 5.6z');
