import {replace} from './replace.js';

/** A sound that was started. */
export interface Played {
  readonly source: AudioBufferSourceNode;
  readonly samples: Float32Array;
  readonly start: number;
  stopped: boolean;
}

/** The browser's own, as if it had a loudspeaker: it runs at once, and remembers what it plays. */
export class FakeAudioContext extends AudioContext {
  static readonly made: FakeAudioContext[] = [];
  /** How loud it is at the microphone: the amplitude of a tone. */
  static amplitude = 0;
  readonly played: Played[] = [];
  closed = false;
  /** False for a browser without a loudspeaker. */
  running = true;
  /** What it is played through. */
  speaker = '';

  constructor() {
    super();
    FakeAudioContext.made.push(this);
    Object.defineProperty(this, 'state', {
      get: () => (this.closed ? 'closed' : this.running ? 'running' : 'suspended'),
    });
  }

  /** What can be heard now. */
  get sounding(): Played[] {
    return this.closed ? [] : this.played.filter(({stopped}) => !stopped);
  }

  override async close(): Promise<void> {
    this.closed = true;
    await super.close();
  }

  async setSinkId(id: string): Promise<void> {
    this.speaker = id;
  }

  override createAnalyser(): AnalyserNode {
    const getFloatTimeDomainData = (samples: Float32Array): void => {
      samples.forEach((_, at) => (samples[at] = FakeAudioContext.amplitude * Math.sin(at / 8)));
    };
    return Object.assign(super.createAnalyser(), {getFloatTimeDomainData});
  }

  override createBufferSource(): AudioBufferSourceNode {
    const source = super.createBufferSource();
    const start = (at = 0) => {
      const samples = source.buffer?.getChannelData(0) ?? new Float32Array();
      const played: Played = {source, samples, start: at, stopped: false};
      this.played.push(played);
      source.stop = () => void (played.stopped = true);
    };
    return Object.assign(source, {start});
  }
}

/** Lets a page play that somebody has touched. */
export function touch(touched = true): void {
  FakeAudioContext.made.length = FakeAudioContext.amplitude = 0;
  replace(window, 'AudioContext', FakeAudioContext);
  replace(navigator, 'userActivation', {hasBeenActive: touched, isActive: touched} as UserActivation);
}
