import {replace} from './replace.js';

/** A stream of silence whose tracks can be stopped as real ones. */
export function silence(): MediaStream {
  return new AudioContext().createMediaStreamDestination().stream;
}

/** The visitor's microphone: what the browser answers, and what becomes of it. */
export class FakeMicrophone {
  /** What was asked for, in order. */
  readonly asked: Array<MediaStreamConstraints | undefined> = [];
  /** What was given, in order. */
  readonly streams: MediaStream[] = [];
  /** What the browser answers. */
  answer: () => Promise<MediaStream> = () => Promise.resolve(silence());

  constructor(permission: PermissionState = 'prompt') {
    replace(navigator.permissions, 'query', async () => ({state: permission}) as PermissionStatus);
    replace(navigator.mediaDevices, 'getUserMedia', async (constraints) => {
      this.asked.push(constraints);
      const stream = await this.answer();
      this.streams.push(stream);
      return stream;
    });
  }

  /** Keeps the browser's prompt open. The visitor allows or denies it later. */
  prompt(): {allow: () => void; deny: (name?: string) => void} {
    let allow!: () => void;
    let deny!: (name?: string) => void;
    const decision = new Promise<MediaStream>((resolve, reject) => {
      allow = () => resolve(silence());
      deny = (name = 'NotAllowedError') => reject(new DOMException('', name));
    });
    this.answer = () => decision;
    return {allow, deny};
  }

  /** True while any track that was given is running. */
  get on(): boolean {
    return this.streams.some((stream) => stream.getTracks().some((track) => track.readyState === 'live'));
  }
}
