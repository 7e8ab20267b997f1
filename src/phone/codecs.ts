/** What this browser can receive: with another codec the preference of all would be refused. */
function known(): readonly RTCRtpCodec[] {
  try {
    return RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
  } catch {
    return [];
  }
}

/** `opus` of `audio/opus`. */
const nameOf = ({mimeType}: {readonly mimeType: string}): string =>
  mimeType.slice(mimeType.indexOf('/') + 1).toLowerCase();

/** Those of the names that this browser has no codec of; none where it doesn't say which it has. */
export function unknownCodecs(names: readonly string[]): readonly string[] {
  const all = known().map(nameOf);
  return all.length ? names.filter((name) => !all.includes(name)) : [];
}

/**
 * The browser's codecs with those that are named first, in that order; empty if it has none of them.
 *
 * @see https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiver-setcodecpreferences
 */
export function codecsByName(names: readonly string[]): readonly RTCRtpCodec[] {
  const rank = (codec: RTCRtpCodec) => names.indexOf(nameOf(codec)) + 1 || Infinity;
  const all = [...known()].sort((one, other) => rank(one) - rank(other) || 0);
  return all[0] && names.includes(nameOf(all[0])) ? all : [];
}

/** The browser's own of the codecs that a page has listed. One that it has not would cost the call. */
export function codecsListed(list: readonly RTCRtpCodec[]): readonly RTCRtpCodec[] {
  const key = ({mimeType, clockRate, channels, sdpFmtpLine}: RTCRtpCodec) =>
    [mimeType.toLowerCase(), clockRate, channels, sdpFmtpLine].join();
  return list.flatMap((wanted) => known().find((codec) => key(codec) === key(wanted)) ?? []);
}
