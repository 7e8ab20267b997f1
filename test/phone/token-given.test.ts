import {expect} from '@open-wc/testing';
import type {GetToken, Settings} from '../../src/call-config.js';
import {TokenClient} from '../../src/phone/token-client.js';
import {LOADED_WITHIN_MS} from '../../src/phone/in-time.js';
import {givenToken, isRenewable} from '../../src/phone/token-given.js';
import {readConfig} from '../../src/read-config.js';
import type {CallEvent} from '../../src/session/state.js';
import {FakeTime} from '../fakes/time.js';
import {jwt, TokenEndpoint, tokenUrl} from '../fakes/token-endpoint.js';

const read = (set: Settings) => readConfig(set, 'https://shop.example/', () => undefined);
const credentials = {login: 'jo', password: 'x'};

describe('What a page gives for the login', () => {
  const rows: Array<[string, Settings, object | undefined]> = [
    ['nothing', {}, undefined],
    ['an address to ask', {tokenUrl}, undefined],
    ['a token', {loginToken: 'a.b.c'}, {token: 'a.b.c'}],
    ['what is no token', {loginToken: 'key 0123'}, {code: 'token-invalid'}],
    ['an address and a token: the address counts', {tokenUrl, loginToken: 'a.b.c'}, undefined],
    ['a password: no token', {credentials}, {token: ''}],
    [
      'an assistant: no token, whatever else there is',
      {aiAssistantId: 'a', tokenUrl, credentials},
      {token: ''},
    ],
    ['a function', {getToken: async () => 'a.b.c', tokenUrl}, {token: 'a.b.c'}],
    [
      'a function with more to say',
      {getToken: async () => ({token: 'a.b.c', destination: '+1'})},
      {token: 'a.b.c', destination: '+1'},
    ],
    [
      'one that gives nothing',
      {getToken: (async () => undefined) as unknown as GetToken},
      {code: 'token-invalid'},
    ],
    [
      'one that gives nonsense',
      {getToken: (async () => ({token: 7})) as unknown as GetToken},
      {code: 'token-invalid'},
    ],
    ['one that rejects', {getToken: () => Promise.reject(new Error('no'))}, {code: 'token-unavailable'}],
    [
      'one that gives what can’t be written',
      {getToken: (async () => ({size: 1n})) as unknown as GetToken},
      {code: 'token-unavailable'},
    ],
  ];
  for (const [what, set, wanted] of rows)
    it(what, async () => {
      const given = await givenToken(read(set));
      if (wanted) expect(given).to.include(wanted);
      else expect(given).to.equal(undefined);
    });

  it('a function that throws does not reject', async () => {
    const getToken = () => {
      throw new Error('no');
    };
    expect(await givenToken(read({getToken}))).to.include({code: 'token-unavailable'});
  });

  it('a function that never answers is given up', async () => {
    const time = new FakeTime();
    let given: unknown;
    void givenToken(read({getToken: () => new Promise(() => undefined)})).then((got) => (given = got));
    await time.pass(LOADED_WITHIN_MS);
    expect(given).to.include({code: 'token-unavailable'});
    expect(time.running).to.equal(0);
  });

  it('can be had anew where there is somebody to ask', () => {
    const getToken = async () => 'a.b.c';
    expect([{tokenUrl}, {getToken}, {tokenUrl, loginToken: 'a.b.c'}].map(read).every(isRenewable)).to.equal(
      true,
    );
    expect(
      [{loginToken: 'a.b.c'}, {credentials}, {aiAssistantId: 'a', tokenUrl}, {}].map(read).some(isRenewable),
    ).to.equal(false);
  });
});

describe('Tokens of the page’s own function', () => {
  function setUp(set: Settings) {
    const events: CallEvent[] = [];
    const state = {set};
    const client = new TokenClient(
      () => read(state.set),
      (event) => events.push(event),
    );
    return {client, events, state, endpoint: new TokenEndpoint(), time: new FakeTime()};
  }

  it('are renewed when they have expired, and no endpoint is asked', async () => {
    let asked = 0;
    const expiresAt = () => Date.now() + 3_600_000;
    const getToken = async () => ({token: jwt(`visitor-${++asked}`), expiresAt: expiresAt()});
    const {client, endpoint, time} = setUp({getToken, tokenUrl});
    await client.fetch();
    await time.pass(3_530_000);
    await client.fetch();
    expect(asked).to.equal(1);
    await time.pass(20_000);
    expect((await client.fetch()).token).to.equal(jwt('visitor-2'));
    expect(endpoint.requests).to.have.length(0);
  });

  it('are another function’s once it is set', async () => {
    const {client, state} = setUp({getToken: async () => 'a.b.one'});
    expect((await client.fetch()).token).to.equal('a.b.one');
    state.set = {getToken: async () => 'a.b.two'};
    expect((await client.fetch()).token).to.equal('a.b.two');
  });

  it('that don’t come are reported once, and asked for no second time', async () => {
    let asked = 0;
    const getToken = () => (asked++, Promise.reject(new Error('no')));
    const {client, events, time} = setUp({getToken});
    client.get(1);
    await time.pass(0);
    expect(events.map(({type}) => type)).to.deep.equal(['failed']);
    expect(asked).to.equal(1);
  });
});
