import {readFileSync} from 'node:fs';
import {soundsStarted, tapSounds} from '../support/own-sounds.js';
import {expect, test, type Visitor} from '../support/visitor.js';
import {toneFile} from '../support/wav.js';

/** The player of the file, if it is not the far end's. */
const file = ({page}: Visitor) =>
  page.evaluate(() => {
    const player = window.ownSounds.players.find(({src}) => src);
    return (
      player && {
        loop: player.loop,
        plays: !player.paused && player.currentTime > 0,
        there: player.isConnected,
      }
    );
  });

/** What the owner reads of it. */
const told = ({complaints}: Visitor): string[] =>
  complaints.filter((text) => /ringback-src="\S+" can't be played, so a tone is/.test(text));

test.beforeEach(({visitor}) => tapSounds(visitor.page));

test('a file to ring with is played until the visitor cancels', async ({visitor}) => {
  const source = `data:audio/wav;base64,${readFileSync(toneFile(700)).toString('base64')}`;
  await visitor.open(visitor.tag('ringing', `ringback-src="${source}"`));
  await visitor.button().click();
  await visitor.reaches('ringing');
  await expect.poll(() => file(visitor)).toEqual({loop: true, plays: true, there: false});
  expect(await soundsStarted(visitor.page)).toEqual([]);
  await visitor.control('Cancel').click();
  await visitor.reaches('ended');
  expect(await file(visitor)).toMatchObject({plays: false});
  await visitor.isClean();
});

test('a file that can’t be played gives way to the tone, and the owner reads why', async ({visitor}) => {
  await visitor.open(visitor.tag('ringing', 'ringback-src="/missing.mp3"'));
  await visitor.button().click();
  await visitor.reaches('ringing');
  await expect(visitor.panel).toContainText('Ringing…');
  await expect.poll(() => soundsStarted(visitor.page)).toHaveLength(1);
  await visitor.control('Cancel').click();
  await visitor.reaches('ended');
  await visitor.isClean(/missing\.mp3|404/);
  expect(told(visitor)).toHaveLength(1);
});

test('the page’s own rules forbid the file: the tone is heard, and the owner reads why', async ({
  visitor,
}) => {
  visitor.shop.headers = {'content-security-policy': "media-src 'none'"};
  await visitor.open(visitor.tag('ringing', 'ringback-src="/ring.mp3"'));
  await visitor.button().click();
  await visitor.reaches('ringing');
  await expect(visitor.panel).toContainText('Ringing…');
  await expect.poll(() => soundsStarted(visitor.page)).toHaveLength(1);
  await visitor.control('Cancel').click();
  await visitor.reaches('ended');
  await visitor.isClean(/ring\.mp3/);
  expect(told(visitor)).toHaveLength(1);
});
