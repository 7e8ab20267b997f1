import {TelnyxCallButton} from './telnyx-call-button.js';

/*
 * What script tags load. Unlike the import of `index.ts` it registers the tag in a task of its own: on a slow phone the
 * script and the page's first layout are one task already.
 */
if (globalThis.customElements) {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    // The first one wins: the script may be loaded twice, in two versions.
    if (!customElements.get('telnyx-call-button'))
      customElements.define('telnyx-call-button', TelnyxCallButton);
  };
  port2.postMessage(0);
}
