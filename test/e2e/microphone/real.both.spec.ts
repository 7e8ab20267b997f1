import type {LaunchOptions} from '@playwright/test';
import {browserArgs, firefoxPrefs, MICROPHONE_HZ} from '../support/browser.js';
import type {MicrophoneState} from '../support/microphone-faults.js';
import {expect, test} from '../support/visitor.js';
import {ask, told, type Told} from './question.js';

/** A machine without sound: none of Linux's three ways to a device leads anywhere. */
const deaf = {
  ...(process.env as Record<string, string>),
  ALSA_CONFIG_PATH: '/dev/null',
  PULSE_SERVER: '/dev/null',
  PIPEWIRE_REMOTE: '/dev/null',
};
const bare = browserArgs(MICROPHONE_HZ).filter((arg) => !arg.startsWith('--use-f'));
const realMicrophone = {...firefoxPrefs, 'media.navigator.streams.fake': false};

/** How a browser is started to be really like that. Only on Linux can a machine's own microphone be kept out. */
const starts: Record<string, Partial<Record<MicrophoneState, LaunchOptions>>> = {
  chromium:
    process.platform === 'linux'
      ? {
          missing: {args: bare, env: deaf},
          busy: {args: [...bare, '--alsa-input-device=plughw:9,9'], env: deaf},
        }
      : {},
  firefox: {
    denied: {firefoxUserPrefs: {...firefoxPrefs, 'permissions.default.microphone': 2}},
    pending: {firefoxUserPrefs: {...firefoxPrefs, 'permissions.default.microphone': 0}},
    ...(process.platform === 'linux' && {missing: {firefoxUserPrefs: realMicrophone, env: deaf}}),
  },
};

/** However many microphones there are, a page only needs to know whether there is one. */
const seen = ({answer, permission, listed}: Told) => ({answer, permission, listed: listed > 0});

test('what is played is what a browser says that is really like that', async ({
  visitor,
  microphone,
  playwright,
  browserName,
  launchOptions,
  channel,
}) => {
  await visitor.open('', '');
  for (const [state, options] of Object.entries(starts[browserName] ?? {})) {
    await microphone.is(state as MicrophoneState);
    await ask(visitor.page);
    const waits = state === 'pending';
    await expect.poll(async () => (await told(visitor.page)).answer === '').toBe(waits);
    const played = seen(await told(visitor.page));

    const browser = await playwright[browserName].launch({...launchOptions, channel, ...options});
    const page = await browser.newPage();
    await page.goto(`${visitor.shop.url}/page.html`);
    await ask(page);
    await expect.poll(async () => seen(await told(page)), {message: state}).toEqual(played);
    await browser.close();
  }
});
