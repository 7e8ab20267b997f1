import {expect} from '@open-wc/testing';
import {TelnyxCallEndEvent, TelnyxCallRequestEvent, TelnyxCallStateEvent} from '../src/index.js';
import {openPage, placedCall, press, reach, ring, talk, type Page} from './fakes/page.js';
import {all, read, the} from './fakes/look.js';
import {jwt} from './fakes/token-endpoint.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {en} from '../src/locales/en.js';

const states = ({events}: Page) =>
  events.filter((event) => event instanceof TelnyxCallStateEvent).map(({state}) => state);

describe('A call from a click', () => {
  it('goes through its states, and tells of each', async () => {
    const page = await openPage();
    const {element, events} = page;
    const call = await talk(element);
    expect(element.state).to.equal('active');
    expect(element.callId).to.equal(call.id);
    call.bye();
    await reach(element, 'ended');
    expect(states(page)).to.deep.equal([
      'permission',
      'preparing',
      'connecting',
      'ringing',
      'active',
      'ended',
    ]);
    expect(events.map(({type}) => type)).to.deep.equal([
      'telnyx-call-request',
      ...Array<string>(6).fill('telnyx-call-state'),
      'telnyx-call-end',
    ]);
  });

  it('its events are of the public classes, bubble, leave the shadow root, and only the first can be cancelled', async () => {
    const {element, events} = await openPage();
    const call = await talk(element);
    call.bye({cause: 'NORMAL_CLEARING', sipCode: 200});
    await reach(element, 'ended');
    for (const event of events) {
      expect(event).to.include({bubbles: true, composed: true});
      expect(event.target === element).to.equal(true);
      expect(event.cancelable).to.equal(event instanceof TelnyxCallRequestEvent);
    }
    const [request, first] = events;
    expect(request)
      .to.be.instanceOf(TelnyxCallRequestEvent)
      .and.include({destination: '+12345678900', source: 'user'});
    expect(first)
      .to.be.instanceOf(TelnyxCallStateEvent)
      .and.include({state: 'permission', previous: 'idle', callId: ''});
    expect(events.at(-2)).to.include({state: 'ended', previous: 'active', callId: call.id});
    expect(events.at(-1))
      .to.be.instanceOf(TelnyxCallEndEvent)
      .and.include({
        callId: call.id,
        reason: 'ended',
        initiator: 'remote',
        cause: 'NORMAL_CLEARING',
        sipCode: 200,
      });
  });

  it('asks the SDK for what the page has set, with the visitor’s microphone', async () => {
    const {element, microphone} = await openPage();
    element.callerName = 'Ann';
    element.callerNumber = '+1 999';
    element.signalingUrl = 'ws://127.0.0.1:1';
    const call = await ring(element);
    const [sdk] = TelnyxRTC.open;
    expect(sdk?.options).to.deep.equal({
      login_token: jwt('visitor'),
      host: 'ws://127.0.0.1:1/',
      keepConnectionAliveOnSocketClose: true,
      enableCallReports: true,
      mediaPermissionsRecovery: {enabled: true, timeout: 20_000},
    });
    expect(sdk?.logLevel).to.equal('silent');
    expect(call.options).to.include({
      destinationNumber: '+12345678900',
      callerName: 'Ann',
      callerNumber: '+1999',
    });
    // A copy: the SDK stops what it was given, and a recovered call needs the microphone again.
    const [track] = call.options.localStream?.getTracks() ?? [];
    expect(track === microphone.copies[0]).to.equal(true);
    expect(track?.readyState).to.equal('live');
    expect(call.options.remoteElement).to.be.instanceOf(HTMLAudioElement);
    expect(microphone.asked).to.have.length(1);
  });

  it('is shown to the visitor and to CSS as it goes', async () => {
    const {element} = await openPage();
    expect(element.matches(':state(idle)')).to.equal(true);
    expect(element.matches(':state(live)')).to.equal(false);
    const call = await ring(element);
    expect(element.matches(':state(ringing):state(live)')).to.equal(true);
    expect(the(element, 'status').textContent).to.equal(en.ringing);
    call.pickUp();
    await element.updateComplete;
    expect(element.matches(':state(active):state(live)')).to.equal(true);
    expect(element.matches(':state(ringing)')).to.equal(false);
    expect(read(the(element, 'dialog'))).to.contain(en.active);
    call.bye();
    await reach(element, 'ended');
    expect(element.matches(':state(ended)')).to.equal(true);
    expect(element.matches(':state(live)')).to.equal(false);
    expect(read(the(element, 'dialog'))).to.contain(en.ended.ended);
  });

  it('the visitor hangs up, and may call again', async () => {
    const page = await openPage();
    const {element, microphone, events} = page;
    await talk(element);
    await press(element, 'Hang up');
    await reach(element, 'ended');
    expect(events.at(-1)).to.include({type: 'telnyx-call-end', reason: 'ended', initiator: 'local'});
    expect(microphone.on).to.equal(false);
    await press(element, 'Call again');
    await placedCall();
    await reach(element, 'connecting');
    expect(TelnyxRTC.open.length).to.equal(1);
  });

  it('the visitor cancels while it rings: cancelled, never busy, and nothing more to read', async () => {
    const {element, events, microphone} = await openPage();
    await ring(element);
    await press(element, 'Cancel');
    await reach(element, 'ended');
    expect(events.at(-1)).to.include({reason: 'cancelled', initiator: 'local', duration: 0});
    expect(microphone.on).to.equal(false);
    expect(all(element, 'dialog')).to.have.length(0);
  });
});
