import {expect} from '@open-wc/testing';
import {TelnyxLine} from '../../src/phone/telnyx-line.js';
import {loadSdk} from '../../src/phone/telnyx-sdk.js';
import {setUpCall} from '../fakes/placed-call.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {settle} from '../fakes/until.js';
import {titleOf, told, type Effect, type Told} from './sdk-events.js';

/** What the SDK tells, of this call. */
function tell({kind, name, code}: Told, client: TelnyxRTC, callId: string | undefined): void {
  const about = {sessionId: client.sessionid, callId};
  if (kind === 'error') {
    // Those of the negotiation reach the class alone, and name no call.
    const own = code! > 40003;
    if (own) client.tell('telnyx.error', {...about, error: {code}});
    TelnyxRTC.tell('telnyx.error', {...about, ...(!own && {callId: undefined}), error: {code}});
  } else if (kind === 'warning') client.tell('telnyx.warning', {...about, warning: {code, name}});
  else if (kind === 'notification') client.tell('telnyx.notification', {type: name});
  else if (kind === 'event') client.tell(name, {error: new Error('of the SDK')});
  else if (callId) client.calls[callId]!.become(name as 'new');
}

/** On a line that opens: how the opening has ended, if it has. */
async function whileOpening(row: Told): Promise<string | undefined> {
  const renew = () => Promise.reject<never>(new Error('none'));
  const line = new TelnyxLine(await loadSdk(), {client: {login_token: 'a.b.c'}, renew});
  let ended: string | undefined;
  void line.opened().then((failure) => (ended = failure?.code));
  tell(row, TelnyxRTC.made.at(-1)!, undefined);
  await settle();
  const outcome = ended;
  line.release();
  await settle();
  return outcome;
}

/** In a call that is set up: what it has told. */
async function whileSettingUp(row: Told): Promise<string[]> {
  const {call, client, types, close} = await setUpCall();
  const before = types().length;
  tell(row, client, call.id);
  const after = types().slice(before);
  await close();
  return after;
}

/** In a call that was answered: what it has told, and whether it was hung up. */
async function whileTalking(row: Told): Promise<string[]> {
  const {call, client, types, close} = await setUpCall();
  call.pickUp();
  const before = types().length;
  // A call has come to its state once only.
  if (row.kind !== 'call state') tell(row, client, call.id);
  const after = [...types().slice(before), ...(client.asked('telnyx_rtc.bye') ? ['bye'] : [])];
  await close();
  return after;
}

/** In a call, of which the login is refused: how many tokens are asked for. */
async function tokensAskedFor(row: Told): Promise<number> {
  let asked = 0;
  const {call, client, close} = await setUpCall(() => Promise.resolve(`d.e.${++asked}`));
  call.pickUp();
  tell(row, client, undefined);
  await close();
  return asked;
}

const checks: Record<Effect, (row: Told) => Promise<void>> = {
  'changes nothing': async (row) => {
    expect(await whileOpening(row)).to.equal(undefined);
    expect(await whileSettingUp(row)).to.deep.equal([]);
    expect(await whileTalking(row)).to.deep.equal([]);
  },
  'ends the opening of a line': async (row) => {
    expect(await whileOpening(row)).to.equal('connection-failed');
  },
  'asks for a new token': async (row) => {
    expect(await whileOpening(row)).to.equal('login-refused');
    expect(await tokensAskedFor(row)).to.equal(1);
  },
  'ends the call': async (row) => {
    expect(await whileSettingUp(row)).to.deep.equal(['failed']);
    expect(await whileTalking(row)).to.deep.equal(['over', 'bye']);
  },
};

describe('What the SDK tells', () => {
  for (const row of told) if (row.shown in checks) it(titleOf(row), () => checks[row.shown as Effect](row));
});
