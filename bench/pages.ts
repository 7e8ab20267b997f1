declare global {
  interface Window {
    bench: {
      /** When the click was made and the INVITE was sent (ms since the page's beginning); 0 before. */
      clicked: number;
      invited: number;
      /** True when the line is registered. */
      ready: boolean;
      click(): void;
    };
  }
}

/** Runs before the page: notes the socket's frames that matter. */
export function noteInvite(): void {
  const button = () =>
    document.querySelector('telnyx-call-button')?.shadowRoot?.querySelector('button') ??
    document.querySelector('button');
  window.bench = {
    clicked: 0,
    invited: 0,
    ready: false,
    click() {
      this.clicked = performance.now();
      button()?.click();
    },
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({data}) => {
        if (String(data).includes('REGED')) window.bench.ready = true;
      });
    }
    override send(data: string): void {
      if (data.includes('telnyx_rtc.invite')) window.bench.invited ||= performance.now();
      super.send(data);
    }
  };
}

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Bench</title><body>${body}</body></html>`;

/** The pasted tag. */
export const widget = (signaling: string, warmUp: string): string =>
  page(`<script type="module" src="/dist/cdn/telnyx-call-button.js"></script>
    <telnyx-call-button token-url="/api/telnyx-token" destination="tone" signaling-url="${signaling}" warm-up="${warmUp}"></telnyx-call-button>`);

/** The least that a page with the SDK alone can do, with the same audio and the same options. */
const bare = (signaling: string, when: string) =>
  page(`<button>Call us</button><audio autoplay></audio><script type="module">
    const token = async () => (await (await fetch('/api/telnyx-token', {
      method: 'POST', headers: {'content-type': 'application/json'}, body: '{"page":"bench"}'})).json()).token;
    const connect = async () => {
      const [{TelnyxRTC}, login_token] = await Promise.all([import('/sdk.js'), token()]);
      const client = new TelnyxRTC({login_token, host: ${JSON.stringify(signaling)}, keepConnectionAliveOnSocketClose: true});
      const ready = new Promise((resolve) => client.on('telnyx.ready', resolve));
      client.connect();
      await ready;
      return client;
    };
    ${when}
    document.querySelector('button').onclick = async () => {
      (await client()).newCall({destinationNumber: 'tone', remoteElement: document.querySelector('audio'),
        audio: {echoCancellation: true, noiseSuppression: true, autoGainControl: true}});
    };
  </script>`);

/** Loads and connects on the click. */
export const BARE_COLD = (signaling: string): string => bare(signaling, 'const client = connect;');

/** Loads and connects with the page. */
export const BARE_WARM = (signaling: string): string =>
  bare(signaling, 'const connected = connect(); const client = () => connected;');
