import {expect} from '@open-wc/testing';
import {all, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, ring, talk} from './fakes/page.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {settle, until} from './fakes/until.js';

const ends = (events: Event[]) => events.filter(({type}) => type === 'telnyx-call-end').length;

describe('Clicks that come at a bad moment', () => {
  it('a double click makes one call', async () => {
    const {element, endpoint, microphone, events} = await openPage();
    const button = the(element, 'button', 'Call us');
    button.click();
    button.click();
    await placedCall();
    expect(events.filter(({type}) => type === 'telnyx-call-request')).to.have.length(1);
    expect(endpoint.requests).to.have.length(1);
    expect(microphone.asked).to.have.length(1);
    expect(TelnyxRTC.made[0]?.placed.length).to.equal(1);
  });

  it('a click while connecting shows the panel of the same call', async () => {
    const {element, events} = await openPage();
    await ring(element);
    await press(element, 'Hide the call panel');
    expect(all(element, 'dialog')).to.have.length(0);
    await press(element, /Ringing/);
    expect(all(element, 'dialog')).to.have.length(1);
    expect(TelnyxRTC.made[0]?.placed.length).to.equal(1);
    expect(events.filter(({type}) => type === 'telnyx-call-request')).to.have.length(1);
  });

  it('two hang-ups say one goodbye and tell one end', async () => {
    const {element, events} = await openPage();
    const call = await talk(element);
    let goodbyes = 0;
    const hangup = call.hangup.bind(call);
    call.hangup = () => {
      goodbyes++;
      return hangup();
    };
    await Promise.all([element.hangUp(), element.hangUp()]);
    await reach(element, 'ended');
    expect(goodbyes).to.equal(1);
    expect(ends(events)).to.equal(1);
  });
});

describe('Cancel', () => {
  it('while the browser’s prompt is up: a late permission is turned off as it comes', async () => {
    const {element, microphone, events} = await openPage();
    const prompt = microphone.prompt();
    await press(element, 'Call us');
    await reach(element, 'permission');
    await press(element, 'Cancel');
    expect(element.state).to.equal('ended');
    prompt.allow();
    await until(() => microphone.streams.length);
    await until(() => !microphone.on);
    expect(events.at(-1)).to.include({
      type: 'telnyx-call-end',
      reason: 'cancelled',
      initiator: 'local',
      callId: '',
    });
    expect(TelnyxRTC.made.flatMap(({placed}) => placed).length).to.equal(0);
  });

  it('while the token is on its way: the late answer places nothing', async () => {
    const {element, endpoint, microphone} = await openPage();
    let answer!: () => void;
    endpoint.answer = () =>
      new Promise((resolve) => (answer = () => resolve(Response.json({token: 'a.b.c'}))));
    await press(element, 'Call us');
    await reach(element, 'preparing');
    await press(element, 'Cancel');
    expect(microphone.on).to.equal(false);
    answer();
    await settle();
    expect(TelnyxRTC.open.length).to.equal(0);
    expect(element.state).to.equal('ended');
  });

  it('while the line opens: it is closed, and opens again for the next call', async () => {
    const {element} = await openPage();
    await press(element, 'Call us');
    const line = await client();
    await press(element, 'Cancel');
    await until(() => line.disconnected);
    line.ready();
    expect(element.state).to.equal('ended');
    await press(element, 'Call us');
    await placedCall();
    expect(TelnyxRTC.open.length).to.equal(1);
    expect(element.state).to.equal('connecting');
  });

  it('and the answer cross: the far end is hung up, and the visitor hears of a cancel or an end once', async () => {
    const {element, events} = await openPage();
    const call = await ring(element);
    const [line] = TelnyxRTC.open;
    let answered!: () => void;
    line!.byeAnswered = new Promise<void>((resolve) => (answered = resolve));
    await press(element, 'Cancel');
    call.pickUp();
    answered();
    await until(() => call.state === 'destroy');
    expect(element.state).to.equal('ended');
    expect(ends(events)).to.equal(1);
    expect(events.at(-1)).to.include({initiator: 'local'});
  });

  it('before the kit has come: no call, and the microphone goes off', async () => {
    const {element, microphone} = await openPage();
    the(element, 'button', 'Call us').click();
    await element.hangUp();
    await until(() => microphone.streams.length);
    await until(() => !microphone.on);
    expect(element.state).to.equal('idle');
    expect(TelnyxRTC.open.length).to.equal(0);
  });
});

describe('What the page changes', () => {
  it('in a call is the next call’s', async () => {
    const {element} = await openPage();
    const call = await ring(element);
    element.destination = '+1999';
    element.callerName = 'Other';
    await element.updateComplete;
    call.pickUp();
    expect(element.state).to.equal('active');
    call.bye();
    await reach(element, 'ended');
    await press(element, 'Call again');
    expect((await placedCall()).options).to.include({destinationNumber: '+1999', callerName: 'Other'});
  });

  it('while the call is being made ready is the next call’s too', async () => {
    const {element, endpoint} = await openPage();
    await press(element, 'Call us');
    const line = await client();
    element.destination = '+1999';
    await element.updateComplete;
    line.ready();
    await until(() => line.placed.length);
    expect(line.placed[0]?.options.destinationNumber).to.equal('+12345678900');
    expect(endpoint.requests.map(({body}) => body.destination)).to.deep.equal(['+12345678900']);
  });

  it('between warm-up and click counts for the call', async () => {
    const {element, endpoint} = await openPage();
    element.dispatchEvent(new PointerEvent('pointerenter'));
    (await client()).ready();
    element.destination = '+1999';
    await press(element, 'Call us');
    expect((await placedCall()).options.destinationNumber).to.equal('+1999');
    expect(endpoint.requests.at(-1)?.body.destination).to.equal('+1999');
  });
});
