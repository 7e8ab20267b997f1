import {toneFile} from './wav.js';

/** What the fake microphone hears, in Hz. */
export const MICROPHONE_HZ = 1000;

/** A name that leads to this machine and is no secure context, in both browsers. */
export const INSECURE_HOST = 'shop.test';

/**
 * What Chromium's own window has no use for here: each new one renders these popups, as much work as a whole test.
 * Chromium takes the last of two lists, so Playwright's (`disabledFeatures` in its `chromiumSwitches.ts`) is repeated.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AutoDeElevate',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BlockOriginHeaderModificationOnRedirect',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

/**
 * Chromium's arguments: a fake microphone with a known tone, and no way out of this machine. Permissions are real: a
 * context must grant them, and nobody is there to answer a question.
 */
export const browserArgs = (microphoneHz: number): string[] => [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${toneFile(microphoneHz)}`,
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  `--disable-features=${WITHOUT.join()}`,
  `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
];

/** The same for Firefox, as preferences. It has no way to grant a permission later. */
export const firefoxPrefs: Record<string, string | number | boolean> = {
  'media.navigator.streams.fake': true,
  'media.navigator.audio.fake_frequency': MICROPHONE_HZ,
  // 1 is granted, 2 denied, 0 a question.
  'permissions.default.microphone': 1,
  // The gateway listens on loopback only.
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  'network.dns.disabled': true,
  'network.dns.localDomains': INSECURE_HOST,
};
