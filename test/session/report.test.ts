import {expect} from '@open-wc/testing';
import {reportOf} from '../../src/session/report.js';
import type {Alert, CallState} from '../../src/session/state.js';
import {add, count, nothing} from '../../src/session/summary.js';
import {unmeasured} from '../../src/session/meter.js';
import {active, ended, failed, gathering, quality, ringing, states, stats} from '../fakes/samples.js';

const meter = {...unmeasured, tally: add(count(nothing, undefined, stats), quality, [])};
const measured = (alerts: readonly Alert[] = []) => active({quality: {...quality, alerts}, meter});
const report = (state: CallState, previous: CallState) => reportOf(state, previous, 61_000);
const common = {callId: 'call-1', at: 61_000, duration: 60};
const unknown = {sipCode: undefined, summary: undefined};

describe('A report', () => {
  it('is due when something begins to be wrong, and not while it lasts or when it ends', () => {
    expect(report(measured(['rtt']), measured())).to.deep.equal({
      event: 'alert',
      ...common,
      begun: ['rtt'],
      quality: {...quality, alerts: ['rtt']},
    });
    expect(report(measured(['rtt', 'mos']), measured(['rtt']))).to.deep.include({begun: ['mos']});
    expect(report(measured(['rtt']), measured(['rtt']))).to.equal(undefined);
    expect(report(measured(), measured(['rtt']))).to.equal(undefined);
    expect(report(measured(), active())).to.equal(undefined);
  });

  it('is due at the end, with the summary', () => {
    const {event, reason, initiator, sipCode, summary, duration} = report(
      ended({duration: 60, sipCode: 200}),
      measured(),
    )!;
    expect([event, reason, initiator, sipCode, duration]).to.deep.equal(['end', 'ended', 'remote', 200, 60]);
    expect(summary).to.deep.include({seconds: 1, codec: stats.codec, path: stats.path, bytesSent: 4000});
  });

  it('is due at once when the visitor hangs up or the page goes, and no second time', () => {
    expect(report(active({leaving: true}), active())).to.deep.equal({
      event: 'end',
      ...common,
      ...unknown,
      reason: 'ended',
      initiator: 'local',
    });
    expect(report(ringing({leaving: true}), ringing())).to.deep.include({reason: 'cancelled', duration: 0});
    expect(report(ended(), active({leaving: true}))).to.equal(undefined);
    expect(report(failed({callId: 'call-1'}), active({leaving: true}))).to.equal(undefined);
  });

  it('is due for a call that fails, and for none that was never placed', () => {
    expect(report(failed({callId: 'call-1'}), active())).to.deep.include({
      reason: 'lost',
      initiator: 'network',
      duration: 60,
    });
    expect(report(failed(), gathering('connecting'))).to.equal(undefined);
    expect(report(ended({callId: ''}), gathering('connecting'))).to.equal(undefined);
    for (const state of Object.values(states)) expect(report(state, state)).to.equal(undefined);
  });

  it('says nothing of who calls whom, or from where', () => {
    const sent = JSON.stringify([report(ended(), measured()), report(measured(['mos']), measured())]);
    const keys = new Set([...sent.matchAll(/"(\w+)":/g)].map(([, key]) => key));
    expect([...keys].sort()).to.deep.equal(
      'alerts at average begun bytesReceived bytesSent callId clockRate codec duration event initiator jitter level local max mimeType min mos packetLoss path payloadType protocol quality reason remote rtt seconds summary'.split(
        ' ',
      ),
    );
  });
});
