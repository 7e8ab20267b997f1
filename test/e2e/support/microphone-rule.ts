import type {MicrophoneState} from './microphone-faults.js';

/** What the page plays instead of its browser. */
export interface Rule {
  /** `granted` leaves all to the browser. */
  played: MicrophoneState;
  /** What the permission query is made to say; null leaves it to the browser. */
  permission: PermissionState | null;
  /** Whose words the errors are in. */
  firefox: boolean;
}

interface Play {
  rule: Rule;
  /** Queries that the page has made. */
  queries: PermissionStatus[];
  /** Lets open questions look again. */
  ask: () => void;
}

declare global {
  interface Window {
    microphonePlay?: Play;
  }
}

/**
 * Runs in the page, first before anything else and then at each change: plays what a browser under test can not be
 * brought to. Needs the probe.
 */
export function installRule(rule: Rule): void {
  // Absent where the page is no secure context.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;

  const error = ({played, firefox}: Rule): DOMException | undefined => {
    const gecko = 'The request is not allowed by the user agent or the platform in the current context.';
    const errors: Partial<Record<MicrophoneState, [name: string, chromium: string, firefox: string]>> = {
      denied: ['NotAllowedError', 'Permission denied', gecko],
      system: ['NotAllowedError', 'Permission denied by system', gecko],
      dismissed: ['NotAllowedError', 'Permission dismissed', gecko],
      missing: ['NotFoundError', 'Requested device not found', 'The object can not be found here.'],
      busy: ['NotReadableError', 'Could not start audio source', 'Failed to allocate audiosource'],
    };
    const words = errors[played];
    return words && new DOMException(words[firefox ? 2 : 1], words[0]);
  };

  const install = (): Play => {
    const play: Play = {rule, queries: [], ask: () => undefined};
    let changed: Promise<void>;
    const listen = (): void => {
      changed = new Promise((done) => {
        play.ask = () => {
          listen();
          done();
        };
      });
    };
    listen();

    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      while (play.rule.played === 'pending') await changed;
      const refused = error(play.rule);
      if (refused) throw refused;
      return getUserMedia(constraints);
    };
    const enumerateDevices = devices.enumerateDevices.bind(devices);
    devices.enumerateDevices = async () =>
      (await enumerateDevices()).filter(({kind}) => kind !== 'audioinput' || play.rule.played !== 'missing');

    const query = navigator.permissions.query.bind(navigator.permissions);
    navigator.permissions.query = async (descriptor) => {
      const status = await query(descriptor);
      if ((descriptor.name as string) !== 'microphone') return status;
      const own = status.state;
      // Chromium's own answer changes by itself.
      if (play.rule.permission)
        Object.defineProperty(status, 'state', {get: () => play.rule.permission ?? own});
      play.queries.push(status);
      return status;
    };

    // Firefox keeps a script's events from a track's listeners unless they say, in an argument of its own, that they
    // want them: with the `ended` that is played below the page would hear nothing. The browser's own always come.
    const {addEventListener} = EventTarget.prototype;
    MediaStreamTrack.prototype.addEventListener = function (...[type, listener, options]: unknown[]) {
      Reflect.apply(addEventListener, this, [type, listener, options, true]);
    };
    return play;
  };

  const play = (window.microphonePlay ??= install());
  const before = play.rule;
  play.rule = rule;
  if (['denied', 'system', 'dismissed', 'missing'].includes(rule.played))
    for (const track of [...window.probe.tracks, ...window.probe.copies])
      if (track.kind === 'audio' && track.readyState === 'live') {
        track.stop();
        // A track that is stopped does not say so; one that is taken away does.
        track.dispatchEvent(new Event('ended'));
      }
  if ((before.played === 'missing') !== (rule.played === 'missing'))
    devices.dispatchEvent(new Event('devicechange'));
  if (before.permission !== rule.permission)
    for (const status of play.queries) status.dispatchEvent(new Event('change'));
  play.ask();
}
