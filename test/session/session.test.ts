import {expect} from '@open-wc/testing';
import type {Ports} from '../../src/session/ports.js';
import {Session, type Listener} from '../../src/session/session.js';
import type {CallEvent, CallState} from '../../src/session/state.js';

/** Ports that write down what they are asked, and can answer at once. */
function setUp(answer: (asked: string, send: (event: CallEvent) => void) => void = () => undefined) {
  const log: string[] = [];
  const listeners: Listener[] = [];
  const changes: Array<readonly [CallState, CallState]> = [];
  const ask =
    (name: string) =>
    (detail?: number | boolean): void => {
      log.push([name, detail].join(' ').trim());
      answer(name, session.send);
      log.push(`${name} done`);
    };
  const ports: Ports = {
    microphone: {open: ask('open-microphone'), close: ask('close-microphone')},
    tokens: {get: ask('get-token')},
    phone: {
      load: ask('load-sdk'),
      open: ask('open-line'),
      place: ask('place-call'),
      hangUp: ask('hang-up'),
      mute: ask('mute'),
      close: ask('close-line'),
    },
  };
  const session = new Session(ports, (state, previous) => {
    log.push(`told ${state.phase}`);
    changes.push([state, previous]);
    listeners.forEach((listener) => listener(state, previous));
  });
  return {session, log, changes, listeners};
}

const attempt = 1;
const call: CallEvent = {type: 'call', granted: true};

describe('A session', () => {
  it("asks for the microphone within the click's own task", () => {
    const {session, log} = setUp();
    session.send(call);
    expect(log).to.include('open-microphone 1');
    expect(session.state.phase).to.equal('preparing');
  });

  it('finishes a step before it hears what was reported during it', () => {
    const {session, log} = setUp((asked, send) => {
      if (asked === 'open-microphone') send({type: 'microphone-opened', attempt});
    });
    session.send(call);
    expect(log).to.deep.equal([
      'open-microphone 1',
      'open-microphone done',
      'load-sdk 1',
      'load-sdk done',
      'get-token 1',
      'get-token done',
      'told preparing',
      'told preparing',
    ]);
    expect(session.state).to.include({microphone: true});
  });

  it('tells once of each change, with what was before, and of nothing else', () => {
    const {session, changes} = setUp();
    session.send(call);
    session.send(call);
    session.send({type: 'sdk-loaded', attempt: 7});
    session.send({type: 'sdk-loaded', attempt});
    expect(changes).to.have.length(2);
    expect(changes[1]?.[0]).to.equal(session.state);
    expect(changes[1]?.[1]).to.equal(changes[0]?.[0]);
  });

  it('a listener that asks for something is heard after it was told', () => {
    const {session, log, listeners} = setUp();
    listeners.push((state) => {
      if (state.phase === 'preparing') session.send({type: 'hang-up'});
      log.push(`heard ${state.phase}`);
    });
    session.send(call);
    expect(log.filter((line) => /told|heard/.test(line))).to.deep.equal([
      'told preparing',
      'heard preparing',
      'told ended',
      'heard ended',
    ]);
  });

  it('runs each effect through its port, with its attempt', () => {
    const {session, log} = setUp();
    const sent: CallEvent[] = [
      call,
      {type: 'microphone-opened', attempt},
      {type: 'sdk-loaded', attempt},
      {type: 'token-received', attempt},
      {type: 'line-opened', attempt},
      {type: 'placed', attempt, callId: 'call-1'},
      {type: 'answered', attempt, at: 0},
      {type: 'mute', on: true},
      {type: 'hang-up'},
      {type: 'over', attempt, at: 0, farewell: {reason: 'ended', initiator: 'local', cause: ''}},
    ];
    sent.forEach(session.send);
    expect(log.filter((line) => !/done|told/.test(line))).to.deep.equal([
      'open-microphone 1',
      'load-sdk 1',
      'get-token 1',
      'open-line 1',
      'place-call 1',
      'mute true',
      'hang-up',
      'close-microphone',
      'close-microphone',
      'close-line',
    ]);
  });

  it('goes on after a port has thrown', () => {
    const {session} = setUp((asked) => {
      if (asked === 'get-token') throw new Error('broken');
    });
    expect(() => session.send(call)).to.throw('broken');
    session.send({type: 'hang-up'});
    expect(session.state.phase).to.equal('ended');
  });
});
