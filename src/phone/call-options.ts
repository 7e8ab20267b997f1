import type {ICallOptions} from '@telnyx/webrtc';
import type {CallConfig} from '../call-config.js';
import {codecsByName, codecsListed} from './codecs.js';
import type {TokenAnswer} from './token-answer.js';

/** What Telnyx's AI assistants hear best. */
const ASSISTANTS_CODEC = 'opus';

/**
 * What a call is placed with. What the token endpoint answered wins over attributes; the page's own `callOptions` come
 * last.
 *
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk/interfaces/icalloptions
 */
export function callOptions(config: CallConfig, answer: TokenAnswer | undefined): ICallOptions {
  const destinationNumber = answer?.destination ?? config.destination;
  const codecs = preferredCodecs(config);
  return {
    ...(destinationNumber && {destinationNumber}),
    callerName: answer?.callerName ?? config.callerName ?? '',
    callerNumber: answer?.callerNumber ?? config.callerNumber ?? '',
    ...(config.customHeaders && {customHeaders: [...config.customHeaders]}),
    ...(config.clientState && {clientState: base64(config.clientState)}),
    ...config.callOptions,
    preferred_codecs: codecs.length ? [...codecs] : undefined,
  };
}

function preferredCodecs({callOptions, preferredCodecs, assistant}: CallConfig): readonly RTCRtpCodec[] {
  const listed = callOptions?.['preferred_codecs'] as readonly RTCRtpCodec[] | undefined;
  if (listed) return codecsListed(listed);
  return codecsByName(preferredCodecs.length || !assistant ? preferredCodecs : [ASSISTANTS_CODEC]);
}

/** As Telnyx wants a client state: base64 of its UTF-8. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
