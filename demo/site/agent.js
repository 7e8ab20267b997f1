/* The far end of the demo: somebody who answers the workshop's calls, with the SDK alone. */
import {TelnyxRTC} from '/sdk.js';
import {CallCard} from './call-card.js';

const WORDS = {
  off: [
    'You are off duty',
    'Calls for the workshop ring here once you are on duty. Your browser asks for the microphone.',
  ],
  starting: ['Going on duty', 'One moment.'],
  on: ['You are on duty', 'Calls for the workshop ring here.'],
  waiting: ['Connection lost', 'Reconnecting. Calls that are up are kept.'],
};
/** Errors of the SDK after which it does not come back by itself: see its error codes. */
const FATAL = {
  45003: 'The gateway could not be reached.',
  46001: 'The gateway refused the login.',
  46002: 'The gateway refused the login.',
};

const auto = new URLSearchParams(location.search).has('auto');
const find = (id) => document.getElementById(id);
const cards = new Map();
let client;
let context;

find('duty').addEventListener('click', () => (client ? goOff() : goOn()));
if (auto) {
  const permission = await navigator.permissions.query({name: 'microphone'});
  if (permission.state === 'granted') await goOn();
}

async function goOn() {
  show('starting');
  context ??= new AudioContext();
  context.resume();
  try {
    const microphone = await navigator.mediaDevices.getUserMedia({audio: true});
    microphone.getTracks().forEach((track) => track.stop());
  } catch {
    return show('off', 'There is no microphone, or it is blocked. Allow it for this page and try again.');
  }
  try {
    client = await newLine();
  } catch {
    return show('off', 'The demo site did not answer. Is it still running?');
  }
  await client.connect();
}

async function newLine() {
  const {signalingUrl} = await (await fetch('/config.json')).json();
  const {token} = await (await fetch('/api/agent-token', {method: 'POST'})).json();
  const line = new TelnyxRTC({
    login_token: token,
    host: signalingUrl,
    // Everything is on this machine: no STUN, no TURN.
    iceServers: [],
    keepConnectionAliveOnSocketClose: true,
  });
  // Another page of this tab may have left its own session behind.
  line.clearReconnectToken();
  const on = (event, handler) => line.on(event, (payload) => line === client && guarded(handler, payload));
  on('telnyx.ready', () => show('on'));
  on('telnyx.socket.close', () => show('waiting'));
  on('telnyx.error', ({error, callId}) => !callId && error.code in FATAL && goOff(FATAL[error.code]));
  on('telnyx.socket.message', ({method, params}) => {
    // The SDK does not come back after this.
    if (method === 'telnyx_rtc.punt' && !params.callID) goOff('The gateway has sent you off duty.');
  });
  on('telnyx.notification', ({type, call, callID, dtmf}) => {
    if (type === 'callUpdate') update(call);
    if (type === 'event' && dtmf) cards.get(callID)?.press(dtmf);
  });
  return line;
}

/** An exception in a handler would stop the SDK in the middle of its work. */
function guarded(handler, payload) {
  try {
    handler(payload);
  } catch (error) {
    console.error('Agent page:', error);
  }
}

// The SDK drops what it has asked when it goes, and nobody waits for that.
addEventListener('unhandledrejection', (event) => {
  if (event.reason?.name === 'StaleRequestError') event.preventDefault();
});

async function goOff(reason) {
  const line = client;
  client = undefined;
  for (const [id, card] of cards) file(id, card);
  show('off', reason);
  await line.disconnect();
}

function update(call) {
  let card = cards.get(call.id);
  if (!card) {
    if (call.state !== 'ringing') return;
    card = new CallCard(call, context, holdOthers);
    cards.set(call.id, card);
    find('calls').prepend(card.element);
    find('announce').textContent = `Call from ${card.name}`;
    if (auto) card.actions.answer();
  } else if (card.update(call)) {
    file(call.id, card);
  }
  const rings = [...cards.values()].find(({element}) => element.dataset.phase === 'ringing');
  document.title = rings ? `Ringing: ${rings.name}` : 'Agent – Harbour Bikes';
}

/** One voice at a time: whoever is on the line waits while another call is taken. */
function holdOthers() {
  return Promise.all([...cards.values()].filter(({talking}) => talking).map(({actions}) => actions.hold()));
}

/** Puts a finished call on the list of earlier ones. */
function file(id, card) {
  cards.delete(id);
  card.close();
  const line = document.createElement('li');
  const how = document.createElement('span');
  how.textContent = card.summary;
  line.append(card.name, how);
  find('earlier').prepend(line);
  find('earlier').parentElement.hidden = false;
}

function show(duty, reason) {
  document.documentElement.dataset.duty = duty;
  const [title, text] = WORDS[duty];
  find('duty-title').textContent = title;
  find('duty-text').textContent = reason ?? text;
  find('duty').textContent = client ? 'Go off duty' : 'Go on duty';
  find('duty').classList.toggle('quiet', Boolean(client));
  // While the connection is down the SDK can not end a call at the far end: wait for it.
  find('duty').disabled = duty === 'starting' || duty === 'waiting';
  for (const button of document.querySelectorAll('.card button')) button.disabled = duty === 'waiting';
}
