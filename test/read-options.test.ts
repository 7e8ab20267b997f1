import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import type {Settings} from '../src/call-config.js';
import {readConfig} from '../src/read-config.js';
import {readOptions} from '../src/read-options.js';

function read(given: unknown) {
  const said: string[] = [];
  const kept = readOptions('clientOptions', given, (message) => said.push(message));
  return {kept, said};
}

function config(set: Settings, asks?: boolean) {
  const said: string[] = [];
  return {config: readConfig(set, 'https://shop.example/', (message) => said.push(message), asks), said};
}

/** What the SDK can use, and what it can't. */
const VALUES: Record<string, {good: unknown[]; bad: unknown[]}> = {
  debug: {good: [true, false], bad: ['true', 1, {}]},
  maxReconnectAttempts: {good: [0, 10], bad: ['10', NaN, Infinity, -1]},
  env: {good: ['development'], bad: [1, []]},
  region: {good: ['eu', 'us-west', 'moon'], bad: ['', 'a b', 'eu.example/', 1]},
  host: {
    good: ['wss://gateway.example', 'ws://127.0.0.1:9', 'gateway.example:9'],
    bad: ['', 'wss://', 'a b', 9],
  },
  iceServers: {
    good: [
      [],
      [{urls: 'stun:stun.example:3478'}],
      [{urls: ['turns:turn.example:443?transport=tcp'], username: 'jo', credential: 'x'}],
    ],
    bad: [
      {},
      'stun:stun.example',
      [{}],
      [{urls: []}],
      [{urls: 'http://stun.example'}],
      [{urls: 'turn:turn.example'}],
      [null],
    ],
  },
  customHeaders: {
    good: [[], [{name: 'X-A', value: 'b'}]],
    bad: [{}, 'X-A: b', [{name: 'X A', value: 'b'}], [{name: 'X-A', value: 'b\r\nX-B: c'}], [null]],
  },
  preferred_codecs: {good: [[], [{mimeType: 'audio/opus'}]], bad: ['opus', ['opus'], [{}]]},
  callRecordingTracks: {good: [['local'], ['local', 'remote']], bad: ['local', ['video']]},
  mediaPermissionsRecovery: {
    good: [{}, {enabled: false}, {timeout: 5, onSuccess: () => 0, onError: () => 0}],
    bad: [true, [], {timeout: '5'}, {onError: 'tell'}],
  },
  userVariables: {good: [{}, {a: 1}], bad: ['a', [], {a: 1n}]},
  optionOfALaterRelease: {good: [1, 'a', {}, () => 0], bad: [1n]},
};

