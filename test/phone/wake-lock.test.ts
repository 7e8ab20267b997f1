import {expect} from '@open-wc/testing';
import {WakeLock} from '../../src/phone/wake-lock.js';
import {replace} from '../fakes/replace.js';
import {settle} from '../fakes/until.js';

function browser(allows: boolean | undefined): string[] {
  const asked: string[] = [];
  const request = async (kind: string) => {
    asked.push(kind);
    return {released: false, release: async () => undefined};
  };
  replace(navigator, 'wakeLock', {request} as never);
  const featurePolicy = allows === undefined ? undefined : {allowsFeature: () => allows};
  replace(document as never, 'featurePolicy' as never, featurePolicy as never);
  return asked;
}

describe('The screen', () => {
  for (const allows of [true, undefined])
    it(`is kept on where the policy ${allows ? 'allows it' : 'is not told'}`, async () => {
      const asked = browser(allows);
      const lock = new WakeLock();
      lock.keep(true);
      await settle();
      lock.keep(false);
      expect(asked).to.deep.equal(['screen']);
    });

  it('is left alone where the policy forbids it: a request would be written to the console', async () => {
    const asked = browser(false);
    const lock = new WakeLock();
    lock.keep(true);
    await settle();
    lock.keep(false);
    expect(asked).to.deep.equal([]);
  });
});
