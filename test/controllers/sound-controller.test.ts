import {expect} from '@open-wc/testing';
import {SoundController} from '../../src/controllers/sound-controller.js';
import type {CallConfig} from '../../src/call-config.js';
import {CallAudio} from '../../src/phone/call-audio.js';
import {FILE_BEGINS_WITHIN_MS} from '../../src/phone/sounds.js';
import {END, RATE, keyTones, ringback, wave} from '../../src/phone/tones.js';
import type {CallState, Devices} from '../../src/session/state.js';
import {FakeAudioContext, touch} from '../fakes/audio-context.js';
import {callConfig} from '../fakes/config.js';
import {replace} from '../fakes/replace.js';
import {active, cut, ended, failed, gathering, ringing, states} from '../fakes/samples.js';
import {FakeTime} from '../fakes/time.js';
import {settle} from '../fakes/until.js';

const config = callConfig({destination: '+12345678900'});

const idle: CallState = {phase: 'idle', attempt: 3};
const clicked = gathering('permission');
const same = (samples: Float32Array | undefined, tone: Float32Array) =>
  samples?.length === tone.length && samples.every((sample, at) => sample === tone[at]);

/** A call's sounds, and the states that it goes through. */
function call(more: Partial<CallConfig> = {}) {
  const sounds = new SoundController(new CallAudio(), () => ({...config, ...more}));
  let previous: CallState = idle;
  const go = (...states: CallState[]): void => {
    for (const state of states) {
      sounds.follow(state, previous);
      previous = state;
    }
  };
  go(clicked);
  return {go, context: FakeAudioContext.made.at(-1)};
}

const devices: Devices = {
  microphones: [],
  speakers: [],
  microphone: '',
  speaker: 'headset',
  volume: 1,
  switchedTo: undefined,
};

describe('The sounds of a call', () => {
  beforeEach(() => touch());

  it('are made ready in the click’s own task', () => {
    expect(call().context?.closed).to.equal(false);
  });

  for (const [name, state] of Object.entries<CallState>(states)) {
    const rings = name === 'ringing' || name === 'incoming';
    it(`${name}: ${rings ? 'rings' : 'does not ring'}`, () => {
      const {go, context} = call();
      go(state);
      const ring = context!.sounding.filter(({source}) => source.loop);
      expect(ring).to.have.length(rings ? 1 : 0);
      go(ringing({leaving: true}), ended());
      expect(context!.closed).to.equal(true);
    });
  }

  it('ring as in the country that is called, once, and again after an outage', () => {
    const {go, context} = call({destination: '+442079460000'});
    go(ringing(), ringing({obstacle: undefined}));
    const [ring] = context!.played;
    expect(same(ring?.samples, wave(ringback('+442079460000')))).to.equal(true);
    expect(ring?.source.buffer?.sampleRate).to.equal(RATE);
    expect(context!.played).to.have.length(1);
    go(ringing({lost: cut}));
    expect(context!.sounding).to.have.length(0);
    go(ringing());
    expect(context!.sounding).to.have.length(1);
    go(active());
    expect(context!.sounding).to.have.length(0);
  });

  it('do not ring any more once the far end is heard', () => {
    const {go, context} = call();
    go(ringing(), ringing({early: true}));
    expect(context!.sounding).to.have.length(0);
  });

  it('one for each key that the phone has sent, one after the other', () => {
    const {go, context} = call();
    go(
      ringing(),
      active(),
      active({digits: '1'}),
      active({digits: '1', muted: true}),
      active({digits: '1#5'}),
    );
    const [, first, second] = context!.played;
    expect(same(first?.samples, wave(keyTones('1')))).to.equal(true);
    expect(same(second?.samples, wave(keyTones('#5')))).to.equal(true);
    expect(context!.played).to.have.length(3);
    expect(second!.start).to.be.closeTo(first!.start + 0.16, 0.001);
  });

  for (const last of [ended(), ended({reason: 'lost', initiator: 'network'}), failed({callId: 'call-1'})]) {
    const how = 'reason' in last ? last.reason : last.phase;
    it(`say that the other side is gone (${how}), and nothing is left then`, () => {
      const {go, context} = call();
      go(ringing(), active(), last);
      const tone = context!.played.at(-1);
      expect(same(tone?.samples, wave(END))).to.equal(true);
      expect(context!.closed).to.equal(false);
      go(idle);
      expect(tone!.stopped).to.equal(false);
      tone!.source.dispatchEvent(new Event('ended'));
      expect(context!.closed).to.equal(true);
    });
  }

  it('say nothing to somebody who hangs up', () => {
    const {go, context} = call();
    go(ringing(), active(), active({leaving: true}));
    expect(context!.closed).to.equal(true);
    go(ended({initiator: 'local'}));
    expect(context!.played).to.have.length(1);
  });

  it('say nothing when nobody has answered', () => {
    const {go, context} = call();
    go(ringing(), ended({reason: 'busy'}));
    expect(context!.closed).to.equal(true);
    expect(context!.played).to.have.length(1);
  });

  it('a call that follows at once has its own, and the last one’s end is heard out', () => {
    const {go, context} = call();
    go(ringing(), active(), ended(), clicked, ringing());
    const next = FakeAudioContext.made.at(-1)!;
    expect(next === context).to.equal(false);
    context!.played.at(-1)!.source.dispatchEvent(new Event('ended'));
    expect(context!.closed).to.equal(true);
    expect(next.closed).to.equal(false);
    expect(next.sounding).to.have.length(1);
    go(ended({reason: 'cancelled'}));
    expect(next.closed).to.equal(true);
  });

  it('come from the speaker that is chosen', () => {
    const {go, context} = call();
    go(ringing(), active({devices}));
    expect(context!.speaker).to.equal('headset');
    go(active({devices: {...devices, speaker: ''}}));
    expect(context!.speaker).to.equal('');
  });

  it('come from the speaker that was chosen in an earlier call, also before anybody answers', () => {
    const {go} = call();
    go(ringing(), active({devices: {...devices, speaker: 'headset'}}), active({leaving: true}), ended());
    go(clicked, ringing());
    expect(FakeAudioContext.made.at(-1)?.speaker).to.equal('headset');
    go(ringing({leaving: true}), ended());
  });

  it('with `no-sounds` there are none', () => {
    const {go} = call({noSounds: true});
    go(ringing(), active(), active({digits: '1'}), ended());
    expect(FakeAudioContext.made).to.have.length(0);
  });

  it('in a page that nobody has touched there are none, and no complaint of the browser', () => {
    touch(false);
    const {go} = call();
    go(ringing(), active(), active({digits: '1'}), ended());
    expect(FakeAudioContext.made).to.have.length(0);
  });

  it('where the browser has none, the call goes on without', () => {
    replace(window, 'AudioContext', undefined as unknown as typeof AudioContext);
    const {go} = call();
    go(ringing(), active(), active({digits: '1'}), ended());
  });

  it('where the browser refuses one, the call goes on without it', () => {
    const {go, context} = call();
    context!.createBuffer = () => {
      throw new DOMException('', 'NotSupportedError');
    };
    go(ringing(), active(), active({digits: '1'}), ended());
    expect(context!.closed).to.equal(true);
  });

  it('where the browser plays nothing, they are closed at the end as well', () => {
    const {go, context} = call();
    context!.running = false;
    go(ringing(), active(), ended());
    expect(context!.closed).to.equal(true);
  });
});

