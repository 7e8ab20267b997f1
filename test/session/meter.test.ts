import {expect} from '@open-wc/testing';
import {look, rest, unmeasured} from '../../src/session/meter.js';
import type {Quality} from '../../src/session/state.js';
import type {MediaStats} from '../../src/session/stats.js';
import {summaryOf} from '../../src/session/summary.js';
import {stats as first} from '../fakes/samples.js';

/** Seconds of a connection, in which so many of 50 packets get lost. */
function setUp() {
  let meter = unmeasured;
  let now: MediaStats = {...first, received: 0, sent: 0, bytesReceived: 0, bytesSent: 0};
  let quality: Quality | undefined;
  const told: Quality[] = [];
  const pass = (seconds: number, lost = 0, more: Partial<MediaStats> = {}, mute = false) => {
    for (let second = 0; second < seconds; second++) {
      const louder =
        (level = 0.3) =>
        (of = {energy: 0, duration: 0}) => ({energy: of.energy + level ** 2, duration: of.duration + 1});
      now = {
        ...now,
        at: now.at + 1000,
        received: now.received + 50 - lost,
        lost: now.lost + lost,
        sent: now.sent + 50,
        bytesReceived: now.bytesReceived + 4000,
        bytesSent: now.bytesSent + 5000,
        buffered: now.buffered + 48_000 * 0.05,
        played: now.played + 48_000,
        heard: louder()(now.heard),
        spoken: louder()(now.spoken),
        reportedAt: now.at,
        aliveAt: now.at,
        ...more,
      };
      [meter, quality] = look(meter, now, mute);
      if (quality) told.push(quality);
    }
  };
  /** For so many seconds; what is given stays as it is then. */
  const same = (name: keyof MediaStats) => ({[name]: now[name]});
  const restart = () =>
    (now = {...now, received: 0, lost: 0, sent: 0, bytesReceived: 0, bytesSent: 0, buffered: 0, played: 0});
  const hold = () => (meter = rest(meter));
  const alerts = () => quality?.alerts;
  const on = () => meter.watch.on;
  const summary = () => summaryOf(meter.tally);
  return {told, pass, same, restart, hold, alerts, on, summary, scores: () => meter.tally.scores};
}

describe('The quality of a call', () => {
  it('is known as soon as there are two looks at its connection', () => {
    const {told, pass} = setUp();
    pass(1);
    expect(told).to.deep.equal([]);
    pass(1);
    expect(told).to.deep.equal([{level: 'good', mos: 4.35, rtt: 50, jitter: 4, packetLoss: 0, alerts: []}]);
  });

  it('follows what lasts', () => {
    const {told, pass} = setUp();
    pass(6);
    pass(3, 0, {rtt: 400});
    expect(told.at(-1)).to.include({level: 'critical', rtt: 400});
    pass(5, 0, {rtt: 50});
    expect(told.at(-1)).to.include({level: 'good', rtt: 50});
  });

  it('counts lost packets over some seconds: a single one is no bad connection', () => {
    const {told, pass} = setUp();
    pass(6);
    pass(1, 1);
    pass(20);
    expect(new Set(told.map(({level}) => level))).to.deep.equal(new Set(['good']));
    pass(8, 5);
    expect(told.at(-1)).to.deep.include({level: 'critical', packetLoss: 10, alerts: ['mos', 'packet-loss']});
  });

  it('counts what the far end misses, too, as long as it says so', () => {
    const {told, pass, same} = setUp();
    pass(6);
    pass(4, 0, {reportedLoss: 8});
    expect(told.at(-1)).to.deep.include({level: 'critical', packetLoss: 8, alerts: ['mos', 'packet-loss']});
    pass(8, 0, {...same('reportedAt'), reportedLoss: 8});
    expect(told.at(-1)).to.include({packetLoss: 8});
    pass(2, 0, {...same('reportedAt'), reportedLoss: 8});
    expect(told.at(-1)).to.include({packetLoss: 0});
  });

  it('counts anew on another connection, and goes on with what was sent', () => {
    const {told, pass, restart, summary} = setUp();
    pass(10, 5);
    restart();
    pass(6);
    expect(told.at(-1)).to.include({packetLoss: 0});
    expect(summary()).to.include({bytesSent: 16 * 5000});
  });

  it('has no score without a round-trip time, and is judged by the rest', () => {
    const {told, pass} = setUp();
    pass(6, 0, {rtt: undefined, jitter: 60});
    expect(told.at(-1)).to.include({level: 'critical', mos: undefined, rtt: undefined, jitter: 60});
  });

  it('is worse for a codec that bears loss badly, and for sound that waits', () => {
    const score = (lost: number, more: Partial<MediaStats>) => {
      const {told, pass} = setUp();
      pass(6, lost, more);
      return told.at(-1)!.mos!;
    };
    const pcmu = {codec: {mimeType: 'audio/PCMU', clockRate: 8000, payloadType: 0}};
    expect(score(2, {})).to.be.lessThan(score(2, pcmu) - 0.4);
    expect(score(0, {rtt: 600})).to.be.lessThan(3.4);
  });
});

