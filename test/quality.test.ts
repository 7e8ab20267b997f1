import {expect} from '@open-wc/testing';
import {openPage, talk} from './fakes/page.js';
import {FakeTime} from './fakes/time.js';

describe('The quality of a call', () => {
  it('is told to the page when its level is known, and when it changes', async () => {
    const {element} = await openPage();
    const heard: unknown[] = [];
    element.addEventListener('telnyx-call-quality', ({level, rtt, jitter, packetLoss, bubbles, composed}) =>
      heard.push([level, rtt, jitter, packetLoss, bubbles && composed]),
    );
    expect(element.quality).to.equal(undefined);
    const time = new FakeTime();
    const call = await talk(element);
    await time.pass(30_000);
    expect(heard).to.deep.equal([['good', 50, 4, 0, true]]);
    expect(element.quality).to.deep.equal({level: 'good', rtt: 50, jitter: 4, packetLoss: 0});
    call.peer.instance.rtt = 0.2;
    await time.pass(10_000);
    expect(heard.slice(1)).to.deep.equal([['warning', 200, 4, 0, true]]);
    call.bye();
    await time.pass(1_000);
    expect(element.quality).to.equal(undefined);
    expect(heard).to.have.length(2);
  });
});
