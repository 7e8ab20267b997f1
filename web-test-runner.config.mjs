import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {findBrowser} from './scripts/find-browser.mjs';

export default {
  files: ['test/**/*.test.ts', '!test/token-endpoint/**', '!test/package-exports.test.ts', '!test/e2e/**'],
  nodeResolve: {exportConditions: ['production', 'browser']},
  plugins: [
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))}),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findBrowser() ?? undefined,
        args: [
          '--no-sandbox',
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          '--disable-background-networking',
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
        ],
      },
    }),
  ],
  concurrency: 2,
  testFramework: {config: {timeout: 10_000}},
};
