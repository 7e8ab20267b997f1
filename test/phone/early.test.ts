import {expect} from '@open-wc/testing';
import {requestMicrophone, requestToken, stop} from '../../src/phone/early.js';
import {FakeMicrophone, silence} from '../fakes/microphone.js';
import {replace} from '../fakes/replace.js';
import {TokenEndpoint, tokenUrl} from '../fakes/token-endpoint.js';

describe('What a click starts at once', () => {
  it('asks the token endpoint, and names the page without its query and fragment', async () => {
    const before = location.href;
    history.replaceState(null, '', '?mail=someone%40example.com#secret');
    const {requests} = new TokenEndpoint();
    await requestToken(tokenUrl, '+12345678900');
    history.replaceState(null, '', before);
    expect(requests).to.deep.equal([
      {
        method: 'POST',
        type: 'application/json',
        body: {destination: '+12345678900', page: location.origin + location.pathname},
      },
    ]);
  });

  it('names no destination where there is none', async () => {
    const {requests} = new TokenEndpoint();
    await requestToken(tokenUrl, undefined);
    expect(requests[0]?.body).not.to.have.property('destination');
  });

  it('asks for a microphone that suits a call', async () => {
    const microphone = new FakeMicrophone();
    const stream = await requestMicrophone();
    expect(microphone.asked).to.deep.equal([
      {audio: {echoCancellation: true, noiseSuppression: true, autoGainControl: true}},
    ]);
    expect(microphone.on).to.equal(true);
    stop(stream);
    expect(microphone.on).to.equal(false);
  });

  it('is told no, and nothing throws, where there are no devices at all', async () => {
    replace(navigator, 'mediaDevices', undefined as never);
    let refused = false;
    await requestMicrophone().catch(() => (refused = true));
    expect(refused).to.equal(true);
  });

  it('stopping nothing is no harm', () => {
    stop(undefined);
    const stream = silence();
    stop(stream);
    stop(stream);
    expect(stream.active).to.equal(false);
  });
});
