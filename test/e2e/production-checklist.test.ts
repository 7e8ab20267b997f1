import {expect, test} from './support/visitor.js';

/** Each call’s report reaches the server of the call, without an option to set. */
test('call reports on', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  expect(gateway.state().reports).toHaveLength(1);
});
