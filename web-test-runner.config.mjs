import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {findBrowser} from './scripts/find-programs.mjs';

/** Counts for scripts/test.mjs: a skipped test counts as failed, and so does a file that could not run. */
const counts = {
  stop({sessions}) {
    if (!process.env.WTR_REPORT) return;
    const all = ({tests, suites}) => [...tests, ...suites.flatMap(all)];
    const tests = [...sessions].flatMap(({testResults}) => (testResults ? all(testResults) : []));
    const broken = [...sessions].filter(({errors}) => errors.length).length;
    const passed = tests.filter((test) => test.passed).length;
    writeFileSync(process.env.WTR_REPORT, JSON.stringify({passed, failed: tests.length - passed + broken}));
  },
};

/** Unit tests place no real call: the SDK's name leads to its stand-in. */
const fakeSdk = {
  name: 'fake-sdk',
  resolveImport: ({source}) => (source === '@telnyx/webrtc' ? '/test/fakes/telnyx-webrtc.ts' : undefined),
};

export default {
  files: [
    'test/**/*.test.ts',
    '!test/token-endpoint/**',
    '!test/package/**',
    '!test/{package-exports,e2e-table,accessibility-table}.test.ts',
    '!test/e2e/**',
  ],
  nodeResolve: {exportConditions: ['production', 'browser']},
  plugins: [
    fakeSdk,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
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
  reporters: [defaultReporter(), counts],
  // One page at a time: a page in the background has no focus and paints no frames.
  concurrency: 1,
  testsFinishTimeout: 300_000,
  testFramework: {config: {timeout: 10_000}},
};
