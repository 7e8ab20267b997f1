import {expect} from '@open-wc/testing';
import * as early from '../../src/phone/early.js';
import {BrowserMicrophone, PROMPT_SEEN_WITHIN_MS} from '../../src/phone/microphone.js';
import type {CallEvent} from '../../src/session/state.js';
import {FakeMicrophone, silence} from '../fakes/microphone.js';
import {replace} from '../fakes/replace.js';
import {FakeTime} from '../fakes/time.js';
import {settle, until} from '../fakes/until.js';

function setUp(permission?: PermissionState) {
  const events: CallEvent[] = [];
  return {
    events,
    browser: new FakeMicrophone(permission),
    microphone: new BrowserMicrophone(
      () => undefined,
      (event) => events.push(event),
    ),
  };
}

describe('The microphone', () => {
  it('is reported when it is open, and off when it is closed', async () => {
    const {microphone, browser, events} = setUp();
    microphone.open(1);
    await until(() => events.length);
    expect(events).to.deep.equal([{type: 'microphone-opened', attempt: 1}]);
    expect(microphone.lend()?.active).to.equal(true);
    expect(browser.on).to.equal(true);
    microphone.close();
    expect(browser.on).to.equal(false);
    expect(microphone.lend()).to.equal(undefined);
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
    expect(microphone.lend()).to.equal(undefined);
  });

  it('a request of the click’s own task is taken over: nothing is asked twice', async () => {
    const {microphone, browser, events} = setUp();
    const stream = silence();
    microphone.adopt(Promise.resolve(stream));
    microphone.open(1);
    await until(() => events.length);
    expect(stream.active).to.equal(true);
    microphone.close();
    expect(stream.active).to.equal(false);
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
    expect(browser.streams[0]?.active).to.equal(false);
    expect(browser.streams[1]?.active).to.equal(true);
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

const codes = (events: CallEvent[]) =>
  events.map((event) => (event.type === 'obstacle' ? event.failure.code : event.type));

describe('The microphone for the SDK', () => {
  it('is a copy for each call object: one that is stopped leaves the others, and the last is stopped', async () => {
    const {microphone, browser, events} = setUp();
    microphone.open(1);
    await until(() => events.length);
    const first = microphone.lend()!;
    first.getTracks().forEach((track) => track.stop());
    const second = microphone.lend()!;
    expect(second.active).to.equal(true);
    const third = microphone.lend()!;
    expect(second.active).to.equal(false);
    expect(third.active).to.equal(true);
    expect(browser.asked).to.have.length(1);
    microphone.close();
    expect(third.active).to.equal(false);
    expect(browser.on).to.equal(false);
  });

  it('is none before it is open', () => {
    expect(setUp().microphone.lend()).to.equal(undefined);
  });
});

describe('A prompt that stays open', () => {
  for (const [permission, code] of [
    ['prompt', 'microphone-prompt'],
    ['granted', 'microphone-busy'],
  ] as const) {
    it(`is told after a while (${permission}: ${code}), and can still be answered`, async () => {
      const time = new FakeTime();
      const {microphone, browser, events} = setUp(permission);
      await microphone.look();
      const {allow} = browser.prompt();
      microphone.open(1);
      await time.pass(PROMPT_SEEN_WITHIN_MS - 1);
      expect(events).to.deep.equal([]);
      await time.pass(1);
      expect(events).to.deep.equal([{type: 'obstacle', attempt: 1, failure: {code}, asking: true}]);
      allow();
      await time.pass(0);
      expect(events[1]).to.deep.equal({type: 'microphone-opened', attempt: 1});
      microphone.close();
      expect(time.running).to.equal(0);
    });
  }
});

describe('A microphone that is not there yet', () => {
  it('is asked for once the visitor has allowed it in the browser’s settings', async () => {
    const {microphone, browser, events} = setUp();
    await microphone.look();
    browser.prompt().deny();
    microphone.open(1);
    await until(() => events.length);
    browser.decide('prompt');
    expect(browser.asked).to.have.length(1);
    browser.give();
    browser.decide('granted');
    await until(() => events.length === 2);
    expect(codes(events)).to.deep.equal(['microphone-denied', 'microphone-opened']);
    microphone.close();
  });

  it('is asked for once a device is plugged in', async () => {
    const {microphone, browser, events} = setUp();
    browser.refuse('NotFoundError');
    microphone.open(1);
    await until(() => events.length);
    browser.give();
    browser.changeDevices();
    await until(() => events.length === 2);
    expect(codes(events)).to.deep.equal(['microphone-missing', 'microphone-opened']);
    browser.changeDevices();
    expect(browser.asked).to.have.length(2);
    microphone.close();
  });

  it('is not asked for when a device changes but the visitor has denied it', async () => {
    const {microphone, browser, events} = setUp();
    browser.prompt().deny();
    microphone.open(1);
    await until(() => events.length);
    browser.changeDevices();
    window.dispatchEvent(new Event('focus'));
    expect(browser.asked).to.have.length(1);
    microphone.close();
  });

  it('is not waited for any more once it is closed', async () => {
    const {microphone, browser, events} = setUp();
    await microphone.look();
    browser.refuse('NotFoundError');
    microphone.open(1);
    await until(() => events.length);
    microphone.close();
    browser.changeDevices();
    browser.decide('granted');
    window.dispatchEvent(new Event('focus'));
    expect(browser.asked).to.have.length(1);
  });
});

describe('A microphone that the browser ends', () => {
  const lose = async (permission: PermissionState) => {
    const all = setUp('granted');
    all.microphone.open(1);
    await until(() => all.events.length);
    all.browser.decide(permission);
    return all;
  };

  it('was turned off by the visitor: it is told, and comes back with the permission', async () => {
    const {microphone, browser, events} = await lose('prompt');
    browser.end();
    await until(() => events.length === 2);
    browser.decide('granted');
    await until(() => events.length === 3);
    expect(codes(events)).to.deep.equal(['microphone-opened', 'microphone-revoked', 'microphone-opened']);
    microphone.close();
  });

  it('was unplugged: another one is taken without a word', async () => {
    const {microphone, browser, events} = await lose('granted');
    browser.end();
    await until(() => events.length === 2);
    expect(codes(events)).to.deep.equal(['microphone-opened', 'microphone-opened']);
    microphone.close();
    expect(browser.on).to.equal(false);
  });

  it('was unplugged and there is no other: it is told, and taken when it is plugged in again', async () => {
    const {microphone, browser, events} = await lose('granted');
    browser.refuse('NotFoundError');
    browser.end();
    await until(() => events.length === 2);
    browser.give();
    browser.changeDevices();
    await until(() => events.length === 3);
    expect(codes(events)).to.deep.equal(['microphone-opened', 'microphone-unplugged', 'microphone-opened']);
    microphone.close();
  });

  it('is not asked for again when the call ends while the permission is looked at', async () => {
    const {microphone, browser, events} = await lose('granted');
    browser.end();
    microphone.close();
    await settle();
    expect(events).to.have.length(1);
    expect(browser.asked).to.have.length(1);
    expect(browser.on).to.equal(false);
  });

  it('after the call means nothing', async () => {
    const {microphone, browser, events} = await lose('granted');
    microphone.close();
    browser.streams[0]?.getTracks().forEach((track) => track.dispatchEvent(new Event('ended')));
    await settle();
    expect(events).to.have.length(1);
    expect(browser.asked).to.have.length(1);
  });
});

describe('The page’s own constraints', () => {
  const own = {sampleRate: {exact: 1}};
  const {AUDIO} = early;

  function setUpOwn() {
    const said: string[] = [];
    const events: CallEvent[] = [];
    const browser = new FakeMicrophone();
    const microphone = new BrowserMicrophone(
      () => own,
      (event) => events.push(event),
      (message) => said.push(message),
    );
    const fussy = (name: string) => {
      browser.answer = (asked) =>
        'sampleRate' in (asked?.audio as object)
          ? Promise.reject(Object.assign(new Error(), {name}))
          : Promise.resolve(silence());
    };
    return {said, events, browser, microphone, fussy};
  }

  it('are asked for over the usual ones', async () => {
    const {browser, microphone, said} = setUpOwn();
    microphone.open(1);
    await settle();
    expect(browser.asked).to.deep.equal([{audio: {...AUDIO, ...own}}]);
    expect(said).to.deep.equal([]);
    microphone.close();
  });

  for (const name of ['OverconstrainedError', 'TypeError'])
    for (const taken of [false, true])
      it(`are left out when they can’t be met (${name})${taken ? ', in a request that was taken over, too' : ''}`, async () => {
        const {browser, microphone, events, said, fussy} = setUpOwn();
        fussy(name);
        if (taken) microphone.adopt(early.requestMicrophone(own));
        microphone.open(1);
        await settle();
        expect(browser.asked).to.deep.equal([{audio: {...AUDIO, ...own}}, {audio: AUDIO}]);
        expect(events).to.deep.equal([{type: 'microphone-opened', attempt: 1}]);
        expect(said).to.have.length(1);
        microphone.close();
        expect(browser.on).to.equal(false);
      });

  it('are not to blame for a microphone that is denied', async () => {
    const {browser, microphone, events, said} = setUpOwn();
    browser.refuse('NotAllowedError');
    microphone.open(1);
    await settle();
    expect(browser.asked).to.have.length(1);
    expect(events.map(({type}) => type)).to.deep.equal(['obstacle']);
    expect(said).to.deep.equal([]);
    microphone.close();
  });
});