describe('Options of the SDK by its own names', () => {
  for (const [option, {good, bad}] of Object.entries(VALUES)) {
    it(`${option} is kept as it should be, and complained about as it should not`, () => {
      for (const value of good) {
        const {kept, said} = read({[option]: value});
        expect(kept?.[option] === value, String(value)).to.equal(true);
        expect(said).to.deep.equal([]);
      }
      for (const value of bad) {
        const {kept, said} = read({[option]: value});
        expect(kept).to.deep.equal({});
        expect(said, String(value)).to.deep.equal([`clientOptions.${option} can’t be used and is ignored.`]);
      }
    });
  }

  const OWN = {
    login_token: 'token-url',
    login: 'credentials',
    password: 'credentials',
    passwd: 'credentials',
    token: 'token-url',
    anonymous_login: 'ai-assistant-id',
    ringtoneFile: 'ringtone-src',
    ringbackFile: 'ringback-src',
    audio: 'audioConstraints',
    micId: 'setMicrophone()',
    speakerId: 'setSpeaker()',
    onNotification: 'events',
    id: 'for itself',
    localStream: 'for itself',
    remoteStream: 'for itself',
    localElement: 'for itself',
    remoteElement: 'for itself',
    video: 'for itself',
    camId: 'for itself',
    screenShare: 'for itself',
    attach: 'for itself',
  };
  for (const [option, hint] of Object.entries(OWN)) {
    it(`${option} is the button’s: left out, with a word on what to do instead`, () => {
      const {kept, said} = read({[option]: 'anything', debug: true});
      expect(kept).to.deep.equal({debug: true});
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(`clientOptions.${option} is ignored`).and.to.contain(hint);
    });
  }

  it('that are nothing are not there, and nobody complains', () => {
    expect(read(undefined)).to.deep.equal({kept: undefined, said: []});
    expect(read(null)).to.deep.equal({kept: undefined, said: []});
    expect(read({region: undefined, id: undefined, debug: null})).to.deep.equal({kept: {}, said: []});
  });

  it('that can’t be looked at are complained about as a whole', () => {
    const circle: Record<string, unknown> = {};
    circle['round'] = circle;
    const trap = Object.defineProperty({}, 'debug', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    for (const nonsense of ['debug', 7, true, [], () => 0, trap]) {
      const {kept, said} = read(nonsense);
      expect(kept).to.deep.equal({});
      expect(said).to.deep.equal(['the property clientOptions can’t be used and is ignored.']);
    }
    expect(read({userVariables: circle})).to.deep.equal({
      kept: {},
      said: ['clientOptions.userVariables can’t be used and is ignored.'],
    });
  });

  it('record nobody who is not asked', () => {
    const clientOptions = {enableCallRecording: true, callRecordingSampleRate: 16_000};
    const silent = config({clientOptions});
    expect(silent.config.clientOptions).to.deep.equal({callRecordingSampleRate: 16_000});
    expect(silent.said).to.have.length(1);
    expect(silent.said[0]).to.contain('enableCallRecording').and.to.contain('consent');
    for (const asked of [config({clientOptions, consent: 'We record.'}), config({clientOptions}, true)]) {
      expect(asked.config.clientOptions).to.deep.equal(clientOptions);
      expect(asked.said).to.deep.equal([]);
    }
    expect(config({clientOptions: {enableCallRecording: false}}).said).to.deep.equal([]);
  });
});

describe('Settings that belong together', () => {
  const ONLY_ONE = ['rtc-ip and rtc-port count together only: set both.'];
  const RELAY = ['force-relay sends all sound through a TURN server: 20 to 80 ms more each way.'];
  const cases: Array<[string, Settings, string[]]> = [
    ['an address without a port', {rtcIp: '192.0.2.1'}, ONLY_ONE],
    ['a port without an address', {rtcPort: '5060'}, ONLY_ONE],
    ['one of them as an option', {clientOptions: {rtcIp: '192.0.2.1'}}, ONLY_ONE],
    ['both', {rtcIp: '192.0.2.1', rtcPort: '5060'}, []],
    ['both, each in its way', {rtcIp: '192.0.2.1', clientOptions: {rtcPort: 5060}}, []],
    ['a forced relay', {forceRelay: true}, RELAY],
    ['one by the client’s option', {clientOptions: {forceRelayCandidate: true}}, RELAY],
    ['one by the call’s option', {callOptions: {forceRelayCandidate: true}}, RELAY],
    ['one that is taken back', {forceRelay: true, callOptions: {forceRelayCandidate: false}}, []],
  ];
  for (const [what, set, wanted] of cases)
    it(what, () => {
      expect(config(set).said).to.deep.equal(wanted);
    });
});

describe('Credentials', () => {
  it('are read alone, and warned of', () => {
    const given = {login: 'jo', password: 'x', region: 'eu'};
    const {config: read, said} = config({credentials: given});
    expect(read.credentials).to.deep.equal({login: 'jo', password: 'x'});
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('development only').and.not.to.contain('jo');
  });

  for (const credentials of [{}, {login: 'jo'}, {login: '', password: 'x'}, {login: 1, password: 2}, 'jo:x'])
    it(`${JSON.stringify(credentials)} are none`, () => {
      const {config: read, said} = config({credentials} as Settings);
      expect(read.credentials).to.equal(undefined);
      expect(said).to.deep.equal(['the property credentials can’t be used and is ignored.']);
    });
});

describe('An AI assistant', () => {
  it('has a version, and parameters with the conversation among them', () => {
    const {config: read} = config({
      aiAssistantId: 'assistant-1',
      aiAssistantVersionId: 'v2',
      conversationId: 'c-3',
      targetParams: {plan: 'gold', conversation_id: 'other'},
    });
    expect(read.assistant).to.deep.equal({
      id: 'assistant-1',
      versionId: 'v2',
      params: {plan: 'gold', conversation_id: 'c-3'},
    });
  });

  it('needs neither, and is none without an id', () => {
    expect(config({aiAssistantId: ' a '}).config.assistant).to.deep.equal({
      id: 'a',
      versionId: undefined,
      params: undefined,
    });
    expect(config({conversationId: 'c-3', targetParams: {plan: 'gold'}}).config.assistant).to.equal(
      undefined,
    );
  });

  it('is not told what can’t be sent', () => {
    const {config: read, said} = config({aiAssistantId: 'a', targetParams: {size: 1n}});
    expect(read.assistant?.params).to.equal(undefined);
    expect(said).to.deep.equal(['the property targetParams can’t be used and is ignored.']);
  });
});

describe('Attributes of the SDK', () => {
  const good: Array<[Settings, object]> = [
    [{region: ' eu '}, {region: 'eu'}],
    [{region: 'some-where'}, {region: 'some-where'}],
    [{env: 'development'}, {env: 'development'}],
    [
      {rtcPort: '5060', rtcIp: '192.0.2.1'},
      {rtcPort: 5060, rtcIp: '192.0.2.1'},
    ],
    [{maxReconnectAttempts: '0'}, {maxReconnectAttempts: 0}],
    [{callReportInterval: '1000'}, {callReportInterval: 1000}],
    [{mediaRecoveryTimeout: '0'}, {mediaRecoveryTimeout: 0}],
    [{debugOutput: 'file'}, {debugOutput: 'file'}],
    [{noKeepConnectionAlive: true}, {keepConnectionAlive: false}],
    [{noCallReports: true}, {callReports: false}],
    [{customHeaders: '[]'}, {customHeaders: []}],
  ];
  for (const [set, wanted] of good)
    it(`${JSON.stringify(set)} are fine`, () => {
      const {config: read, said} = config(set);
      expect(read).to.deep.include(wanted);
      expect(said).to.deep.equal([]);
    });

  const bad: Array<[Settings, string]> = [
    [{region: 'a b'}, 'region="a b"'],
    [{env: 'test'} as unknown as Settings, 'env="test"'],
    [{rtcIp: '192.0.2.1', rtcPort: '70000', clientOptions: {rtcPort: 1}}, 'rtc-port="70000"'],
    [{maxReconnectAttempts: '-1'}, 'max-reconnect-attempts="-1"'],
    [{maxReconnectAttempts: '1.5'}, 'max-reconnect-attempts="1.5"'],
    [{callReportInterval: 'often'}, 'call-report-interval="often"'],
    [{mediaRecoveryTimeout: '1e9'}, 'media-recovery-timeout="1e9"'],
    [{debugOutput: 'console'} as unknown as Settings, 'debug-output="console"'],
    [{customHeaders: 'X-A: b'}, 'custom-headers="X-A: b"'],
    [{customHeaders: '[{"name": "X-A"}]'}, 'custom-headers='],
    [{ringtoneSrc: 'javascript:alert(1)'}, 'ringtone-src='],
    [{iceServers: [{urls: 'turn:turn.example'}]}, 'iceServers'],
    [{audioConstraints: 'loud'} as unknown as Settings, 'audioConstraints'],
    [{getToken: 'token'} as unknown as Settings, 'getToken'],
  ];
  for (const [set, words] of bad)
    it(`${JSON.stringify(set)}: the default, and one complaint`, () => {
      const {config: read, said} = config(set);
      const plain = config({}).config;
      for (const name of Object.keys(set).filter((name) => !/rtcIp|clientOptions/.test(name)))
        expect(read[name as keyof typeof read]).to.deep.equal(plain[name as keyof typeof plain]);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(words);
    });
});

describe('Whatever code sets', () => {
  /** What a page may have put into any property by mistake. */
  const anything = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
    }),
    fc.constantFrom(
      Symbol('s'),
      () => 0,
      Object.create(null) as object,
      new Proxy({}, {ownKeys: () => [1 as never]}),
    ),
  );
  const names = [...Object.keys(VALUES), 'login', 'id', 'audio', '__proto__', 'toString'];

  it('never throws, comes frozen, and is complained about once', () => {
    const settings = fc.dictionary(
      fc.constantFrom(
        ...([
          'clientOptions',
          'callOptions',
          'iceServers',
          'targetParams',
          'credentials',
          'getToken',
        ] as const),
        ...([
          'loginToken',
          'audioConstraints',
          'region',
          'env',
          'rtcPort',
          'customHeaders',
          'consent',
        ] as const),
        ...(['tokenUrl', 'preferredCodecs', 'aiAssistantId', 'destination', 'maxReconnectAttempts'] as const),
      ),
      fc.oneof(anything, fc.dictionary(fc.constantFrom(...names), anything)),
    );
    fc.assert(
      fc.property(settings, (set) => {
        const {config: read, said} = config(set as Settings);
        expect(Object.isFrozen(read)).to.equal(true);
        expect(Object.isFrozen(read.clientOptions ?? Object.freeze({}))).to.equal(true);
        expect(new Set(said).size).to.equal(said.length);
        // The SDK sends these.
        JSON.stringify([read.clientOptions, read.callOptions, read.iceServers, read.assistant]);
      }),
      {numRuns: 1_000},
    );
  });
});
