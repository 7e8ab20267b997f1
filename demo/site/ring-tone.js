const PERIOD_S = 3;
/** Two soft strokes, then a pause: [starts at s, frequency in Hz]. */
const STROKES = [
  [0, 659],
  [0.28, 523],
];

/**
 * Rings until it is stopped.
 * @param {AudioContext} context
 * @returns {() => void} stops it
 */
export function ring(context) {
  const out = new GainNode(context, {gain: 0.2});
  out.connect(context.destination);
  const round = () =>
    STROKES.forEach(([after, frequency]) => stroke(context, out, context.currentTime + after, frequency));
  round();
  const timer = setInterval(round, PERIOD_S * 1000);
  return () => {
    clearInterval(timer);
    out.disconnect();
  };
}

/** One note that fades like a bell. */
function stroke(context, out, start, frequency) {
  const tone = new OscillatorNode(context, {frequency, type: 'triangle'});
  const fade = new GainNode(context, {gain: 0});
  fade.gain.setValueAtTime(0, start);
  fade.gain.linearRampToValueAtTime(1, start + 0.01);
  fade.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
  tone.connect(fade).connect(out);
  tone.start(start);
  tone.stop(start + 1);
}
