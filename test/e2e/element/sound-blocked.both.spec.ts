import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

declare global {
  interface Window {
    players: HTMLAudioElement[];
  }
}

// As browsers are delivered, or stricter: sound has to be asked for in a click's own task.
test.use({
  launchOptions: async ({launchOptions}, use) => {
    const {args, firefoxUserPrefs} = launchOptions;
    await use({
      ...launchOptions,
      args: args?.map((arg) =>
        arg.replace('=no-user-gesture-required', '=document-user-activation-required'),
      ),
      firefoxUserPrefs: firefoxUserPrefs && {
        ...firefoxUserPrefs,
        'media.autoplay.default': 1,
        'media.autoplay.blocking_policy': 2,
      },
    });
  },
});

/** What the page's players have played (s): a blocked one has not begun. */
const played = ({page}: Visitor): Promise<number[]> =>
  page.evaluate(() => window.players.map(({currentTime, paused}) => (paused ? 0 : currentTime)));

test('a page calls by itself: where the browser plays no sound then, a tap does; where it does, none is asked for', async ({
  visitor,
  gateway,
  browserName,
}) => {
  await visitor.page.addInitScript(() => {
    window.players = [];
    window.Audio = class extends Audio {
      constructor() {
        super();
        window.players.push(this);
      }
    };
    addEventListener('load', () => void document.querySelector('telnyx-call-button')?.call());
  });
  await visitor.open(visitor.tag('tone'));
  // Not the page is asked: Playwright's questions count as clicks.
  await expect.poll(() => gateway.state().legs).toMatchObject([{phase: 'active'}]);
  const tap = visitor.control('Tap to hear');
  // Chromium lets a page play that has a microphone open.
  if (browserName === 'firefox') {
    await expect(tap).toBeVisible();
    expect(await played(visitor)).toEqual([0]);
    expect(await visitor.state()).toBe('active');
    await tap.click();
  }
  await expect.poll(async () => (await played(visitor))[0]).toBeGreaterThan(0.5);
  await expect(tap).toHaveCount(0);
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});
