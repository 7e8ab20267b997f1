import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {callUs} from '../src/locales/call-us.js';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | Record<string, string>>;
  files: string[];
  version: string;
  customElements: string;
  'web-types': string;
};

test('every exported file is there after a build', () => {
  const targets = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  assert.deepEqual(
    targets.filter((target) => !existsSync(target)),
    [],
  );
});

test('what editors look for is published', () => {
  for (const path of [
    manifest.customElements,
    manifest['web-types'],
    'vscode.html-custom-data.json',
    'vscode.css-custom-data.json',
  ]) {
    assert.ok(existsSync(path), path);
    assert.ok(manifest.files.includes(path), path);
  }
});

test('where there is no DOM, the import does nothing and does not throw', async () => {
  const globals = Object.keys(globalThis);
  const module = (await import('telnyx-call-button' as string)) as Record<string, unknown>;
  assert.equal(typeof module['TelnyxCallButton'], 'function');
  assert.equal('customElements' in globalThis && globals.includes('customElements'), false);
});

test('the class alone comes from ./element and is the same one', async () => {
  const [entry, element] = (await Promise.all([
    import('telnyx-call-button' as string),
    import('telnyx-call-button/element' as string),
  ])) as Array<Record<string, unknown>>;
  assert.equal(entry?.['TelnyxCallButton'], element?.['TelnyxCallButton']);
});

test('the manifest describes the element', () => {
  const {modules} = require('telnyx-call-button/custom-elements.json') as {
    modules: Array<{
      declarations: Array<{tagName?: string; attributes: Array<{name: string; description?: string}>}>;
    }>;
  };
  const element = modules
    .flatMap(({declarations}) => declarations)
    .find(({tagName}) => tagName === 'telnyx-call-button');
  assert.ok(element);
  assert.ok(element.attributes.some(({name}) => name === 'token-url'));
  assert.deepEqual(
    element.attributes.filter(({description}) => !description),
    [],
  );
});

test('the SDK that a call runs on is the one that Telnyx publishes, byte for byte', () => {
  const copy = readdirSync('dist/cdn').find((name) => name.includes('.sdk-'));
  assert.ok(copy);
  const original = readFileSync('node_modules/@telnyx/webrtc/lib/bundle.mjs');
  assert.ok(readFileSync(`dist/cdn/${copy}`).equals(original));
});

/** What one language may weigh (bytes, gzip). */
const LANGUAGE_AT_MOST = 4_000;

test('each language that is not English is a file of its own beside the script, and a small one', () => {
  const names = readdirSync('dist/cdn').flatMap(
    (name) => /^telnyx-call-button\.([a-z]{2}(?:-[A-Z]\w+)?)-\d/.exec(name)?.[1] ?? [],
  );
  const tags = Object.keys(callUs).filter((tag) => tag !== 'en');
  assert.deepEqual(names.filter((name) => name !== 'qr').sort(), tags.sort());
  const weights = tags.map((tag) => {
    const file = readFileSync(`dist/cdn/telnyx-call-button.${tag}-${manifest.version}.js`);
    assert.doesNotMatch(file.toString(), /import/);
    return {tag, bytes: gzipSync(file).length};
  });
  assert.deepEqual(
    weights.filter(({bytes}) => bytes > LANGUAGE_AT_MOST),
    [],
  );
});

test('the classic script leaves no global variable behind by name', () => {
  for (const name of ['classic', 'bundle']) {
    assert.doesNotMatch(
      readFileSync(`dist/cdn/telnyx-call-button.${name}.js`, 'utf8'),
      /^\ufeff?(var|let|const) /,
    );
  }
});
