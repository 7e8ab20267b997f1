import {readFileSync, readdirSync} from 'node:fs';
import commonjs from '@rollup/plugin-commonjs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import literals from '@lit-labs/rollup-plugin-minify-html-literals';
import esbuild from 'rollup-plugin-esbuild';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const SDK = '@telnyx/webrtc';

// The chunks carry the version: a page that has cached an old one never mixes it with a new script.
const KIT_FILE = `telnyx-call-button.kit-${version}.js`;
const SDK_FILE = `telnyx-call-button.sdk-${version}.js`;
const HELP_FILE = `telnyx-call-button.help-${version}.js`;
const ASSISTANT_FILE = `telnyx-call-button.assistant-${version}.js`;
const CHECK_FILE = `telnyx-call-button.check-${version}.js`;
const PREVIEW_FILE = `telnyx-call-button.preview-${version}.js`;
const QR_FILE = `telnyx-call-button.qr-${version}.js`;
/** A language's file. `tag`: a placeholder of Rollup's, or of a template literal. */
const languageFile = (tag) => `telnyx-call-button.${tag}-${version}.js`;

/** The sources of the languages that are files of their own. */
const languages = readdirSync('src/locales').filter((name) => /^(?!en\b)[a-z]{2}(-\w+)?\.ts$/.test(name));

/** Leaves one module of ours to a file of its own. */
const apart = (name, file) => {
  const is = (id) => new RegExp(`/${name}\\.(js|ts)$`).test(id);
  return {external: is, paths: (id) => (is(id) ? `./${file}` : id)};
};

/**
 * The last import of a file in a chunk is the second try for it, and asks for a URL of its own each time: browsers keep
 * a file that hangs by its URL. Those older than Firefox 155 keep one that has failed, too, which may be forgotten when
 * they are (https://github.com/whatwg/html/issues/6768).
 */
const again = (file) => ({
  name: 'again',
  renderChunk(code) {
    const end = code.lastIndexOf(`${file}")`) + file.length;
    if (end < file.length) this.error(`no import of ${file}`);
    return {code: `${code.slice(0, end)}?"+Date.now()${code.slice(end + 1)}`, map: null};
  },
});
/**
 * Makes the languages' URLs out of their tags: twenty-eight imports, and as many for second tries, would weigh more
 * than the rest of the kit's texts. As in `again`, every further try has a URL of its own.
 */
const languageFiles = {
  name: 'language-files',
  load(id) {
    return /\/locales\/index\.(js|ts)$/.test(id)
      ? `const tried = {};
        export const languageFile = (tag) =>
          import(\`./${languageFile('${tag}')}\${tried[tag] ? '?' + Date.now() : ((tried[tag] = 1), '')}\`);`
      : null;
  },
};
const transpile = () => esbuild({tsconfig: 'tsconfig.json', target: 'es2022'});

/**
 * Minified files of `dist/cdn` with everything inside but what `external` names.
 *
 * @param sources plugins that see a module before it is transpiled
 */
const cdn = (
  input,
  file,
  {external, preserveEntrySignatures = false, sources = [], plugins = [], ...output},
) => ({
  input,
  external,
  preserveEntrySignatures,
  output: {dir: 'dist/cdn', entryFileNames: file, ...output},
  plugins: [
    ...sources,
    (literals.default ?? literals)(),
    transpile(),
    nodeResolve({exportConditions: ['production', 'browser']}),
    commonjs(),
    terser({ecma: 2020, module: true, compress: {passes: 3}, format: {comments: false}}),
    ...plugins,
  ],
});

/** The SDK's own minified module, byte for byte: what Telnyx publishes is what a call runs on. */
const copySdk = {
  name: 'copy-sdk',
  generateBundle() {
    const source = readFileSync('node_modules/@telnyx/webrtc/lib/bundle.mjs');
    this.emitFile({type: 'asset', fileName: SDK_FILE, source});
  },
};

/** The notices that the libraries inside ask for. */
const notices = {
  name: 'notices',
  generateBundle() {
    const of = (library) => `${library}\n\n${readFileSync(`node_modules/${library}/LICENSE`, 'utf8').trim()}`;
    const source = ['lit', 'lean-qr'].map(of).join('\n\n---\n\n');
    this.emitFile({type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source});
  },
};

/**
 * A classic script without a word about its encoding is read in that of the page, which may be an old one: this mark
 * says that it is UTF-8. The languages need it.
 */
const markEncoding = {name: 'mark-encoding', renderChunk: (code) => ({code: `\ufeff${code}`, map: null})};

const shell = {...apart('kit', KIT_FILE), plugins: [again(KIT_FILE)]};
const help = apart('help', HELP_FILE);
const assistant = apart('assistant', ASSISTANT_FILE);
const check = apart('check', CHECK_FILE);
const preview = apart('preview', PREVIEW_FILE);

export default [
  // npm: modules as they are, the dependencies left to the site's own bundler.
  {
    input: ['src/index.ts', 'src/telnyx-call-button.ts'],
    external: (id) => id === SDK || /^(@lit\/reactive-element|lit|lean-qr)($|\/)/.test(id),
    output: {dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src'},
    plugins: [transpile(), nodeResolve()],
  },
  // Script tags: the shell as module and as classic script, which share the kit and the SDK.
  cdn('src/index.ts', 'telnyx-call-button.js', {...shell, format: 'es'}),
  cdn('src/index.ts', 'telnyx-call-button.classic.js', {
    ...shell,
    format: 'iife',
    name: 'telnyxCallButton',
    plugins: [...shell.plugins, markEncoding],
  }),
  cdn('src/kit.ts', KIT_FILE, {
    format: 'es',
    external: (id) => id === SDK || [help, assistant, check, preview].some(({external}) => external(id)),
    paths: (id) =>
      id === SDK
        ? `./${SDK_FILE}`
        : [help, assistant, check, preview].reduce((path, file) => file.paths(path), id),
    preserveEntrySignatures: 'strict',
    sources: [languageFiles],
    plugins: [copySdk, notices, again(SDK_FILE), again(HELP_FILE), again(ASSISTANT_FILE), again(CHECK_FILE)],
  }),
  cdn(
    Object.fromEntries(languages.map((name) => [name.slice(0, -3), `src/locales/${name}`])),
    languageFile('[name]'),
    {format: 'es', preserveEntrySignatures: 'strict'},
  ),
  // For those whose microphone doesn't come: the dialog, and the QR code in it.
  cdn('src/help.ts', HELP_FILE, {
    ...apart('view/qr', QR_FILE),
    format: 'es',
    preserveEntrySignatures: 'strict',
  }),
  // For those who talk to an AI assistant.
  cdn('src/assistant.ts', ASSISTANT_FILE, {format: 'es', preserveEntrySignatures: 'strict'}),
  cdn('src/view/qr.ts', QR_FILE, {format: 'es', preserveEntrySignatures: 'strict'}),
  // For those who try their microphone out.
  cdn('src/check.ts', CHECK_FILE, {format: 'es', preserveEntrySignatures: 'strict'}),
  // For theme editors and the documentation.
  cdn('src/preview.ts', PREVIEW_FILE, {format: 'es', preserveEntrySignatures: 'strict'}),
  // One file, for hosts that allow one file only.
  cdn('src/index.ts', 'telnyx-call-button.bundle.js', {
    format: 'iife',
    name: 'telnyxCallButton',
    inlineDynamicImports: true,
    plugins: [markEncoding],
  }),
];
