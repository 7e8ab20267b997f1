import type {ICallOptions} from '@telnyx/webrtc';
import type {CallConfig} from '../call-config.js';
import type {TokenAnswer} from './token-answer.js';

/**
 * What a call is placed with. What the token endpoint answered wins over attributes; the page's own `callOptions` come
 * last.
 *
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk/interfaces/icalloptions
 */
export function callOptions(config: CallConfig, answer: TokenAnswer | undefined): ICallOptions {
  const destinationNumber = answer?.destination ?? config.destination;
  return {
    ...(destinationNumber && {destinationNumber}),
    callerName: answer?.callerName ?? config.callerName ?? '',
    callerNumber: answer?.callerNumber ?? config.callerNumber ?? '',
    ...(config.customHeaders && {customHeaders: [...config.customHeaders]}),
    ...(config.clientState && {clientState: base64(config.clientState)}),
    ...config.callOptions,
  };
}

/** As Telnyx wants a client state: base64 of its UTF-8. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
