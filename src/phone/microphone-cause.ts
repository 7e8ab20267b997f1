import type {FailureCode} from '../errors.js';

/**
 * Why `getUserMedia` gave no microphone. Browsers name most causes alike, so it is read from what they say around
 * it: the permission, the page's policy, the list of devices. Never rejects.
 *
 * @param error what `getUserMedia` rejected with
 */
export async function microphoneCause(error: unknown): Promise<FailureCode> {
  if (!isSecureContext) return 'insecure-page';
  if (!navigator.mediaDevices) return 'unsupported';
  const {name, message} = Object(error) as Partial<Error>;
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'microphone-missing';
  // Chromium in a frame without an origin of its own.
  if (name === 'SecurityError') return forbidden();
  if (name !== 'NotAllowedError') return 'microphone-busy';
  // The policy comes first: Chromium's query says "granted" or "denied" in a page that may not ask at all.
  const allows = policy();
  if (allows === false) return forbidden();
  if (/system/i.test(String(message))) return 'microphone-system';
  switch (await permission()) {
    case 'prompt':
      return 'microphone-dismissed';
    case 'granted':
      return 'microphone-system';
    case 'denied':
      return allows === undefined && framed() && (await hidden()) ? 'microphone-frame' : 'microphone-denied';
    default:
      return /dismiss/i.test(String(message)) ? 'microphone-dismissed' : 'microphone-denied';
  }
}

const framed = (): boolean => window !== window.top;

const forbidden = (): FailureCode => (framed() ? 'microphone-frame' : 'microphone-blocked');

/** What tells a page what it may use: Chromium's has the older name, the standard's draft the newer one. */
type Policies = Partial<
  Record<'permissionsPolicy' | 'featurePolicy', {allowsFeature(name: string): boolean}>
>;

/** Whether the page and the frames around it allow the microphone, where the browser tells. */
function policy(): boolean | undefined {
  const {permissionsPolicy, featurePolicy} = document as Policies;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature('microphone');
}

/** Not every browser knows the permission by this name. */
async function permission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({name: 'microphone'})).state;
  } catch {
    return undefined;
  }
}

/** Firefox lists one nameless microphone to a page that was denied it, and none to a frame that may not ask. */
async function hidden(): Promise<boolean> {
  try {
    return !(await navigator.mediaDevices.enumerateDevices()).some(({kind}) => kind === 'audioinput');
  } catch {
    return false;
  }
}
