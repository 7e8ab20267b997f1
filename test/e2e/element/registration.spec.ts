import {nextCallWorks, runOut} from '../support/outage.js';
import {expect, test} from '../support/visitor.js';

for (const state of ['REGED', 'REGISTER'])
  test(`a client that is told ${state}: the call is made`, async ({visitor, gateway}) => {
    gateway.control('gateway-state', {states: [state]});
    await visitor.open(visitor.tag('tone'));
    await visitor.call();
    await visitor.hangUp();
    await visitor.isClean();
  });

test('a client that is not registered: given up after a while, and the next call works', async ({
  visitor,
  gateway,
}) => {
  const states = ['UNREGED', 'NOREG', 'FAILED', 'FAIL_WAIT', 'TIMEOUT', 'TRYING', 'EXPIRED', 'UNREGISTER'];
  const asked = (): number => gateway.state().frames.received['telnyx_rtc.gatewayState'] ?? 0;
  const failures = async (): Promise<unknown[]> => (await visitor.told('error')).map(({code}) => code);
  await visitor.open(visitor.tag('tone'));
  for (const [index, state] of states.entries()) {
    const before = asked();
    gateway.control('gateway-state', {states: Array<string>(10).fill(state)});
    await (index ? visitor.control('Try again') : visitor.button()).click();
    await expect.poll(asked, {message: `asked, and told ${state}`}).toBeGreaterThan(before);
    await runOut(visitor, 15_000);
    await expect
      .poll(failures, {message: `given up after ${state}`})
      .toEqual(Array(index + 1).fill('connection-failed'));
  }
  gateway.control('gateway-state', {states: []});
  await nextCallWorks(visitor, /connection-failed/);
});
