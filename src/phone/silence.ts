/** A stream that says nothing, for a call that goes on without a microphone. */
export function silence(): {readonly stream: MediaStream; stop(): void} {
  const context = new AudioContext();
  const {stream} = context.createMediaStreamDestination();
  return {stream, stop: () => void context.close().catch(() => undefined)};
}
