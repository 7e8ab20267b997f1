/** How strong a frequency (Hz) is in these samples: the amplitude of its sine (Goertzel). */
export function strength(samples: Float32Array, hz: number, rate: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let last = 0;
  let before = 0;
  for (const sample of samples) [last, before] = [sample + turn * last - before, last];
  return (2 * Math.sqrt(last * last + before * before - turn * last * before)) / samples.length;
}

/** The two strongest frequencies (Hz) between 350 and 1700, within 1, at least 20 Hz apart; one if there is no other. */
export function peaks(samples: Float32Array, rate: number): number[] {
  const found: Array<{hz: number; level: number}> = [];
  for (let hz = 350; hz < 1700; hz++) found.push({hz, level: strength(samples, hz, rate)});
  found.sort((a, b) => b.level - a.level);
  const [first] = found;
  if (!first || first.level < 0.005) return [];
  const second = found.find(({hz}) => Math.abs(hz - first.hz) > 20);
  const both = second && second.level > first.level / 2 ? [first.hz, second.hz] : [first.hz];
  return both.sort((a, b) => a - b);
}

/** When something can be heard: [from, to] in seconds, within 5 ms. Pauses below 15 ms count as sound. */
export function audible(samples: Float32Array, rate: number): Array<[number, number]> {
  const spans: Array<[number, number]> = [];
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < 0.002) return;
    const now = at / rate;
    const last = spans.at(-1);
    if (last && now - last[1] < 0.015) last[1] = now;
    else spans.push([now, now]);
  });
  return spans;
}