describe('A file to ring with', () => {
  const ringbackSrc = 'https://shop.example/ring.mp3';
  let said: string[];
  let plays: HTMLAudioElement[];
  let pauses: number;
  let answer: () => Promise<void>;

  beforeEach(() => {
    touch();
    said = [];
    plays = [];
    pauses = 0;
    answer = () => Promise.resolve();
    replace(console, 'warn', (text: string) => void said.push(text));
    replace(
      window,
      'Audio',
      class extends Audio {
        constructor() {
          super();
          this.dataset.src = ringbackSrc;
        }
      } as typeof Audio,
    );
    replace(HTMLMediaElement.prototype, 'play', function (this: HTMLAudioElement) {
      plays.push(this);
      return answer();
    });
    replace(HTMLMediaElement.prototype, 'pause', () => void pauses++);
  });

  it('is played in a loop in the place of the tone, and stopped', async () => {
    const {go, context} = call({ringbackSrc});
    go(ringing());
    await settle();
    expect(plays).to.have.length(1);
    expect(plays[0]?.loop).to.equal(true);
    expect(plays[0]?.isConnected).to.equal(false);
    expect(context!.played).to.have.length(0);
    go(active());
    expect(pauses).to.equal(1);
    go(active({leaving: true}));
  });

  it('comes from the speaker that was chosen in an earlier call', async () => {
    const asked: unknown[] = [];
    replace(HTMLMediaElement.prototype, 'setSinkId', async (id: string) => {
      asked.push(id);
      throw new DOMException('', 'NotFoundError');
    });
    const {go} = call({ringbackSrc});
    go(ringing(), active({devices: {...devices, speaker: 'headset'}}), active({leaving: true}), ended());
    expect(asked).to.deep.equal([]);
    go(clicked, ringing());
    await settle();
    expect(asked).to.deep.equal(['headset']);
    go(ringing({leaving: true}), ended());
  });

  it('that can’t be played gives way to the tone, and the owner is told once', async () => {
    answer = () => Promise.reject(new DOMException('no source', 'NotSupportedError'));
    const {go, context} = call({ringbackSrc});
    go(ringing());
    await settle();
    expect(context!.sounding).to.have.length(1);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^<telnyx-call-button>: ringback-src=.*can't be played/);
    go(ringing({leaving: true}), ended({reason: 'cancelled'}), clicked, ringing());
    await settle();
    expect(FakeAudioContext.made.at(-1)!.sounding).to.have.length(1);
    expect(said).to.have.length(1);
    go(ringing({leaving: true}));
  });

  it('that the browser does not let play is no fault of the owner', async () => {
    answer = () => Promise.reject(new DOMException('tap first', 'NotAllowedError'));
    const {go, context} = call({ringbackSrc});
    go(ringing());
    await settle();
    expect(context!.sounding).to.have.length(1);
    expect(said).to.deep.equal([]);
    go(ringing({leaving: true}));
  });

  it('that hangs gives way to the tone, until it comes', async () => {
    const time = new FakeTime();
    let come!: () => void;
    answer = () => new Promise((resolve) => (come = resolve));
    const {go, context} = call({ringbackSrc});
    go(ringing());
    await time.pass(FILE_BEGINS_WITHIN_MS - 1);
    expect(context!.sounding).to.have.length(0);
    await time.pass(1);
    expect(context!.sounding).to.have.length(1);
    come();
    await settle();
    expect(context!.sounding).to.have.length(0);
    go(ringing({leaving: true}));
    expect(time.running).to.equal(0);
  });

  it('that is stopped before it has begun leaves nothing', async () => {
    const time = new FakeTime();
    let fail!: (error: unknown) => void;
    answer = () => new Promise((_, reject) => (fail = reject));
    const {go, context} = call({ringbackSrc});
    go(ringing(), active());
    expect(time.running).to.equal(0);
    fail(new DOMException('paused', 'AbortError'));
    await time.pass(FILE_BEGINS_WITHIN_MS);
    expect(context!.played).to.have.length(0);
    expect(said).to.deep.equal([]);
    go(active({leaving: true}));
  });
});
