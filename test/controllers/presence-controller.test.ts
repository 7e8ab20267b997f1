import {expect} from '@open-wc/testing';
import {PresenceController} from '../../src/controllers/presence-controller.js';
import type {CallState} from '../../src/session/state.js';
import {replace} from '../fakes/replace.js';
import {active, ended, gathering, ringing, states} from '../fakes/samples.js';
import {settle} from '../fakes/until.js';

const idle: CallState = {phase: 'idle', attempt: 3};
const MARK = '☎\uFE0E ';

/** The lock-screen's side of a browser: unknown actions throw. */
class FakeMediaSession {
  metadata: MediaMetadata | null = null;
  playbackState: MediaSessionPlaybackState = 'none';
  readonly handlers = new Map<string, () => void>();
  microphone = false;
  knows = ['hangup', 'togglemicrophone'];

  setActionHandler(action: string, handler: (() => void) | null): void {
    if (!this.knows.includes(action)) throw new TypeError(action);
    if (handler) this.handlers.set(action, handler);
    else this.handlers.delete(action);
  }

  setMicrophoneActive(on: boolean): unknown {
    this.microphone = on;
    return undefined;
  }
}

class FakeWakeLock {
  readonly locks: FakeLock[] = [];
  refuses = false;

  async request(): Promise<WakeLockSentinel> {
    if (this.refuses) throw new DOMException('battery', 'NotAllowedError');
    const lock = new FakeLock();
    this.locks.push(lock);
    return lock as unknown as WakeLockSentinel;
  }

  get held(): number {
    return this.locks.filter(({released}) => !released).length;
  }
}

class FakeLock {
  released = false;
  async release(): Promise<void> {
    this.released = true;
  }
}

let session: FakeMediaSession;
let lock: FakeWakeLock;
let pressed: string[];
let go: (...states: CallState[]) => void;

