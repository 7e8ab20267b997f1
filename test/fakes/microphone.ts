import {replace} from './replace.js';

// The browser's own, whatever a test puts in its place.
const Context = window.AudioContext;

/** A stream of silence whose tracks can be stopped as real ones. */
export function silence(): MediaStream {
  return new Context().createMediaStreamDestination().stream;
}

/** What the browser knows of the visitor's decision. */
class FakePermission extends EventTarget {
  constructor(public state: PermissionState) {
    super();
  }
}

/** The visitor's microphone: what the browser answers, and what becomes of it. */
export class FakeMicrophone {
  /** What was asked for, in order. */
  readonly asked: Array<MediaStreamConstraints | undefined> = [];
  /** What was given, in order. */
  readonly streams: MediaStream[] = [];
  /** What the browser answers. */
  answer: (constraints?: MediaStreamConstraints) => Promise<MediaStream> = () => Promise.resolve(silence());
  /** The copies that were made of what was given, in order. */
  readonly copies: MediaStreamTrack[] = [];
  readonly #permission: FakePermission;

  constructor(permission: PermissionState = 'prompt') {
    this.#permission = new FakePermission(permission);
    const {copies} = this;
    const {clone} = MediaStreamTrack.prototype;
    replace(MediaStreamTrack.prototype, 'clone', function (this: MediaStreamTrack) {
      const copy = clone.call(this);
      copies.push(copy);
      return copy;
    });
    replace(navigator.permissions, 'query', async () => this.#permission as unknown as PermissionStatus);
    replace(navigator.mediaDevices, 'getUserMedia', async (constraints) => {
      this.asked.push(constraints);
      const stream = await this.answer(constraints);
      this.streams.push(stream);
      return stream;
    });
  }

  /** Keeps the browser's prompt open. The visitor allows, denies or closes it later. */
  prompt(): {allow: () => void; deny: (name?: string) => void; dismiss: () => void} {
    let allow!: () => void;
    let fail!: (name: string) => void;
    const decision = new Promise<MediaStream>((resolve, reject) => {
      allow = () => resolve(silence());
      fail = (name) => reject(new DOMException('', name));
    });
    this.answer = () => decision;
    const deny = (name = 'NotAllowedError') => {
      if (name === 'NotAllowedError') this.decide('denied');
      fail(name);
    };
    return {allow, deny, dismiss: () => fail('NotAllowedError')};
  }

  /** There is a microphone again, or for the first time: what the browser answers from now on. */
  give(): void {
    this.answer = () => Promise.resolve(silence());
  }

  /** There is none: what the browser answers from now on. */
  refuse(name: string): void {
    this.answer = () => Promise.reject(new DOMException('', name));
  }

  /** The visitor changes the permission in the browser's own settings. */
  decide(permission: PermissionState): void {
    if (this.#permission.state === permission) return;
    this.#permission.state = permission;
    this.#permission.dispatchEvent(new Event('change'));
  }

  /** The browser ends what it gave. */
  end(): void {
    for (const track of this.#given) {
      if (track.readyState === 'ended') continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }

  /** A device was plugged in, or out. */
  changeDevices(): void {
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }

  /** True while any track that was given, or a copy of it, is running. */
  get on(): boolean {
    return [...this.#given, ...this.copies].some((track) => track.readyState === 'live');
  }

  get #given(): MediaStreamTrack[] {
    return this.streams.flatMap((stream) => stream.getTracks());
  }
}