describe('Sound that is missing', () => {
  it('nothing at all from the microphone for ten seconds: it is dead', () => {
    const {pass, same, alerts} = setUp();
    pass(3);
    for (let second = 0; second < 10; second++) {
      expect(alerts()).to.deep.equal([]);
      const {spoken} = same('spoken') as {spoken: MediaStats['spoken']};
      pass(1, 0, {spoken: {energy: spoken!.energy, duration: spoken!.duration + 1}});
    }
    expect(alerts()).to.deep.equal(['microphone']);
    pass(1);
    expect(alerts()).to.deep.equal([]);
  });

  it('a microphone that the system keeps silent is, too', () => {
    const {pass, alerts} = setUp();
    pass(12, 0, {silenced: true});
    expect(alerts()).to.deep.equal(['microphone']);
  });

  it('is no trouble where the visitor knows: muted, or without a microphone', () => {
    const {pass, alerts} = setUp();
    pass(60, 0, {silenced: true}, true);
    expect(alerts()).to.deep.equal([]);
    pass(60, 0, {reportedAt: 100}, true);
    expect(alerts()).to.deep.equal([]);
  });

  it('is not said where the browser tells no levels', () => {
    const {pass, alerts} = setUp();
    pass(60, 0, {spoken: undefined, heard: undefined});
    expect(alerts()).to.deep.equal([]);
  });

  it('packets with nothing in them for half a minute: it is quiet at the other end, until something is heard', () => {
    const {pass, alerts} = setUp();
    const quiet = (seconds: number) => {
      for (let second = 0; second < seconds; second++)
        pass(1, 0, {heard: {energy: 5, duration: 100 + second}});
    };
    pass(3);
    quiet(30);
    expect(alerts()).to.deep.equal([]);
    quiet(1);
    quiet(31);
    expect(alerts()).to.deep.equal(['far-end']);
    pass(2, 0, {heard: {energy: 9, duration: 200}});
    pass(1);
    expect(alerts()).to.deep.equal([]);
  });

  it('the far end reports on what it sends and no longer on what it gets: the visitor is not heard', () => {
    const {pass, same, alerts} = setUp();
    pass(10);
    const since = same('reportedAt');
    pass(13, 0, since);
    expect(alerts()).to.deep.equal([]);
    pass(3, 0, since);
    expect(alerts()).to.deep.equal(['one-way']);
    pass(1);
    expect(alerts()).to.deep.equal([]);
  });

  it('so it is if it reports that all is lost, or that it has got no more packets', () => {
    for (const report of [{reportedLoss: 100}, {reportedReceived: 500}]) {
      const {pass, alerts} = setUp();
      pass(10);
      pass(20, 0, report);
      expect(alerts()).to.include('one-way');
    }
  });

  it('so it is if it has got nothing since the call began, and tells only what it sends', () => {
    for (const report of [{reportedAt: undefined}, {reportedLoss: 100}]) {
      const {pass, alerts} = setUp();
      pass(15, 0, report);
      expect(alerts()).to.not.include('one-way');
      pass(2, 0, report);
      expect(alerts()).to.include('one-way');
    }
  });

  it('reports that come some seconds apart, and late at first, are none of that', () => {
    const {told, pass, same} = setUp();
    pass(8, 0, {reportedAt: undefined, aliveAt: undefined});
    for (let report = 0; report < 6; report++) {
      pass(1);
      pass(7, 0, {...same('reportedAt'), ...same('aliveAt')});
    }
    expect(told.flatMap(({alerts}) => alerts)).to.deep.equal([]);
  });

  it('a far end that reports nothing at all is not judged', () => {
    const silent = setUp();
    silent.pass(60, 0, {reportedAt: undefined, aliveAt: undefined});
    expect(silent.alerts()).to.deep.equal([]);
    const {pass, same, alerts} = setUp();
    pass(10);
    pass(60, 0, {...same('reportedAt'), ...same('aliveAt')});
    expect(alerts()).to.deep.equal([]);
  });

  it('ends with the hold; what is wrong with the connection does not', () => {
    const {pass, hold, on} = setUp();
    pass(12, 0, {silenced: true, jitter: 200});
    expect(on()).to.deep.equal(['jitter', 'microphone']);
    hold();
    expect(on()).to.deep.equal(['jitter']);
  });
});

describe('The summary of a call', () => {
  it('is none as long as nothing was measured', () => {
    const {pass, summary} = setUp();
    pass(1);
    expect(summary()).to.equal(undefined);
  });

  it('has average and extremes, bytes, codec, path, and what was wrong', () => {
    const {pass, summary, scores} = setUp();
    pass(1);
    pass(4, 0, {rtt: 100, jitter: 10});
    pass(4, 0, {rtt: 600, jitter: 20});
    pass(80, 0, {rtt: 100, jitter: 10});
    const {mos, ...rest} = summary()!;
    expect(mos!.max).to.be.greaterThan(4.3);
    expect(mos!.min).to.be.lessThan(3.4);
    expect(mos!.average).to.be.within(4.2, 4.35);
    expect(rest).to.deep.equal({
      seconds: 88,
      rtt: {average: 122.7, min: 100, max: 600},
      jitter: {average: 10.5, min: 10, max: 20},
      packetLoss: {average: 0, min: 0, max: 0},
      bytesSent: 89 * 5000,
      bytesReceived: 89 * 4000,
      codec: first.codec,
      path: first.path,
      alerts: ['rtt'],
    });
    expect(scores()).to.have.length(60);
  });

  it('has no values that the browser has never told', () => {
    const {pass, summary} = setUp();
    pass(5, 0, {rtt: undefined, codec: undefined, path: undefined});
    expect(summary()).to.include({mos: undefined, rtt: undefined, codec: undefined, path: undefined});
  });
});
