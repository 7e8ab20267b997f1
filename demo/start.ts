import {startGateway} from './gateway/index.js';
import {startSite, type TelnyxAccount} from './server.js';

const GATEWAY_PORT = 7443;
const SITE_PORT = 8080;

const telnyx = accountFromEnvironment();
const gateway = await onFreePort(GATEWAY_PORT, (port) => startGateway({port}));
const site = await onFreePort(SITE_PORT, (port) => startSite({port, gateway, telnyx}));
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
  if (!apiKey || !connectionId || !destination) {
    console.error(
      'To call through Telnyx, set all of TELNYX_API_KEY, TELNYX_CONNECTION_ID and TELNYX_DESTINATION.',
    );
    process.exit(1);
  }
  return {apiKey, connectionId, destination};
}

/** Starts something on the wanted port or, if that is taken, on one of the next twenty. */
async function onFreePort<T>(wanted: number, start: (port: number) => Promise<T>): Promise<T> {
  for (let port = wanted; ; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port === wanted + 20) throw error;
    }
  }
}

function welcome(): string {
  const call = telnyx
    ? `Calls from the visitor page go through Telnyx to ${telnyx.destination}.`
    : 'Go on duty on the agent page, then call from the visitor page. Use headphones if both are on one machine.\n' +
      '  Nobody on duty? The visitor page has other numbers under "Try other numbers": echo, tone, busy and more.';
  return `
  Visitor page   ${site.url}/
  Agent page     ${site.url}/agent.html
  Faults page    ${site.url}/faults.html
  Local gateway  ${gateway.url}

  ${call}
  Ctrl+C stops everything.
`;
}
