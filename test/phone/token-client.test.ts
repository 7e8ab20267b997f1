import {expect} from '@open-wc/testing';
import type {CallConfig} from '../../src/call-config.js';
import {TokenClient} from '../../src/phone/token-client.js';
import type {CallEvent} from '../../src/session/state.js';
import {FakeTime} from '../fakes/time.js';
import {json, jwt, noNetwork, plain, TokenEndpoint, tokenUrl} from '../fakes/token-endpoint.js';
import {settle} from '../fakes/until.js';

const now = () => Math.floor(Date.now() / 1000);

function setUp() {
  const events: CallEvent[] = [];
  const config: {-readonly [K in keyof CallConfig]?: CallConfig[K]} = {tokenUrl, destination: '+123'};
  const client = new TokenClient(
    () => config as CallConfig,
    (event) => events.push(event),
  );
  return {client, config, events, endpoint: new TokenEndpoint(), time: new FakeTime()};
}

describe('Login tokens for a button', () => {
  it('are reported when they have come, and stay inside', async () => {
    const {client, events, endpoint, time} = setUp();
    client.get(1);
    await time.pass(0);
    expect(events).to.deep.equal([{type: 'token-received', attempt: 1}]);
    expect(client.answer?.token).to.equal(jwt('visitor'));
    expect(endpoint.requests).to.have.length(1);
  });

  it('without a token URL there is nothing to ask', async () => {
    const {client, config, events, endpoint, time} = setUp();
    delete config.tokenUrl;
    client.get(1);
    await time.pass(0);
    expect(events).to.deep.equal([{type: 'failed', attempt: 1, failure: {code: 'not-configured'}}]);
    expect(endpoint.requests).to.have.length(0);
  });

  it('are asked for once, however many ask at the same time', async () => {
    const {client, endpoint, time} = setUp();
    const [one, other] = [client.fetch(), client.fetch()];
    client.get(1);
    await time.pass(0);
    expect(await one).to.equal(await other);
    expect(endpoint.requests).to.have.length(1);
  });

  it('are used again until a minute before they expire', async () => {
    const {client, endpoint, time} = setUp();
    endpoint.answer = json({token: jwt('visitor', now() + 3_600)});
    await client.fetch();
    await time.pass(3_530_000);
    await client.fetch();
    expect(endpoint.requests).to.have.length(1);
    await time.pass(20_000);
    await client.fetch();
    expect(endpoint.requests).to.have.length(2);
  });

  it('are used again for a minute where nobody knows when they expire', async () => {
    const {client, endpoint, time} = setUp();
    await client.fetch();
    await time.pass(59_000);
    await client.fetch();
    expect(endpoint.requests).to.have.length(1);
    await time.pass(2_000);
    await client.fetch();
    expect(endpoint.requests).to.have.length(2);
  });

  it('a renewal says whose the last one was, to the endpoint that has said so and to no other', async () => {
    const {client, config, endpoint} = setUp();
    endpoint.answer = json({token: jwt('visitor'), renewal: 'visitor.signed'});
    await client.fetch();
    await client.renew();
    config.destination = '+456';
    await client.renew();
    const said = endpoint.requests.map(({body}) => (body as {renewal?: string}).renewal);
    expect(said).to.deep.equal([undefined, 'visitor.signed', undefined]);
  });

  it('a new configuration gets a new token, also while the old one is on its way', async () => {
    const {client, config, endpoint} = setUp();
    endpoint.first.push(json({token: 'a.b.first'}), json({token: 'a.b.second'}));
    const first = client.fetch();
    config.destination = '+456';
    expect((await client.fetch()).token).to.equal('a.b.second');
    expect((await first).token).to.equal('a.b.first');
    expect(endpoint.requests.map(({body}) => body.destination)).to.deep.equal(['+123', '+456']);
  });

  it('an old configuration’s late answer does not take the place of the new one’s', async () => {
    const {client, config, endpoint} = setUp();
    let answerLate!: (response: Response) => void;
    endpoint.first.push(() => new Promise((resolve) => (answerLate = resolve)), json({token: 'a.b.new'}));
    const old = client.fetch();
    config.destination = '+456';
    await client.fetch();
    answerLate(Response.json({token: 'a.b.old'}));
    await old;
    expect(client.answer?.token).to.equal('a.b.new');
    await client.fetch();
    expect(endpoint.requests).to.have.length(2);
  });

  it('a request that the click has started is taken over', async () => {
    const {client, endpoint} = setUp();
    const early = Promise.resolve(Response.json({token: 'a.b.early'}));
    expect((await client.fetch(early)).token).to.equal('a.b.early');
    expect(endpoint.requests).to.have.length(0);
  });

  it('a taken over request that fails is tried again', async () => {
    const {client, endpoint, time} = setUp();
    const answer = client.fetch(Promise.reject(new TypeError('Failed to fetch')));
    await time.pass(2_000);
    expect((await answer).token).to.equal(jwt('visitor'));
    expect(endpoint.requests).to.have.length(1);
  });
});

describe('A token endpoint in trouble', () => {
  for (const [name, trouble] of Object.entries({
    'a server error': plain('', {status: 502}),
    'no network': noNetwork,
  })) {
    it(`${name} is tried again twice, later each time, and can be mended`, async () => {
      const {client, events, endpoint, time} = setUp();
      endpoint.first.push(trouble, trouble);
      client.get(1);
      await settle();
      expect(time.wait).to.be.within(300, 600);
      await time.pass(600);
      expect(endpoint.requests).to.have.length(2);
      expect(time.wait).to.be.within(1, 1_800);
      await time.pass(1_800);
      expect(endpoint.requests).to.have.length(3);
      expect(events).to.deep.equal([{type: 'token-received', attempt: 1}]);
      expect(time.running).to.equal(0);
    });

    it(`${name} that lasts is told after the third try`, async () => {
      const {client, events, endpoint, time} = setUp();
      endpoint.answer = trouble;
      client.get(1);
      await time.pass(10_000);
      expect(endpoint.requests).to.have.length(3);
      expect(events).to.have.length(1);
      expect(events[0]).to.have.nested.property('failure.code', 'token-unavailable');
    });
  }

  const final = {
    'token-refused': plain('', {status: 403}),
    'token-busy': plain('', {status: 503, headers: {'retry-after': '40'}}),
    'token-invalid': plain('<!doctype html><title>Log in</title>'),
  };
  for (const [code, answer] of Object.entries(final)) {
    it(`${code} is told at once and not tried again`, async () => {
      const {client, events, endpoint, time} = setUp();
      endpoint.answer = answer;
      client.get(1);
      await time.pass(10_000);
      expect(endpoint.requests).to.have.length(1);
      expect(events[0]).to.have.nested.property('failure.code', code);
      if (code === 'token-busy') expect(events[0]).to.have.nested.property('failure.retryAfter', 40);
    });
  }

  it('the next attempt asks again after a failure', async () => {
    const {client, events, endpoint, time} = setUp();
    endpoint.first.push(plain('', {status: 403}));
    client.get(1);
    await time.pass(0);
    client.get(2);
    await time.pass(0);
    expect(events.map(({type}) => type)).to.deep.equal(['failed', 'token-received']);
  });
});
