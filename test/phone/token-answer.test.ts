import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {readAnswer, refusal} from '../../src/phone/token-answer.js';
import {jwt} from '../fakes/token-endpoint.js';

const token = jwt('visitor');

describe('The answer of a token endpoint', () => {
  for (const field of ['token', 'login_token', 'data']) {
    it(`JSON with ${field}`, () => {
      expect(readAnswer(JSON.stringify({[field]: ` ${token} `}))?.token).to.equal(token);
    });
  }

  it('a bare token as text, with the line end of a shell script', () => {
    expect(readAnswer(`${token}\n`)?.token).to.equal(token);
  });

  it('a bare token as a JSON string', () => {
    expect(readAnswer(JSON.stringify(token))?.token).to.equal(token);
  });

  it('what it names of the call is read, and nothing else', () => {
    const fields = {destination: '+123', callerNumber: '+456', callerName: 'A Name'};
    expect(readAnswer(JSON.stringify({token, ...fields, other: 1}))).to.deep.equal({
      token,
      ...fields,
      expiresAt: undefined,
      renewal: undefined,
    });
  });

  it('fields of a wrong type or without text count as not there', () => {
    const fields = {destination: 123, callerNumber: ' ', callerName: null, expiresAt: {}};
    expect(readAnswer(JSON.stringify({token, ...fields}))).to.deep.equal({
      token,
      destination: undefined,
      callerNumber: undefined,
      callerName: undefined,
      expiresAt: undefined,
      renewal: undefined,
    });
  });

  const useless = {
    'an empty body': '',
    'an error page': '<!doctype html><title>Log in</title>',
    'some text': 'Not Found',
    'JSON without a token': '{"ok": true}',
    'an empty token': '{"token": ""}',
    'a token of a wrong type': '{"token": 7}',
    'a token with white space': '{"token": "two words"}',
    'nested data': '{"data": {"token": "a.b.c"}}',
    null: 'null',
    'a list': '["a.b.c"]',
    'broken JSON': '{"token": "a.b.c"',
  };
  for (const [name, body] of Object.entries(useless)) {
    it(`${name} has no token in it`, () => expect(readAnswer(body)).to.equal(undefined));
  }

  it('never throws, whatever comes', () => {
    const bodies = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((data) => `{"token":"a.b.c","expiresAt":${data}}`),
    );
    fc.assert(fc.property(bodies, (body) => void readAnswer(body)));
  });
});

describe('When a token expires', () => {
  const seconds = 1_893_456_000;
  const at = (expiresAt: unknown) => readAnswer(JSON.stringify({token, expiresAt}))?.expiresAt;

  it('is told in ISO 8601, in seconds or in milliseconds', () => {
    expect(at('2030-01-01T00:00:00Z')).to.equal(seconds * 1000);
    expect(at(seconds)).to.equal(seconds * 1000);
    expect(at(seconds * 1000)).to.equal(seconds * 1000);
  });

  it('is read from the token where the answer is silent or can’t be read', () => {
    const dated = jwt('visitor', seconds);
    expect(readAnswer(dated)?.expiresAt).to.equal(seconds * 1000);
    expect(readAnswer(JSON.stringify({token: dated, expiresAt: 'soon'}))?.expiresAt).to.equal(seconds * 1000);
  });

  it('the answer’s own word wins over the token', () => {
    expect(readAnswer(JSON.stringify({token: jwt('visitor', 5), expiresAt: seconds}))?.expiresAt).to.equal(
      seconds * 1000,
    );
  });

  it('is read from a payload whose base64url has - and _ in it', () => {
    const dated = jwt('~~~???>>>ÿÿ', seconds);
    expect(dated.split('.')[1]).to.match(/-/).and.to.match(/_/);
    expect(readAnswer(dated)?.expiresAt).to.equal(seconds * 1000);
  });

  it('is unknown for a token that says nothing of it, and for one that is no JWT', () => {
    for (const silent of [jwt('visitor'), 'a.b.c', 'opaque']) {
      expect(readAnswer(JSON.stringify({token: silent}))?.expiresAt).to.equal(undefined);
    }
  });
});

describe('An answer other than 200', () => {
  const codes = {
    201: 'token-invalid',
    204: 'token-invalid',
    301: 'token-invalid',
    400: 'token-invalid',
    401: 'token-refused',
    403: 'token-refused',
    404: 'token-invalid',
    405: 'token-invalid',
    429: 'token-busy',
    500: 'token-unavailable',
    502: 'token-unavailable',
    503: 'token-busy',
    504: 'token-unavailable',
  };
  for (const [status, code] of Object.entries(codes)) {
    it(`${status}: ${code}`, () => {
      expect(refusal(Number(status), null, 0)).to.include({code, cause: `HTTP ${status}`});
    });
  }

  it('says when to try again, in seconds or as a date', () => {
    const now = Date.parse('2030-01-01T00:00:00Z');
    const wait = (value: string | null) => refusal(503, value, now).retryAfter;
    expect(wait('30')).to.equal(30);
    expect(wait('Tue, 01 Jan 2030 00:00:45 GMT')).to.equal(45);
    for (const useless of [null, '', '0', '-5', 'soon', 'Mon, 31 Dec 2029 00:00:00 GMT']) {
      expect(wait(useless)).to.equal(undefined);
    }
    expect(refusal(500, '30', now)).not.to.have.property('retryAfter');
  });
});
