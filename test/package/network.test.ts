import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  contentPolicy,
  iceServer,
  permissionsPolicy,
  SIGNALING,
  signalingIn,
} from '../../scripts/docs/network.js';

test('servers are read with the ports that they have without one', () => {
  assert.deepEqual(iceServer('stun:a.example'), {
    use: 'STUN',
    host: 'a.example',
    port: 3478,
    protocol: 'UDP',
  });
  assert.deepEqual(iceServer('turn:a.example:99?transport=tcp'), {
    use: 'TURN',
    host: 'a.example',
    port: 99,
    protocol: 'TCP',
  });
  assert.deepEqual(iceServer('turns:a.example'), {
    use: 'TURN',
    host: 'a.example',
    port: 5349,
    protocol: 'TLS',
  });
});

test('a server that can’t be read is never left out in silence', () => {
  for (const url of [
    'stuns:a.example',
    'turn:[::1]',
    'turns:a.example?transport=udp',
    'https://a.example',
    '',
  ])
    assert.throws(() => iceServer(url), /@telnyx\/webrtc/);
});

test('the SDK’s server is one of Telnyx’s, and so is that of a region', () => {
  assert.match(SIGNALING, /^wss:\/\/[a-z.]+\.telnyx\.com$/);
  assert.match(signalingIn('eu'), /^wss:\/\/eu\.[a-z.]+\.telnyx\.com$/);
});

test('a policy names each source once, and the server of the calls by both protocols', () => {
  const sources = {files: `'self'`, endpoints: [`'self'`, `'self'`], signaling: 'ws://a.example:1'};
  assert.equal(
    contentPolicy(sources),
    `default-src 'none'; script-src 'self'; connect-src 'self' ws://a.example:1 http://a.example:1`,
  );
  assert.match(permissionsPolicy('https://b.example'), /^microphone=\(self "https:\/\/b\.example"\), /);
});