function hide(hidden: boolean): void {
  replace(document, 'hidden', hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('A call in the system', () => {
  beforeEach(() => {
    session = new FakeMediaSession();
    lock = new FakeWakeLock();
    pressed = [];
    replace(navigator, 'mediaSession', session as unknown as MediaSession);
    replace(navigator, 'wakeLock', lock as unknown as WakeLock);
    replace(document, 'hidden', false);
    document.title = 'A shop';
    const presence = new PresenceController((state) => ({title: 'Call us', status: state.phase}), {
      hangup: () => pressed.push('hangup'),
      togglemicrophone: () => pressed.push('togglemicrophone'),
    });
    let previous: CallState = idle;
    go = (...all) => {
      for (const state of all) {
        presence.follow(state, previous);
        previous = state;
      }
    };
  });

  afterEach(async () => {
    go(ended());
    await settle();
    expect(session.metadata).to.equal(null);
    expect(session.handlers.size).to.equal(0);
    expect(session.playbackState).to.equal('none');
    expect(session.microphone).to.equal(false);
    expect(lock.held).to.equal(0);
    expect(document.title).not.to.contain('☎');
  });

  describe('What the system shows of a call', () => {
    for (const [name, state] of Object.entries<CallState>(states)) {
      const talking = 'since' in state && state.since !== undefined && !state.leaving;
      const known = talking || name === 'incoming';
      it(`${name}: ${known ? 'the call' : 'nothing'}${talking ? ', and keeps the screen on' : ''}`, async () => {
        go(state);
        await settle();
        expect(session.metadata?.title).to.equal(known ? 'Call us' : undefined);
        expect(session.handlers.size).to.equal(known ? 2 : 0);
        expect(lock.held).to.equal(talking ? 1 : 0);
      });
    }

    it('follows the call: what is going on, and whether the microphone is muted', () => {
      go(ringing(), active());
      expect(session.metadata).to.include({title: 'Call us', artist: 'active'});
      expect(session.playbackState).to.equal('playing');
      expect(session.microphone).to.equal(true);
      const {metadata} = session;
      go(active({muted: true}));
      expect(session.microphone).to.equal(false);
      expect(session.metadata === metadata).to.equal(true);
      go(active({muted: true, held: true}));
      expect(session.metadata).to.include({artist: 'held'});
      go(active());
      expect(session.microphone).to.equal(true);
    });

    it('its buttons do what the panel’s do', () => {
      go(active());
      session.handlers.get('togglemicrophone')?.();
      session.handlers.get('hangup')?.();
      expect(pressed).to.deep.equal(['togglemicrophone', 'hangup']);
    });

    it('is taken back as soon as the visitor hangs up', async () => {
      go(active());
      await settle();
      go(active({leaving: true}));
      expect(session.handlers.size).to.equal(0);
      expect(lock.held).to.equal(0);
    });

    it('gives back what the page has shown before', () => {
      const metadata = new MediaMetadata({title: 'The page’s song'});
      Object.assign(session, {metadata, playbackState: 'paused'});
      go(active(), ended());
      expect(session.metadata === metadata).to.equal(true);
      expect(session.playbackState).to.equal('paused');
      Object.assign(session, {metadata: null, playbackState: 'none'});
    });

    it('leaves what the page has set meanwhile', () => {
      const metadata = new MediaMetadata({title: 'The page’s next song'});
      go(active());
      Object.assign(session, {metadata, playbackState: 'paused'});
      go(ended());
      expect(session.metadata === metadata).to.equal(true);
      expect(session.playbackState).to.equal('paused');
      Object.assign(session, {metadata: null, playbackState: 'none'});
    });

    it('gives back what the page has set last, also after the call was shown once more', () => {
      const metadata = new MediaMetadata({title: 'The page’s next song'});
      go(active());
      Object.assign(session, {metadata});
      go(active({held: true}));
      expect(session.metadata).to.include({artist: 'held'});
      go(ended());
      expect(session.metadata === metadata).to.equal(true);
      Object.assign(session, {metadata: null});
    });

    it('where the microphone would be turned off for the whole page, it is only ever given back', async () => {
      const told: boolean[] = [];
      session.setMicrophoneActive = async (on) => {
        told.push(on);
        throw new DOMException('not in a click', 'NotAllowedError');
      };
      go(active(), active({muted: true}), active(), ended());
      await settle();
      expect(told).to.deep.equal([true, true]);
    });

    it('a browser that knows none of it is left alone', () => {
      session.knows = [];
      session.setMicrophoneActive = undefined as never;
      replace(window, 'MediaMetadata', undefined as never);
      go(active(), active({muted: true}), ended());
      replace(navigator, 'mediaSession', undefined as never);
      replace(navigator, 'wakeLock', undefined as never);
      go(active(), active({muted: true}), ended());
    });
  });

  describe('The screen in a call', () => {
    it('is asked for again when the page is seen again, and not while it is hidden', async () => {
      go(active());
      await settle();
      await lock.locks[0]?.release();
      hide(true);
      await settle();
      expect(lock.held).to.equal(0);
      hide(false);
      await settle();
      expect(lock.held).to.equal(1);
      expect(lock.locks).to.have.length(2);
    });

    it('is asked for once, however often the state changes', async () => {
      go(active(), active({muted: true}), active({held: true}));
      await settle();
      expect(lock.locks).to.have.length(1);
    });

    it('is let go when it comes after the call', async () => {
      go(active(), ended());
      await settle();
      expect(lock.locks).to.have.length(1);
      expect(lock.held).to.equal(0);
    });

    it('may be refused', async () => {
      lock.refuses = true;
      go(active());
      await settle();
      expect(lock.held).to.equal(0);
    });
  });

  describe('The tab of a hidden page', () => {
    it('is marked while there is a call, and only then', () => {
      go(gathering('permission'));
      hide(true);
      expect(document.title).to.equal('A shop');
      go(ringing());
      expect(document.title).to.equal(`${MARK}A shop`);
      hide(false);
      expect(document.title).to.equal('A shop');
      hide(true);
      go(active());
      expect(document.title).to.equal(`${MARK}A shop`);
      go(ended());
      expect(document.title).to.equal('A shop');
    });

    it('the title’s own text is left in its place', () => {
      const title = document.head.querySelector('title')!;
      const text = title.firstChild!;
      go(active());
      hide(true);
      (text as Text).data = 'A new name';
      expect(document.title).to.equal(`${MARK}A new name`);
      hide(false);
      expect(title.childNodes).to.have.length(1);
      expect(title.firstChild === text).to.equal(true);
      expect(document.title).to.equal('A new name');
    });

    it('a title that the page sets meanwhile stays', () => {
      go(active());
      hide(true);
      document.title = '(1) ☎ A message';
      hide(false);
      expect(document.title).to.equal('(1) ☎ A message');
      document.title = 'A shop';
    });

    it('a title that the page sets meanwhile is marked with the next news of the call, once', () => {
      go(active());
      hide(true);
      document.title = '(1) A message';
      go(active({muted: true}), active());
      expect(document.title).to.equal(`${MARK}(1) A message`);
      document.title = `(2) ${document.title}`;
      go(active({muted: true}));
      expect(document.title.split(MARK)).to.have.length(2);
      hide(false);
      expect(document.title).to.equal('(2) (1) A message');
      go(active());
      expect(document.title).to.equal('(2) (1) A message');
    });

    it('a title that the page makes out of the marked one loses the mark', () => {
      go(active());
      hide(true);
      document.title = `(1) ${document.title}`;
      hide(false);
      expect(document.title).to.equal('(1) A shop');
    });

    it('a page without a title gets none', () => {
      const title = document.head.querySelector('title')!;
      title.remove();
      go(active());
      hide(true);
      expect(document.head.querySelector('title')).to.equal(null);
      hide(false);
      document.head.append(title);
    });

    it('nothing listens any more when the call is over', async () => {
      go(active(), ended());
      hide(true);
      hide(false);
      await settle();
      expect(document.title).to.equal('A shop');
      expect(lock.locks).to.have.length(1);
      expect(lock.held).to.equal(0);
    });
  });
});
