import type {MicrophoneState} from '../support/microphone-faults.js';
import {expect, test} from '../support/visitor.js';
import {ask, told} from './question.js';

const states: Record<Exclude<MicrophoneState, 'pending'>, [answer: RegExp, permission: string]> = {
  granted: [/^ok$/, 'granted'],
  denied: [/^NotAllowedError/, 'denied'],
  system: [/^NotAllowedError/, 'granted'],
  dismissed: [/^NotAllowedError/, 'prompt'],
  missing: [/^NotFoundError/, 'granted'],
  busy: [/^NotReadableError/, 'granted'],
};

for (const [state, [answer, permission]] of Object.entries(states)) {
  test(`${state}, before the page is opened, and after another visit`, async ({visitor, microphone}) => {
    await microphone.is(state as MicrophoneState);
    for (let visit = 0; visit < 2; visit += 1) {
      await visitor.open('', '');
      await ask(visitor.page);
      await expect.poll(() => told(visitor.page)).toMatchObject({answer: expect.stringMatching(answer)});
      expect(await told(visitor.page)).toMatchObject({permission});
      expect((await told(visitor.page)).listed > 0).toBe(state !== 'missing');
    }
  });

  test(`granted later, after ${state}`, async ({visitor, microphone}) => {
    await microphone.is(state as MicrophoneState);
    await visitor.open('', '');
    await ask(visitor.page);
    await expect.poll(() => told(visitor.page)).toMatchObject({answer: expect.stringMatching(answer)});
    await microphone.is('granted');
    const changes = permission === 'granted' ? [] : ['change granted'];
    if (state === 'missing') changes.push('devicechange');
    await expect.poll(() => told(visitor.page)).toMatchObject({permission: 'granted', news: changes});
    await ask(visitor.page);
    await expect.poll(() => told(visitor.page)).toMatchObject({answer: 'ok'});
  });
}

for (const [later, answer] of [
  ['granted', /^ok$/],
  ['denied', /^NotAllowedError/],
] as const)
  test(`a question that stays open, and is ${later} in the end`, async ({visitor, microphone}) => {
    await microphone.is('pending');
    await visitor.open('', '');
    await ask(visitor.page);
    expect(await told(visitor.page)).toMatchObject({answer: '', permission: 'prompt', news: []});
    await microphone.is(later);
    await expect
      .poll(() => told(visitor.page))
      .toMatchObject({answer: expect.stringMatching(answer), permission: later, news: [`change ${later}`]});
  });

for (const [state, permission, news] of [
  ['denied', 'denied', ['change denied', 'ended']],
  ['dismissed', 'prompt', ['change prompt', 'ended']],
  ['missing', 'granted', ['devicechange', 'ended']],
] as const)
  test(`${state} while it is in use: the track ends`, async ({visitor, microphone}) => {
    await visitor.open('', '');
    await ask(visitor.page);
    await expect
      .poll(() => told(visitor.page))
      .toMatchObject({answer: 'ok', permission: 'granted', news: []});
    await microphone.is(state);
    await expect.poll(async () => (await told(visitor.page)).news.toSorted()).toEqual(news);
    expect(await told(visitor.page)).toMatchObject({permission});
    await visitor.isClean();
    await microphone.is('granted');
    await ask(visitor.page);
    await expect.poll(() => told(visitor.page)).toMatchObject({answer: 'ok'});
  });
