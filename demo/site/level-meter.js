const FLOOR_DB = -60;
const CEILING_DB = -6;
const INTERVAL_MS = 80;

/**
 * Shows how loud a stream is, as the value of a `role="meter"` element, 0 to 100.
 * @param {AudioContext} context
 * @param {MediaStream} stream a far end's stream has to play in a media element too, or Chromium hears nothing
 * @param {HTMLElement} meter
 * @returns {() => void} stops it
 */
export function showLevel(context, stream, meter) {
  const source = context.createMediaStreamSource(stream);
  const analyser = new AnalyserNode(context, {fftSize: 1024});
  const samples = new Float32Array(analyser.fftSize);
  source.connect(analyser);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    show(meter, levelOf(samples));
  }, INTERVAL_MS);
  return () => {
    clearInterval(timer);
    source.disconnect();
    show(meter, 0);
  };
}

/** Root mean square of the samples in dBFS, on a scale from 0 (silence) to 100 (loud). */
function levelOf(samples) {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const db = 10 * Math.log10(power);
  return Math.round(
    (100 * (Math.min(Math.max(db, FLOOR_DB), CEILING_DB) - FLOOR_DB)) / (CEILING_DB - FLOOR_DB),
  );
}

function show(meter, level) {
  meter.setAttribute('aria-valuenow', level);
  meter.style.setProperty('--level', level);
}
