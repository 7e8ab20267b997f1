import {expectNoOwnTone, expectOwnTone, soundsStarted, tapSounds} from '../support/own-sounds.js';
import {expectSound, expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test.beforeEach(({visitor}) => tapSounds(visitor.page));

test('it rings as in the country that is called, until the visitor cancels', async ({visitor}) => {
  await visitor.open(visitor.tag('+15550100008'));
  await visitor.button().click();
  await visitor.reaches('ringing');
  await expectOwnTone(visitor.page, 440, 480);
  // The pause, and the next round.
  await expectNoOwnTone(visitor.page);
  await expectOwnTone(visitor.page, 440, 480);
  await visitor.control('Cancel').click();
  await visitor.reaches('ended');
  await visitor.isClean();
  expect(await soundsStarted(visitor.page)).toHaveLength(1);
});

test('a number without a country rings as in most of Europe, until somebody answers', async ({
  visitor,
  far,
}) => {
  await far.login('agent');
  await visitor.open(visitor.tag('agent'));
  await visitor.button().click();
  await expectOwnTone(visitor.page, 425);
  await far.waitFor('ringing');
  await far.answer();
  await visitor.reaches('active');
  await expectNoOwnTone(visitor.page);
  await visitor.hangUp();
  await visitor.isClean();
  expect(await soundsStarted(visitor.page)).toHaveLength(1);
});

test('an announcement before the answer is heard, and not rung over', async ({visitor, gateway}) => {
  gateway.control('withhold', {methods: ['answer']});
  await visitor.open(visitor.tag('announcement'));
  await visitor.button().click();
  await expectSound(visitor.page);
  expect(await visitor.state()).toBe('ringing');
  await expectNoOwnTone(visitor.page);
  visitor.sendAnswer();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean();
  // Rung, at most, until the announcement came.
  expect((await soundsStarted(visitor.page)).length).toBeLessThan(2);
});

test('each digit that is sent sounds as its key', async ({visitor}) => {
  await visitor.open(visitor.tag('silence'));
  await visitor.call();
  const before = await soundsStarted(visitor.page);
  const send = (digits: string) =>
    visitor
      .element()
      .evaluate(
        (element, digits) => (element as HTMLElementTagNameMap['telnyx-call-button']).sendDigits(digits),
        digits,
      );
  await send('18#');
  await expect.poll(() => soundsStarted(visitor.page)).toHaveLength(before.length + 3);
  // 697 and 1209 Hz, 852 and 1336, 941 and 1477.
  expect((await soundsStarted(visitor.page)).slice(-3)).toEqual([
    [700, 1210],
    [850, 1340],
    [940, 1480],
  ]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('the far end hangs up: a soft tone says so', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('silence'));
  await visitor.call();
  await expectNoOwnTone(visitor.page);
  const before = await soundsStarted(visitor.page);
  gateway.control('hang-up');
  await visitor.reaches('ended');
  await visitor.isClean();
  // 523 Hz, and a lower one after it.
  expect(await soundsStarted(visitor.page)).toEqual([...before, [520]]);
});

test('no-sounds: it makes none, and the far end is heard', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone', 'no-sounds'));
  await visitor.call();
  await expectTone(visitor.page, 440);
  gateway.control('hang-up');
  await visitor.reaches('ended');
  await visitor.isClean();
  expect(await soundsStarted(visitor.page)).toEqual([]);
});

test('the meter moves with the voice, also while the microphone is muted', async ({visitor}) => {
  await visitor.open(visitor.tag('silence', 'no-sounds'));
  await visitor.call();
  const bars = visitor.panel.locator('[part=level]');
  const level = async () => Number(await bars.evaluate(({style}) => style.getPropertyValue('--_level')));
  await expect.poll(level).toBeGreaterThan(0.5);
  await visitor.control('Mute').click();
  await expect.poll(level).toBeGreaterThan(0.5);
  await visitor.hangUp();
  await visitor.isClean();
});
