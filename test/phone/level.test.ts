import {expect} from '@open-wc/testing';
import {CallAudio} from '../../src/phone/call-audio.js';
import {LevelMeter, loudness} from '../../src/phone/level.js';

const tone = (amplitude: number) =>
  Float32Array.from({length: 2048}, (_, at) => amplitude * Math.sin((2 * Math.PI * 16 * at) / 2048));

describe('How loud a microphone is', () => {
  const table: ReadonlyArray<readonly [name: string, amplitude: number, level: number]> = [
    ['digital silence', 0, 0],
    ['below what people hear', 0.0001, 0],
    ['a whisper, -43 dB', 0.01, 0.35],
    ['speech, -23 dB', 0.1, 0.77],
    ['too loud', 1, 1],
  ];
  for (const [name, amplitude, level] of table) {
    it(name, () => expect(loudness(tone(amplitude))).to.be.closeTo(level, 0.01));
  }
});

describe('The level meter', () => {
  /** A context whose analyser has this in it. */
  function fake(samples: Float32Array) {
    const heard: unknown[] = [];
    let off = 0;
    const context = {
      createAnalyser: () => ({getFloatTimeDomainData: (into: Float32Array) => into.set(samples)}),
      createMediaStreamSource: (stream: unknown) => {
        heard.push(stream);
        return {connect: () => undefined, disconnect: () => off++};
      },
    };
    const audio = {context} as unknown as CallAudio;
    return {audio, heard, off: () => off};
  }

  it('listens to the microphone that is open now, and lets the last one go', () => {
    const {audio, heard, off} = fake(tone(0.1));
    const [one, other] = [new MediaStream(), new MediaStream()];
    let stream: MediaStream | undefined = one;
    const meter = new LevelMeter(audio, () => stream);
    expect(meter.read()).to.be.closeTo(0.77, 0.01);
    meter.read();
    stream = other;
    meter.read();
    expect(heard[0] === one && heard[1] === other && heard.length === 2).to.equal(true);
    expect(off()).to.equal(1);
    stream = undefined;
    expect(meter.read()).to.equal(0);
    expect(off()).to.equal(2);
  });

  it('says 0 where there is nothing to listen with', () => {
    const none = {context: undefined} as unknown as CallAudio;
    expect(new LevelMeter(none, () => new MediaStream()).read()).to.equal(0);
  });

  it('says 0 where the browser can’t listen', () => {
    const context = {
      createAnalyser: () => ({}),
      createMediaStreamSource: () => {
        throw new DOMException('another sample rate', 'NotSupportedError');
      },
    };
    const meter = new LevelMeter({context} as unknown as CallAudio, () => new MediaStream());
    expect(meter.read()).to.equal(0);
    expect(meter.read()).to.equal(0);
  });
});
