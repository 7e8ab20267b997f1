import {expect} from '@open-wc/testing';
import type {Ports} from '../../src/session/ports.js';
import {Session, type Listener} from '../../src/session/session.js';
import type {CallEvent, CallState} from '../../src/session/state.js';

/** Ports that write down what they are asked, and can answer at once. */
function setUp(answer: (asked: string, send: (event: CallEvent) => void) => void = () => undefined) {
  const log: string[] = [];
  const waits: string[] = [];
  const listeners: Listener[] = [];
  const changes: Array<readonly [CallState, CallState]> = [];
  const ask =
    (name: string) =>
    (...details: unknown[]): void => {
      log.push([name, ...details].join(' '));
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
      ring: ask('ring'),
      answer: ask('answer-call'),
      decline: ask('decline'),
      hangUp: ask('hang-up'),
      mute: ask('mute'),
      hold: ask('hold'),
      sendDigits: ask('send-digits'),
      say: ask('say'),
      useMicrophone: ask('use-microphone'),
      hear: ask('hear'),
      close: ask('close-line'),
    },
    devices: {choose: ask('choose'), setVolume: ask('volume')},
    clock: {wait: (wait, attempt) => void waits.push(`${wait} ${attempt}`)},
  };
  const session = new Session(ports, (state, previous) => {
    log.push(`told ${state.phase}`);
    changes.push([state, previous]);
    listeners.forEach((listener) => listener(state, previous));
  });
  return {session, log, waits, changes, listeners};
}

const attempt = 1;
const call: CallEvent = {type: 'call', granted: true};
const placed: CallEvent = {type: 'placed', attempt, callId: 'call-1'};
const answered: CallEvent = {type: 'answered', attempt, at: 0};
const lost = (media: boolean): CallEvent => ({type: 'lost', attempt, at: 0, media});
const over: CallEvent = {
  type: 'over',
  attempt,
  at: 0,
  farewell: {reason: 'ended', initiator: 'local', cause: ''},
};

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
      placed,
      answered,
      {type: 'mute', on: true},
      {type: 'sound-blocked', attempt, on: true},
      {type: 'hear'},
      {type: 'obstacle', attempt, failure: {code: 'microphone-unplugged'}, asking: false},
      {type: 'retry'},
      {type: 'microphone-opened', attempt},
      {type: 'hang-up'},
      over,
    ];
    sent.forEach(session.send);
    expect(log.filter((line) => !/done|told/.test(line))).to.deep.equal([
      'open-microphone 1',
      'load-sdk 1',
      'get-token 1',
      'open-line 1',
      'place-call 1',
      'mute true',
      'hear',
      'open-microphone 1',
      'use-microphone',
      'hang-up',
      'close-microphone',
      'close-microphone',
      'close-line',
    ]);
  });

  it('starts the clock when there is something else to wait for, and only then', () => {
    const {session, waits} = setUp();
    const after = (...sent: CallEvent[]) => {
      sent.forEach(session.send);
      return waits.splice(0);
    };
    expect(after(call)).to.deep.equal(['undefined 1']);
    expect(after({type: 'sdk-loaded', attempt})).to.deep.equal([]);
    expect(after(placed, placed)).to.deep.equal(['invite 1']);
    expect(after({type: 'accepted', attempt})).to.deep.equal(['answer 1']);
    expect(after({type: 'ringing', attempt}, lost(false))).to.deep.equal([]);
    expect(after(answered, answered)).to.deep.equal(['undefined 1']);
    expect(after(lost(true), lost(true))).to.deep.equal(['media 1']);
    expect(after({type: 'muted', attempt, on: true})).to.deep.equal([]);
    expect(after({type: 'back', attempt})).to.deep.equal(['undefined 1']);
    expect(after({type: 'hang-up'}, {type: 'hang-up'})).to.deep.equal(['goodbye 1']);
    expect(after(over)).to.deep.equal(['undefined 1']);
    expect(after({type: 'dismiss'})).to.deep.equal([]);
    expect(after(call)).to.deep.equal(['undefined 2']);
  });

  it('has stopped the old clock before anything is done about a limit', () => {
    const order: string[] = [];
    const {session, waits} = setUp((asked) => order.push(`${asked}, ${waits.at(-1)}`));
    [call, placed, {type: 'too-long', attempt, wait: 'invite', at: 0} as const].forEach(session.send);
    expect(order.slice(-3)).to.deep.equal([
      'hang-up, undefined 1',
      'close-microphone, undefined 1',
      'close-line, undefined 1',
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
