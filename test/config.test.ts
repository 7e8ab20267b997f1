import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import type {Settings} from '../src/call-config.js';
import {readDestination} from '../src/config.js';
import {checkChoices, readConfig} from '../src/read-config.js';

const base = 'https://shop.example/about/';

function read(set: Settings) {
  const complaints: string[] = [];
  return {config: readConfig(set, base, (message) => complaints.push(message)), complaints};
}

describe('What a page sets on the button', () => {
  it('is read as it was meant', () => {
    const {config, complaints} = read({
      tokenUrl: ' /api/token ',
      destination: '+1 (234) 567-89.00',
      signalingUrl: 'wss://gateway.example/path',
      callerName: ' A Name ',
      callerNumber: '+49/123 456',
      ringbackSrc: 'ring.mp3',
      noSounds: true,
      label: 'Call',
      warmUp: 'none',
    });
    expect(config).to.include({
      tokenUrl: 'https://shop.example/api/token',
      destination: '+12345678900',
      signalingUrl: 'wss://gateway.example/path',
      callerName: 'A Name',
      callerNumber: '+49123456',
      ringbackSrc: 'https://shop.example/about/ring.mp3',
      noSounds: true,
    });
    expect(complaints).to.have.length(0);
    expect(Object.isFrozen(config)).to.equal(true);
  });

  it('what is not set is not there', () => {
    for (const nothing of [undefined, null, '', '  ']) {
      const {config, complaints} = read({
        tokenUrl: nothing,
        destination: nothing,
        signalingUrl: nothing,
        callerName: nothing,
        callerNumber: nothing,
        ringbackSrc: nothing,
      });
      const {keepConnectionAlive, callReports, mediaRecoveryTimeout, preferredCodecs, ...rest} = config;
      expect([keepConnectionAlive, callReports, mediaRecoveryTimeout]).to.deep.equal([true, true, 20_000]);
      expect(preferredCodecs).to.deep.equal([]);
      expect(Object.values(rest).filter((value) => value !== undefined && value !== false)).to.deep.equal([]);
      expect(complaints).to.have.length(0);
    }
  });

  it('a token URL is relative to the page', () => {
    expect(read({tokenUrl: 'token'}).config.tokenUrl).to.equal('https://shop.example/about/token');
  });

  for (const tokenUrl of ['javascript:alert(1)', 'data:,token', 'https://', 'ws://shop.example']) {
    it(`${tokenUrl} is no token URL: left out, and complained about by name`, () => {
      const {config, complaints} = read({tokenUrl});
      expect(config.tokenUrl).to.equal(undefined);
      expect(complaints).to.have.length(1);
      expect(complaints[0]).to.contain(`token-url="${tokenUrl}"`);
    });
  }

  it('a signaling URL is a WebSocket’s', () => {
    const {config, complaints} = read({signalingUrl: 'https://gateway.example'});
    expect(config.signalingUrl).to.equal(undefined);
    expect(complaints[0]).to.contain('signaling-url="https://gateway.example"');
  });
});

describe('A destination', () => {
  const destinations: Record<string, string | undefined> = {
    '+1 234 567 8900': '+12345678900',
    '(030) 12-34.56/7': '0301234567',
    'sip:jo@voip.example': 'sip:jo@voip.example',
    ' some-user ': 'some-user',
    'user 1 2 3': 'user 1 2 3',
    ' ': undefined,
  };
  for (const [written, read] of Object.entries(destinations)) {
    it(`"${written}" is ${read ?? 'none'}`, () => expect(readDestination(written)).to.equal(read));
  }

  it('a number keeps its digits, whatever people write between them', () => {
    const marks = fc.string({unit: fc.constantFrom(' ', '-', '.', '(', ')', '/'), maxLength: 3});
    const written = fc.array(fc.tuple(fc.nat(9), marks), {minLength: 1});
    fc.assert(
      fc.property(written, (pairs) => {
        const text = `+${pairs.map(([digit, mark]) => digit + mark).join('')}`;
        return readDestination(text) === `+${pairs.map(([digit]) => digit).join('')}`;
      }),
    );
  });
});

describe('An attribute that takes a word of a list', () => {
  const complaints = (set: Settings): string[] => {
    const said: string[] = [];
    checkChoices(set, (message) => said.push(message));
    return said;
  };

  const known = {
    warmUp: ['intent', 'none'],
    layout: ['inline', 'floating', 'headless'],
    position: ['bottom-end', 'bottom-start', 'top-end', 'top-start'],
    theme: ['auto', 'light', 'dark'],
  } as const;
  for (const [name, words] of Object.entries(known)) {
    for (const word of [undefined, null, '', ...words]) {
      it(`${name}: ${word} is fine`, () => expect(complaints({[name]: word})).to.deep.equal([]));
    }
  }

  it('is complained about with any other word, by its name and with the default', () => {
    expect(
      complaints({warmUp: 'never', position: 'top-left', theme: 'Dark', layout: 'inline'}),
    ).to.deep.equal([
      'warm-up="never" is unknown, intent counts: use intent or visible or load or none.',
      'position="top-left" is unknown, bottom-end counts: use bottom-end or bottom-start or top-end or top-start.',
      'theme="Dark" is unknown, auto counts: use auto or light or dark.',
    ]);
  });
});

describe('Whatever a page sets', () => {
  it('never throws, and what is left can be used', () => {
    const value = fc.option(fc.oneof(fc.string(), fc.string({unit: 'binary'}), fc.webUrl()), {
      nil: undefined,
    });
    const settings = fc.record({
      tokenUrl: value,
      destination: value,
      signalingUrl: value,
      callerName: value,
      callerNumber: value,
    });
    fc.assert(
      fc.property(settings, value, (set, word) => {
        const {config} = read(set);
        if (config.tokenUrl) expect(new URL(config.tokenUrl).protocol).to.match(/^https?:$/);
        if (config.signalingUrl) expect(new URL(config.signalingUrl).protocol).to.match(/^wss?:$/);
        checkChoices({...set, warmUp: word, layout: word}, () => undefined);
      }),
      {numRuns: 2_000},
    );
  });
});
