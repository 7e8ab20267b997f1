import {toneFile} from './wav.js';

/** What the fake microphone hears, in Hz. */
export const MICROPHONE_HZ = 1000;

/** Chromium's arguments: a fake microphone with a known tone, and no way out of this machine. */
export const browserArgs = (microphoneHz: number): string[] => [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${toneFile(microphoneHz)}`,
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];
