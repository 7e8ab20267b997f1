import {expect} from '@open-wc/testing';
import {TelnyxCallEndEvent} from '../src/index.js';
import {openPage, reach, talk} from './fakes/page.js';
import {replace} from './fakes/replace.js';
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

  it('is reported where the page wants it, as text that any server gets: alerts, and the end', async () => {
    const sent: Array<readonly [string | URL, unknown]> = [];
    replace(navigator, 'sendBeacon', (url, body) => Boolean(sent.push([url, JSON.parse(String(body))])));
    const {element, events} = await openPage();
    element.qualityUrl = '/quality';
    const time = new FakeTime();
    const call = await talk(element);
    call.peer.instance.rtt = 0.6;
    await time.pass(10_000);
    call.bye();
    await time.pass(1_000);
    const {callId, quality} = events.find((event) => event instanceof TelnyxCallEndEvent)!;
    expect(sent.map(([url]) => url)).to.deep.equal([
      `${location.origin}/quality`,
      `${location.origin}/quality`,
    ]);
    const [alert, end] = sent.map(([, report]) => report as Record<string, unknown>);
    expect(alert).to.deep.include({event: 'alert', callId, begun: ['rtt']});
    expect(end).to.deep.include({event: 'end', callId, reason: 'ended', initiator: 'remote'});
    expect(end!.summary).to.deep.equal(JSON.parse(JSON.stringify(quality)));
    expect(quality).to.deep.include({alerts: ['rtt'], rtt: {average: 600, min: 600, max: 600}});
  });

  it('a browser that refuses a report does the call no harm', async () => {
    replace(navigator, 'sendBeacon', () => {
      throw new TypeError('refused');
    });
    const {element} = await openPage();
    element.qualityUrl = '/quality';
    const call = await talk(element);
    call.bye();
    await reach(element, 'ended');
  });
});
