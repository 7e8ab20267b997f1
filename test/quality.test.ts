import {expect} from '@open-wc/testing';
import {openPage, talk} from './fakes/page.js';
import {FakeTime} from './fakes/time.js';

describe('The quality of a call', () => {
  it('is told to the page when its level is known, and when it changes', async () => {
    const {element} = await openPage();
    const heard: unknown[] = [];
    element.addEventListener(
      'telnyx-call-quality',
      ({level, mos, rtt, jitter, packetLoss, alerts, bubbles, composed}) =>
        heard.push([level, mos, rtt, jitter, packetLoss, alerts, bubbles && composed]),
    );
    expect(element.quality).to.equal(undefined);
    const time = new FakeTime();
    const call = await talk(element);
    await time.pass(30_000);
    expect(heard).to.deep.equal([['good', 4.38, 50, 4, 0, [], true]]);
    expect(element.quality).to.deep.equal({
      level: 'good',
      mos: 4.38,
      rtt: 50,
      jitter: 4,
      packetLoss: 0,
      alerts: [],
    });
    call.peer.instance.rtt = 0.2;
    await time.pass(10_000);
    expect(heard.slice(1)).to.deep.equal([['warning', 4.35, 200, 4, 0, [], true]]);
    call.bye();
    await time.pass(1_000);
    expect(element.quality).to.equal(undefined);
    expect(heard).to.have.length(2);
  });
});
