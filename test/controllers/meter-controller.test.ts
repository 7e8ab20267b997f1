import {expect, fixture, html} from '@open-wc/testing';
import type {CallController, CallHost} from '../../src/controllers/call-controller.js';
import {MeterController} from '../../src/controllers/meter-controller.js';
import {CallAudio} from '../../src/phone/call-audio.js';
import type {CallState} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {FakeAudioContext, touch} from '../fakes/audio-context.js';
import {silence} from '../fakes/microphone.js';
import {active, attempt, ended, states} from '../fakes/samples.js';
import {FakeTime} from '../fakes/time.js';

const EVERY_MS = 66;

/** A call, its panel, and the meter in it. */
async function call(state: CallState = active()) {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.attachShadow({mode: 'open'}).innerHTML = '<i part="level"></i>';
  const meter = host.shadowRoot!.querySelector('i')!;
  const it = {
    state,
    open: true,
    voice: silence(),
    told: [] as boolean[],
    get level() {
      return Number(meter.style.getPropertyValue('--_level'));
    },
    /** As after a change of the state or of the panel. */
    update: () => controller.hostUpdated(),
    /** It is so loud (amplitude) for so long (ms). */
    async hear(amplitude: number, ms: number) {
      FakeAudioContext.amplitude = amplitude;
      await time.pass(ms);
    },
    /** A panel without a meter in it. */
    bare: () => meter.remove(),
    remove: () => controller.hostDisconnected(),
    unheard(on: boolean) {
      it.told.push(on);
      [it.state] = transition(it.state, {type: 'unheard', attempt, on});
    },
  };
  const controller = new MeterController(
    Object.assign(host, {addController: () => undefined}) as unknown as CallHost,
    new CallAudio(),
    () => it as unknown as CallController,
    () => it.open,
  );
  it.update();
  return it;
}

let time: FakeTime;

describe('The level meter of a call', () => {
  beforeEach(() => {
    touch();
    time = new FakeTime();
  });

  it('moves with the voice, and falls slowly', async () => {
    const meter = await call();
    await meter.hear(0.2, 3 * EVERY_MS);
    const loud = meter.level;
    expect(loud).to.be.within(0.8, 1);
    await meter.hear(0, EVERY_MS);
    expect(meter.level).to.be.closeTo(loud - 0.08, 0.01);
    await meter.hear(0, 2_000);
    expect(meter.level).to.equal(0);
  });

  for (const [name, state] of Object.entries<CallState>(states)) {
    const talks = 'since' in state && state.since !== undefined && !state.leaving;
    it(`${name}: ${talks ? 'listens' : 'does not listen'}, and never after the call`, async () => {
      const meter = await call(state);
      expect(time.running).to.equal(talks ? 1 : 0);
      meter.state = ended();
      meter.update();
      expect(time.running).to.equal(0);
    });
  }

  it('listens to a call whose panel is hidden only if it is muted', async () => {
    const meter = await call();
    await meter.hear(0.2, 200);
    meter.open = false;
    meter.update();
    expect(time.running).to.equal(0);
    expect(meter.level).to.equal(0);
    meter.state = active({muted: true});
    meter.update();
    await meter.hear(0.2, 200);
    expect(meter.level).to.be.above(0.8);
  });

  it('stops when the button is taken out of the page', async () => {
    const meter = await call();
    meter.remove();
    expect(time.running).to.equal(0);
  });

  it('says when somebody talks into the muted microphone, and when it is quiet again', async () => {
    const meter = await call();
    await meter.hear(0.2, 1_000);
    meter.state = active({muted: true});
    await meter.hear(0.2, 300);
    expect(meter.told).to.deep.equal([]);
    await meter.hear(0.2, 300);
    expect(meter.told).to.deep.equal([true]);
    await meter.hear(0, 3_500);
    expect(meter.told).to.deep.equal([true]);
    await meter.hear(0, 1_000);
    expect(meter.told).to.deep.equal([true, false]);
  });

  it('the next time that it is muted begins anew', async () => {
    const meter = await call(active({muted: true}));
    await meter.hear(0.2, 1_000);
    meter.state = active();
    await meter.hear(0.2, 200);
    meter.state = active({muted: true});
    await meter.hear(0, 1_000);
    expect(meter.told).to.deep.equal([true]);
  });

  it('says nothing while the microphone is on', async () => {
    const meter = await call();
    await meter.hear(0.2, 3_000);
    expect(meter.told).to.deep.equal([]);
  });

  it('is not there where the browser can’t listen', async () => {
    touch(false);
    const meter = await call();
    expect(time.running).to.equal(0);
    expect(meter.level).to.equal(0);
  });

  it('needs no meter in the panel', async () => {
    const meter = await call(active({muted: true}));
    meter.bare();
    await meter.hear(0.2, 1_000);
    expect(meter.told).to.deep.equal([true]);
  });
});
