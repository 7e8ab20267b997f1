import {createServer} from 'node:net';
import {startGateway} from './gateway/index.js';
import {startSite, type TelnyxAccount} from './server.js';

const GATEWAY_PORT = 7443;
const SITE_PORT = 8080;

const telnyx = accountFromEnvironment();
const gateway = await startGateway({port: await freePort(GATEWAY_PORT)});
const site = await startSite({port: await freePort(SITE_PORT), gateway, telnyx});
console.log(welcome());

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([site.close(), gateway.close()]).then(() => process.exit(0));
  });
}

function accountFromEnvironment(): TelnyxAccount | undefined {
  const {
    TELNYX_API_KEY: apiKey,
    TELNYX_CONNECTION_ID: connectionId,
    TELNYX_DESTINATION: destination,
  } = process.env;
  if (!apiKey && !connectionId) return undefined;
  if (!apiKey || !connectionId) {
    console.error('To call through Telnyx, set both TELNYX_API_KEY and TELNYX_CONNECTION_ID.');
    process.exit(1);
  }
  return {apiKey, connectionId, destination};
}

/** The wanted port of 127.0.0.1 or, if it is taken, the next one that is free. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false)).listen(wanted, '127.0.0.1', () => resolve(true));
  });
  if (!free) return freePort(wanted + 1);
  await new Promise((resolve) => probe.close(resolve));
  return wanted;
}

function welcome(): string {
  const call = telnyx
    ? `Calls from the visitor page go through Telnyx to ${telnyx.destination ?? 'the number you enter at its foot'}.`
    : 'Go on duty on the agent page, then call from the visitor page. Use headphones if both are on one machine.\n' +
      '  Nobody on duty? The visitor page has other numbers under "Try other numbers": echo, tone, busy and more.';
  return `
  Visitor page   ${site.url}/
  Agent page     ${site.url}/agent.html
  Faults page    ${site.url}/faults.html
  Gallery        ${site.url}/gallery.html
  Local gateway  ${gateway.url}

  ${call}
  Ctrl+C stops everything.
`;
}
