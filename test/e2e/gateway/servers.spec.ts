import {REGIONS, SIGNALING, SIGNALING_IN_DEVELOPMENT, signalingIn} from '../../../scripts/docs/network.js';
import {expect, test} from '../support/fixtures.js';

// What docs/network.md tells a network to let through.
test('the SDK goes to the server that is named for its region', async ({page, site}) => {
  await page.goto(site.url);
  const asked = await page.evaluate(
    async ([sdk, regions]) => {
      const origins: string[] = [];
      // Nothing leaves the page: a socket that never opens. The SDK takes the one that it finds while it loads.
      window.WebSocket = class extends EventTarget {
        constructor(url: string) {
          super();
          origins.push(new URL(url).origin);
        }
      } as unknown as typeof WebSocket;
      const {TelnyxRTC} = (await import(sdk as string)) as typeof import('@telnyx/webrtc');
      for (const options of [{}, ...regions.map((region) => ({region})), {env: 'development'}])
        await new TelnyxRTC({login_token: 'a.b.c', ...options} as never).connect();
      return origins;
    },
    ['/sdk.mjs', REGIONS] as const,
  );
  expect(asked).toEqual([SIGNALING, ...REGIONS.map(signalingIn), SIGNALING_IN_DEVELOPMENT]);
});
