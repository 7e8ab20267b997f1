import {emulateMedia} from '@web/test-runner-commands';

/** Runs tests on a page that follows the visitor's colours, once in light and once in dark ones. */
export function inBothSchemes(title: string, tests: () => void): void {
  for (const colorScheme of ['light', 'dark'] as const) {
    describe(`${title} (${colorScheme})`, () => {
      before(async () => {
        await emulateMedia({colorScheme});
        Object.assign(document.documentElement.style, {colorScheme: 'light dark', background: 'Canvas'});
      });
      after(async () => {
        document.documentElement.removeAttribute('style');
        await emulateMedia({colorScheme: 'light'});
      });
      tests();
    });
  }
}
