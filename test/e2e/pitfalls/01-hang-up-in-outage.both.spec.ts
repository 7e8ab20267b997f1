import {goOffline, microphoneIsOff, nextCallWorks} from '../support/outage.js';
import {expect, test} from '../support/visitor.js';

const NAME = 'pitfall 1: hang up during an outage';
/** What the server does with the call when the socket is back. */
const FOUND = {attach: 'offers it again', listed: 'only lists it', absent: 'says nothing of it'};

for (const [mode, found] of Object.entries(FOUND))
  test(`${NAME}, the server ${found}: off at once, ended there later`, async ({visitor, gateway}) => {
    await visitor.open(visitor.tag('echo'));
    await visitor.call();
    gateway.control('reattach', {mode});
    goOffline(gateway);
    await visitor.passes('reconnecting');
    await visitor.control('Hang up').click();
    await visitor.reaches('ended');
    await microphoneIsOff(visitor);
    await expect(visitor.panel).toContainText('Call ended');
    expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
    expect(gateway.state().legs).toHaveLength(1);

    gateway.control('thaw');
    await visitor.isClean();
    await microphoneIsOff(visitor);
    await nextCallWorks(visitor);
  });
