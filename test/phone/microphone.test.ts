import {expect} from '@open-wc/testing';
import {BrowserMicrophone, microphoneFailure} from '../../src/phone/microphone.js';
import type {CallEvent} from '../../src/session/state.js';
import {FakeMicrophone, silence} from '../fakes/microphone.js';
import {replace} from '../fakes/replace.js';
import {settle, until} from '../fakes/until.js';

function setUp(permission?: PermissionState) {
  const events: CallEvent[] = [];
  return {
    events,
    browser: new FakeMicrophone(permission),
    microphone: new BrowserMicrophone((event) => events.push(event)),
  };
}

describe('The microphone', () => {
  it('is reported when it is open, and off when it is closed', async () => {
    const {microphone, browser, events} = setUp();
    microphone.open(1);
    await until(() => events.length);
    expect(events).to.deep.equal([{type: 'microphone-opened', attempt: 1}]);
    expect(microphone.stream).to.equal(browser.streams[0]);
    expect(browser.on).to.equal(true);
    microphone.close();
    expect(browser.on).to.equal(false);
    expect(microphone.stream).to.equal(undefined);
  });

  it('is turned off as it comes when the call was cancelled while the prompt was up', async () => {
    const {microphone, browser, events} = setUp();
    const prompt = browser.prompt();
    microphone.open(1);
    microphone.close();
    prompt.allow();
    await until(() => browser.streams.length);
    await until(() => !browser.on);
    expect(events).to.have.length(0);
    expect(microphone.stream).to.equal(undefined);
  });

  it('a request of the click’s own task is taken over: nothing is asked twice', async () => {
    const {microphone, browser, events} = setUp();
    const stream = silence();
    microphone.adopt(Promise.resolve(stream));
    microphone.open(1);
    await until(() => events.length);
    expect(microphone.stream).to.equal(stream);
    expect(browser.asked).to.have.length(0);
  });

  it('a request that was taken over and never needed is turned off as it is answered', async () => {
    const {microphone} = setUp();
    const stream = silence();
    microphone.adopt(Promise.resolve(stream));
    microphone.close();
    await until(() => !stream.active);
  });

  it('a new call gets a microphone of its own', async () => {
    const {microphone, browser, events} = setUp();
    microphone.open(1);
    await until(() => events.length === 1);
    microphone.close();
    microphone.open(2);
    await until(() => events.length === 2);
    expect(browser.streams).to.have.length(2);
    expect(microphone.stream).to.equal(browser.streams[1]);
    microphone.close();
    microphone.close();
    expect(browser.on).to.equal(false);
  });

  it('that is refused is reported with its cause, and asked for again the next time', async () => {
    const {microphone, browser, events} = setUp();
    browser.prompt().deny();
    microphone.open(1);
    await until(() => events.length);
    expect(events[0]).to.have.nested.property('failure.code', 'microphone-denied');
    expect(events[0]).to.have.nested.property('failure.cause.name', 'NotAllowedError');
    microphone.close();
    browser.prompt().allow();
    microphone.open(2);
    await until(() => events.length === 2);
    expect(events[1]).to.deep.equal({type: 'microphone-opened', attempt: 2});
    microphone.close();
  });

  it('no prompt is expected only where the browser says so, and looking asks for nothing', async () => {
    for (const [permission, granted] of [
      ['granted', true],
      ['prompt', false],
      ['denied', false],
    ] as const) {
      const {microphone, browser} = setUp(permission);
      expect(microphone.granted).to.equal(false);
      await microphone.look();
      expect(microphone.granted).to.equal(granted);
      expect(browser.asked).to.have.length(0);
    }
  });

  it('a browser that does not know the permission may prompt', async () => {
    const {microphone} = setUp();
    replace(navigator.permissions, 'query', () => Promise.reject(new TypeError('unknown')));
    await microphone.look();
    replace(navigator, 'permissions', undefined as never);
    await microphone.look();
    await settle();
    expect(microphone.granted).to.equal(false);
  });
});

describe('What the browser says when it gives no microphone', () => {
  const codes = {
    NotAllowedError: 'microphone-denied',
    NotFoundError: 'microphone-missing',
    OverconstrainedError: 'microphone-missing',
    NotReadableError: 'microphone-busy',
    AbortError: 'microphone-busy',
    SecurityError: 'microphone-blocked',
    TypeError: 'microphone-blocked',
  };
  for (const [name, code] of Object.entries(codes)) {
    it(`${name}: ${code}`, () => expect(microphoneFailure(new DOMException('', name))).to.equal(code));
  }

  it('anything else: microphone-blocked', () => {
    for (const cause of [undefined, null, 'NotAllowedError', {name: 'NotAllowedError'}, new TypeError()]) {
      expect(microphoneFailure(cause)).to.equal('microphone-blocked');
    }
  });
});
