import {expect} from '@open-wc/testing';
import type {Settings} from '../../src/call-config.js';
import {callOptions} from '../../src/phone/call-options.js';
import {codecsByName, unknownCodecs} from '../../src/phone/codecs.js';
import {readConfig} from '../../src/read-config.js';
import {replace} from '../fakes/replace.js';

const read = (set: Settings) => readConfig(set, 'https://shop.example/', () => undefined);
const answer = {
  token: 'a.b.c',
  destination: undefined,
  callerNumber: undefined,
  callerName: undefined,
  expiresAt: undefined,
  renewal: undefined,
};
const made = (set: Settings, given = {}) => callOptions(read(set), {...answer, ...given});
const nobody = {callerName: '', callerNumber: '', preferred_codecs: undefined};

/** Codecs in a browser's own order. */
const OPUS = {
  mimeType: 'audio/opus',
  clockRate: 48_000,
  channels: 2,
  sdpFmtpLine: 'minptime=10;useinbandfec=1',
};
const PCMU = {mimeType: 'audio/PCMU', clockRate: 8000, channels: 1};
const G722 = {mimeType: 'audio/G722', clockRate: 8000, channels: 1};
const KEYS = {mimeType: 'audio/telephone-event', clockRate: 8000, channels: 1};
const browserHas = (...codecs: RTCRtpCodec[]) =>
  replace(RTCRtpReceiver, 'getCapabilities', () => ({codecs, headerExtensions: []}));

describe('The options of a call', () => {
  const rows: Array<[Settings, object, object]> = [
    [{}, {}, {}],
    [{destination: '+1 234'}, {}, {destinationNumber: '+1234'}],
    [{destination: '+1 234'}, {destination: 'sip:a@b'}, {destinationNumber: 'sip:a@b'}],
    [{callerName: 'A', callerNumber: '+49 1'}, {}, {callerName: 'A', callerNumber: '+491'}],
    [
      {callerName: 'A', callerNumber: '+491'},
      {callerName: 'B', callerNumber: '+1'},
      {callerName: 'B', callerNumber: '+1'},
    ],
    [
      {customHeaders: '[{"name":"X-A","value":"b","more":1}]'},
      {},
      {customHeaders: [{name: 'X-A', value: 'b'}]},
    ],
    [{clientState: 'Grüße 👋'}, {}, {clientState: 'R3LDvMOfZSDwn5GL'}],
    [
      {destination: '+1', callerName: 'A', callOptions: {destinationNumber: '+2', callerName: 'B'}},
      {callerName: 'C'},
      {destinationNumber: '+2', callerName: 'B'},
    ],
    [
      {callOptions: {telnyxLegId: 'leg', optionOfALaterRelease: 1}},
      {},
      {telnyxLegId: 'leg', optionOfALaterRelease: 1},
    ],
    [
      {callOptions: {id: 'x', localStream: 'x', remoteElement: 'x', onNotification: 'x', audio: false}},
      {},
      {},
    ],
  ];
  for (const [set, given, wanted] of rows)
    it(`are, of ${JSON.stringify(set)}, ${JSON.stringify(wanted)}`, () => {
      expect(made(set, given)).to.deep.equal({...nobody, ...wanted});
    });

  it('take a client state of any length', () => {
    expect(atob(made({clientState: 'x'.repeat(1e6)}).clientState ?? '')).to.have.length(1e6);
  });
});

describe('The codecs of a call', () => {
  const rows: Array<[Settings, RTCRtpCodec[] | undefined]> = [
    [{}, undefined],
    [{preferredCodecs: 'pcmu'}, [PCMU, OPUS, G722, KEYS]],
    [{preferredCodecs: ' PCMU,  g722 '}, [PCMU, G722, OPUS, KEYS]],
    [{preferredCodecs: 'speex'}, undefined],
    [{preferredCodecs: 'speex g722'}, [G722, OPUS, PCMU, KEYS]],
    [{aiAssistantId: 'a'}, [OPUS, PCMU, G722, KEYS]],
    [{aiAssistantId: 'a', preferredCodecs: 'g722'}, [G722, OPUS, PCMU, KEYS]],
    [{callOptions: {preferred_codecs: [{...G722}, {...OPUS}]}, preferredCodecs: 'pcmu'}, [G722, OPUS]],
    [{callOptions: {preferred_codecs: [{...OPUS, clockRate: 8000}, {mimeType: 'audio/speex'}]}}, undefined],
    [{callOptions: {preferred_codecs: 'opus'}}, undefined],
  ];
  for (const [set, wanted] of rows)
    it(`are, of ${JSON.stringify(set)}, ${wanted?.map(({mimeType}) => mimeType).join() ?? 'the browser’s own'}`, () => {
      browserHas(OPUS, PCMU, G722, KEYS);
      expect(made(set).preferred_codecs).to.deep.equal(wanted);
    });

  it('that a browser has not are told by name', () => {
    browserHas(OPUS, PCMU);
    expect(unknownCodecs(['pcmu', 'speex', 'g722'])).to.deep.equal(['speex', 'g722']);
  });

  it('are the browser’s own where it doesn’t say which it has', () => {
    for (const says of [
      () => null,
      () => {
        throw new TypeError();
      },
    ]) {
      replace(RTCRtpReceiver, 'getCapabilities', says);
      expect(codecsByName(['opus'])).to.deep.equal([]);
      expect(unknownCodecs(['opus'])).to.deep.equal([]);
    }
  });

  it('are real ones in this browser, in the order that is asked for', () => {
    expect(
      codecsByName(['pcma', 'opus'])
        .map(({mimeType}) => mimeType)
        .slice(0, 2),
    ).to.deep.equal(['audio/PCMA', 'audio/opus']);
  });
});
