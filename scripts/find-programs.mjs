import {accessSync, constants, statSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const env = process.env;

/** Where browsers stand that are not on the PATH, by platform. */
const places = (windows, mac) => {
  if (process.platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((root) =>
      root ? windows.map((path) => join(root, path)) : [],
    );
  return process.platform === 'darwin' ? mac.map((path) => join('/Applications', path)) : [];
};

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const onPath = (names) =>
  (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => (folder ? names.map((name) => join(folder, name)) : []));

/**
 * The Chrome, Chromium or Edge of this machine.
 * @returns {string | null} the program's path: CHROME_PATH, else the first found; null if there is none
 */
export function findBrowser() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
  ];
  const windows = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  const mac = [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ];
  return [env.CHROME_PATH ?? '', ...onPath(names), ...places(windows, mac)].find(isProgram) ?? null;
}

/**
 * The Firefox of this machine.
 * @returns {string | null} the program's path: FIREFOX_PATH, else the first found; null if there is none
 */
export function findFirefox() {
  const windows = ['Mozilla Firefox/firefox.exe'];
  const mac = ['Firefox.app/Contents/MacOS/firefox'];
  return (
    [env.FIREFOX_PATH ?? '', ...onPath(['firefox-esr', 'firefox']), ...places(windows, mac)].find(
      isProgram,
    ) ?? null
  );
}

/**
 * The TURN server of this machine: coturn.
 * @returns {string | null} the program's path: TURNSERVER_PATH, else the first found; null if there is none
 */
export function findTurnServer() {
  return [env.TURNSERVER_PATH ?? '', ...onPath(['turnserver'])].find(isProgram) ?? null;
}
