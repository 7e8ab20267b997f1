import {spawn} from 'node:child_process';
import {createSocket} from 'node:dgram';
import {mkdtemp, rm} from 'node:fs/promises';
import {connect, createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findTurnServer} from '../../../scripts/find-programs.mjs';
import {expect} from './expect.js';

const HOST = '127.0.0.1';
const USERNAME = 'visitor';
const CREDENTIAL = 'a relay for tests';

/** A real TURN server on this machine: coturn. */
export interface TurnServer {
  /** For `iceServers`: the server over one transport, with its credentials. */
  over(transport: 'udp' | 'tcp'): {urls: string; username: string; credential: string};
  /** Its log so far. */
  readonly log: string;
  close(): Promise<void>;
}

/**
 * Starts a TURN server on a free port, which relays to this machine.
 *
 * @throws Error if there is no such program, or it does not answer
 */
export async function startTurnServer(): Promise<TurnServer> {
  const program = findTurnServer();
  if (!program)
    throw new Error(
      'This test needs a TURN server: install coturn, or set TURNSERVER_PATH to its turnserver.',
    );
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'turn-'));
  const child = spawn(program, [
    // No file of the machine's own.
    '-n',
    `--listening-ip=${HOST}`,
    `--relay-ip=${HOST}`,
    `--listening-port=${port}`,
    '--lt-cred-mech',
    `--user=${USERNAME}:${CREDENTIAL}`,
    '--realm=shop.test',
    '--allow-loopback-peers',
    '--no-tls',
    '--no-dtls',
    '--no-cli',
    '--relay-threads=1',
    '--log-file=stdout',
    `--pidfile=${join(folder, 'pid')}`,
    `--userdb=${join(folder, 'db')}`,
  ]);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (log += String(data)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, {recursive: true});
  };
  try {
    await expect.poll(() => takesStream(port), {message: 'coturn over TCP'}).toBe(true);
    await expect.poll(() => answers(port), {message: 'coturn over UDP'}).toBe(true);
    expect(child.exitCode, log).toBe(null);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    over: (transport) => ({
      urls: `turn:${HOST}:${port}?transport=${transport}`,
      username: USERNAME,
      credential: CREDENTIAL,
    }),
    get log() {
      return log;
    },
    close,
  };
}

/** One that nobody listens on, over UDP and TCP. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, HOST, done));
  const {port} = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const takesStream = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, HOST);
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });

/** A STUN Binding request without attributes (RFC 8489, 5): type, length, magic cookie, transaction. */
const BINDING = Buffer.from('000100002112a442' + '00'.repeat(12), 'hex');
/** A datagram can be lost (ms). */
const ANSWERED_WITHIN_MS = 500;

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createSocket('udp4');
    const end = (answered: boolean): void => {
      clearTimeout(timer);
      socket.close();
      done(answered);
    };
    const timer = setTimeout(() => end(false), ANSWERED_WITHIN_MS);
    socket.once('message', () => end(true));
    socket.send(BINDING, port, HOST);
  });
