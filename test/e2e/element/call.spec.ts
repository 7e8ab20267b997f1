import {MICROPHONE_HZ} from '../support/browser.js';
import {leftovers} from '../support/probe.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';
import type {SdkPage} from '../support/sdk-page.js';

/** What the agent speaks with, in Hz. */
const AGENT_HZ = 700;

/** A visitor's call to an agent who answers. */
async function talk(visitor: Visitor, far: SdkPage): Promise<void> {
  await far.login('agent');
  await far.autoAnswer(AGENT_HZ);
  await visitor.open(visitor.tag('agent'));
  await visitor.call();
  await far.waitFor('active');
}

test('visitor and agent hear each other, and the visitor hangs up', async ({visitor, far}) => {
  await talk(visitor, far);
  await expect(visitor.panel).toContainText('In call');
  await expectTone(far.page, MICROPHONE_HZ);
  await expectTone(visitor.page, AGENT_HZ);
  await visitor.hangUp();
  await expect(visitor.panel).toContainText('Call ended');
  await far.waitFor('destroy');
  expect(await far.reason()).toMatchObject({cause: 'NORMAL_CLEARING', causeCode: 16});
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  await visitor.isClean();
  // Said once: the SDK would say it again if it were closed in the midst of its hang-up.
  expect(visitor.sent('telnyx_rtc.bye')).toHaveLength(1);
});

test('visitor and agent hear each other, and the agent hangs up', async ({visitor, far}) => {
  await talk(visitor, far);
  await expectTone(visitor.page, AGENT_HZ);
  await expectTone(far.page, MICROPHONE_HZ);
  await far.hangUp();
  await visitor.reaches('ended');
  await expect(visitor.panel).toContainText('Call ended');
  expect(await visitor.told('end')).toMatchObject([
    {reason: 'ended', initiator: 'remote', cause: 'NORMAL_CLEARING'},
  ]);
  await visitor.isClean();
});

test('the far end is played aloud, from outside the document', async ({visitor}) => {
  await visitor.page.addInitScript(() => {
    window.players = [];
    window.Audio = class extends Audio {
      constructor() {
        super();
        window.players.push(this);
      }
    };
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await expectTone(visitor.page, 440);
  const playing = () =>
    visitor.page.evaluate(() =>
      window.players.map(({paused, muted, volume, isConnected, currentTime, srcObject}) => ({
        paused,
        muted,
        volume,
        isConnected,
        runs: currentTime > 0,
        live: (srcObject as MediaStream | null)?.getAudioTracks()[0]?.readyState,
      })),
    );
  const aloud = {paused: false, muted: false, volume: 1, isConnected: false, runs: true, live: 'live'};
  await expect.poll(playing).toContainEqual(aloud);
  await visitor.hangUp();
  await visitor.isClean();
});

test('after a call every timer has run out', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  await expect
    .poll(async () => (await leftovers(visitor.page)).timers, {message: 'no timer', timeout: 15_000})
    .toEqual([]);
});

test('a second call after the first', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  const ends = await visitor.told('end');
  expect(new Set(ends.map(({callId}) => callId)).size).toBe(2);
  await visitor.isClean();
});

declare global {
  interface Window {
    players: HTMLAudioElement[];
  }
}
