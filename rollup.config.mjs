import {readFileSync} from 'node:fs';
import commonjs from '@rollup/plugin-commonjs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {default as minifyLiterals} from '@lit-labs/rollup-plugin-minify-html-literals';
import esbuild from 'rollup-plugin-esbuild';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));

// The chunks carry the version: a page that has cached an old one never mixes it with a new script.
const KIT = `telnyx-call-button.kit-${version}.js`;
const SDK = `telnyx-call-button.sdk-${version}.js`;

const SDK_ID = '@telnyx/webrtc';
const isKit = (id) => id.endsWith('/kit.js') || id.endsWith('/src/kit.ts');

const transpile = () => esbuild({tsconfig: 'tsconfig.json', target: 'es2022'});
// Minifying with the legacy Lit plugin's defaults also squeezes the styles.
const small = () => [
  (minifyLiterals.default ?? minifyLiterals)(),
  transpile(),
  nodeResolve({exportConditions: ['production', 'browser']}),
  commonjs(),
  terser({ecma: 2020, module: true, compress: {passes: 3, unsafe_arrows: true}, format: {comments: false}}),
];

const cdn = (input, file, options = {}, external = () => false) => ({
  input,
  external,
  preserveEntrySignatures: input === 'src/index.ts' ? false : 'strict',
  output: {dir: 'dist/cdn', entryFileNames: file, ...options},
  plugins: small(),
});

export default [
  // npm: modules as they are, lit and the SDK left to the site's own bundler.
  {
    input: ['src/index.ts', 'src/telnyx-call-button.ts'],
    external: (id) => id === SDK_ID || id === 'lit' || id.startsWith('lit/'),
    output: {dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: false},
    plugins: [transpile(), nodeResolve()],
  },
  // Script tags: the shell as module and as classic script, which share kit and SDK.
  cdn(
    'src/index.ts',
    'telnyx-call-button.js',
    {format: 'es', paths: (id) => (isKit(id) ? `./${KIT}` : id)},
    isKit,
  ),
  cdn(
    'src/index.ts',
    'telnyx-call-button.classic.js',
    {format: 'iife', name: 'telnyxCallButton', paths: (id) => (isKit(id) ? `./${KIT}` : id)},
    isKit,
  ),
  cdn('src/kit.ts', KIT, {format: 'es', paths: {[SDK_ID]: `./${SDK}`}}, (id) => id === SDK_ID),
  cdn(SDK_ID, SDK, {format: 'es'}),
  // One file for hosts that allow one file only.
  cdn('src/index.ts', 'telnyx-call-button.bundle.js', {format: 'iife', inlineDynamicImports: true}),
];
