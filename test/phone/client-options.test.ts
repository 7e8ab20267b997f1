import {expect} from '@open-wc/testing';
import type {Settings} from '../../src/call-config.js';
import {readConfig} from '../../src/read-config.js';
import {clientOptions} from '../../src/phone/client-options.js';
import {lineKey} from '../../src/phone/line-key.js';
import {replace} from '../fakes/replace.js';

const read = (set: Settings) => readConfig(set, 'https://shop.example/', () => undefined);
const made = (set: Settings, token = 'a.b.c') => clientOptions(read(set), token);

/** What a client is made with that a page has set nothing for. */
const DEFAULTS = {
  login_token: 'a.b.c',
  keepConnectionAliveOnSocketClose: true,
  enableCallReports: true,
  mediaPermissionsRecovery: {enabled: true, timeout: 20_000},
};

describe('The options of a client', () => {
  it('are few where a page has set nothing: the SDK’s own defaults count', () => {
    expect(made({})).to.deep.equal(DEFAULTS);
  });

  const rows: Array<[Settings, object]> = [
    [{region: 'eu'}, {region: 'eu'}],
    [{env: 'development'}, {env: 'development'}],
    [{signalingUrl: 'ws://127.0.0.1:9'}, {host: 'ws://127.0.0.1:9/'}],
    [
      {rtcIp: '192.0.2.1', rtcPort: '5060'},
      {rtcIp: '192.0.2.1', rtcPort: 5060},
    ],
    [{canary: true}, {useCanaryRtcServer: true}],
    [{skipLastVoiceSdkId: true}, {skipLastVoiceSdkId: true}],
    [{noKeepConnectionAlive: true}, {keepConnectionAliveOnSocketClose: false}],
    [{maxReconnectAttempts: '0'}, {maxReconnectAttempts: 0}],
    [{forceRelay: true}, {forceRelayCandidate: true}],
    [{trickleIce: true}, {trickleIce: true}],
    [{prefetchIce: true}, {prefetchIceCandidates: true}],
    [{defaultMuted: true}, {mutedMicOnStart: true}],
    [{noCallReports: true}, {enableCallReports: false}],
    [{callReportInterval: '2000'}, {callReportInterval: 2000}],
    [{debug: true}, {debug: true}],
    [{debugOutput: 'file'}, {debugOutput: 'file'}],
    [{mediaRecoveryTimeout: '5000'}, {mediaPermissionsRecovery: {enabled: true, timeout: 5000}}],
    [{iceServers: []}, {iceServers: []}],
    [{ringtoneSrc: 'ring.mp3', ringbackSrc: 'back.mp3'}, {}],
    [{clientOptions: {ringtoneFile: 'ring.mp3', region: 'eu'}, region: 'apac'}, {region: 'eu'}],
    [{clientOptions: {host: 'ws://other'}, signalingUrl: 'ws://one'}, {host: 'ws://other'}],
    [{clientOptions: {region: undefined}, region: 'apac'}, {region: 'apac'}],
    [{clientOptions: {enableCallReports: false}}, {enableCallReports: false}],
    [{clientOptions: {optionOfALaterRelease: 1}}, {optionOfALaterRelease: 1}],
  ];
  for (const [set, wanted] of rows)
    it(`are, of ${JSON.stringify(set)}, ${JSON.stringify(wanted)}`, () => {
      expect(made(set)).to.deep.equal({...DEFAULTS, ...wanted});
    });

  it('wait for no microphone where the page wants none', () => {
    for (const set of [
      {mediaRecoveryTimeout: '0'},
      {clientOptions: {mediaPermissionsRecovery: {enabled: false}}},
    ])
      expect(made(set)).not.to.have.property('mediaPermissionsRecovery');
  });

  it('tell the page of the microphone, and an exception there stays there', () => {
    const said: unknown[] = [];
    const logged: unknown[] = [];
    replace(console, 'error', (...words: unknown[]) => void logged.push(...words));
    const fault = new Error('the page’s own');
    const mediaPermissionsRecovery = {
      onSuccess: () => said.push('success'),
      onError: (error: Error) => {
        said.push(error.message);
        throw fault;
      },
    };
    const {mediaPermissionsRecovery: recovery} = made({clientOptions: {mediaPermissionsRecovery}});
    expect(recovery).to.include({enabled: true, timeout: 20_000});
    recovery?.onSuccess?.();
    recovery?.onError?.(new Error('none'));
    expect(said).to.deep.equal(['success', 'none']);
    expect(logged).to.include(fault);
  });
});

describe('The login', () => {
  const login = (set: Settings, token: string) => {
    const {login_token, login, password, anonymous_login} = made(set, token);
    return {login_token, login, password, anonymous_login};
  };
  const none = {login_token: undefined, login: undefined, password: undefined, anonymous_login: undefined};

  it('is the token', () => {
    const credentials = {login: 'jo', password: 'x'};
    expect(login({credentials}, 'a.b.c')).to.deep.equal({...none, login_token: 'a.b.c'});
  });

  it('is name and password where there is no token', () => {
    const credentials = {login: 'jo', password: 'x', region: 'eu'};
    expect(login({credentials}, '')).to.deep.equal({...none, login: 'jo', password: 'x'});
    expect(made({credentials}, '')).not.to.have.property('region');
  });

  it('is nobody’s with an AI assistant', () => {
    expect(login({aiAssistantId: 'a'}, '')).to.deep.equal({
      ...none,
      anonymous_login: {target_type: 'ai_assistant', target_id: 'a'},
    });
    const set = {aiAssistantId: 'a', aiAssistantVersionId: 'v', conversationId: 'c', targetParams: {plan: 1}};
    expect(login(set, '').anonymous_login).to.deep.equal({
      target_type: 'ai_assistant',
      target_id: 'a',
      target_version_id: 'v',
      target_params: {plan: 1, conversation_id: 'c'},
    });
  });

  it('can’t be changed by the page’s other options', () => {
    const clientOptions = {login_token: 'x', login: 'x', password: 'x', anonymous_login: {target_id: 'x'}};
    expect(login({clientOptions}, 'a.b.c')).to.deep.equal({...none, login_token: 'a.b.c'});
  });
});

describe('A line', () => {
  const key = (set: Settings) => lineKey(read(set));
  const tell = () => undefined;

  it('is shared by buttons with the same options, functions among them', () => {
    const set = () => ({region: 'eu', clientOptions: {mediaPermissionsRecovery: {onSuccess: tell}}});
    expect(key(set())).to.equal(key(set()));
    expect(key({})).to.equal(key({destination: '+123', ringbackSrc: 'ring.mp3'}));
  });

  it('is not shared by buttons with other ones', () => {
    const others = [
      {},
      {region: 'eu'},
      {iceServers: []},
      {aiAssistantId: 'a'},
      {clientOptions: {mediaPermissionsRecovery: {onSuccess: tell}}},
      {clientOptions: {mediaPermissionsRecovery: {onSuccess: () => undefined}}},
    ];
    const keys = others.map(key);
    expect(new Set(keys).size).to.equal(keys.length);
  });
});
