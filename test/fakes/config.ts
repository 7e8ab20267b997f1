import type {CallConfig, Settings} from '../../src/call-config.js';
import {readConfig} from '../../src/read-config.js';

/** The configuration that a page makes with these settings. */
export const callConfig = (set: Settings = {}): CallConfig =>
  readConfig(set, 'https://shop.example/', (message) => {
    throw new Error(message);
  });
