import {existsSync, mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const RATE = 48_000;
const SECONDS = 2;
/** The tone comes in pulses: noise suppression takes an endless tone for noise and removes it. */
const PULSE = 0.4;
const PERIOD = 0.5;

/**
 * A WAV (48 kHz, mono, 16 bit, 2 s, fit to be looped) of a pulsed tone, for Chromium's fake microphone.
 * @param hz a multiple of 2, so that pulses begin and end at zero
 * @returns the file's path
 */
export function toneFile(hz: number): string {
  const folder = join(tmpdir(), 'telnyx-call-button');
  const path = join(folder, `tone-${hz}.wav`);
  if (existsSync(path)) return path;
  const samples = RATE * SECONDS;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i += 1) {
    const on = (i / RATE) % PERIOD < PULSE;
    wav.writeInt16LE(on ? Math.round(16_000 * Math.sin((2 * Math.PI * hz * i) / RATE)) : 0, 44 + i * 2);
  }
  mkdirSync(folder, {recursive: true});
  // Another worker may be writing it too: each writes its own and renames it.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, wav);
  renameSync(own, path);
  return path;
}
