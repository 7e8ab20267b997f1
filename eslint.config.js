import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/**
 * The rule of the rooms (CONTRIBUTING.md). A room may import its own files and what is listed, nothing else.
 *
 * @param files the room
 * @param may regular expressions of what it may import
 * @param types likewise, but types only
 * @param globals what it may not touch
 */
const room = (files, {may = [], types = [], globals = []}) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?!(\\./|${[...may, ...types].join('|')})).*`,
            message: 'This room may not import that: see the rule of the rooms in CONTRIBUTING.md.',
          },
          ...types.map((regex) => ({
            regex,
            allowTypeImports: true,
            message: 'This room may import only types of that.',
          })),
        ],
      },
    ],
    'no-restricted-globals': ['error', ...globals],
  },
});

const SDK_IMPORT = {
  selector: 'ImportExpression[source.value="@telnyx/webrtc"]',
  message: 'Only phone/ loads the SDK.',
};
const CLOCKS = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'Date', 'performance'];
const BROWSER = [
  'window',
  'document',
  'navigator',
  'fetch',
  'localStorage',
  'sessionStorage',
  'WebSocket',
  'location',
];

export default tseslint.config(
  {ignores: ['dist', 'test-results', 'custom-elements.json', 'demo/site/*.js']},
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-restricted-syntax': ['error', SDK_IMPORT],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', caughtErrors: 'none'}],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    plugins: {'lit-a11y': litA11y},
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      ...litA11y.configs.recommended.rules,
      // Lit binds a template's listeners to the host.
      '@typescript-eslint/unbound-method': 'off',
      // Public methods are asynchronous by contract, whatever they do inside.
      '@typescript-eslint/require-await': 'off',
      // The page's one live button is remembered by the button itself.
      '@typescript-eslint/no-this-alias': 'off',
      // Lit's base class has every lifecycle method.
      'wc/guard-super-call': 'off',
      'max-lines': ['error', {max: 350, skipComments: true}],
    },
  },
  // The shell: every visitor of the page pays for it. It knows the kit by its types and through door.ts alone.
  room(
    [
      'src/index.ts',
      'src/telnyx-call-button.ts',
      'src/config.ts',
      'src/settings.ts',
      'src/start.ts',
      'src/events.ts',
      'src/errors.ts',
      'src/door.ts',
      'src/triggers.ts',
    ],
    {
      may: [
        '@lit/reactive-element$',
        '\\./phone/(early|in-time)\\.js$',
        '\\./view/button',
        '\\./locales/(call-us|language)\\.js$',
      ],
      types: [
        '\\./kit\\.js$',
        '\\./(call-config|read-values)\\.js$',
        '\\./session/',
        '\\./controllers/',
        '\\./locales/(?!call-us|language)',
        '\\./phone/(?!early|in-time)',
        '\\./view/(?!button)',
      ],
    },
  ),
  room(['src/session/**'], {
    may: ['\\.\\./errors\\.js$'],
    types: ['\\.\\./(call-config|read-\\w+)\\.js$'],
    globals: [...CLOCKS, ...BROWSER],
  }),
  room(['src/phone/**'], {
    may: ['\\.\\./errors\\.js$', '\\.\\./session/(limits|quality|ai-frames|talk|transcript)\\.js$'],
    types: [
      '\\.\\./session/(?!limits|quality|ai-frames|talk|transcript)',
      '\\.\\./(call-config|read-\\w+)\\.js$',
      '@telnyx/webrtc$',
    ],
  }),
  room(['src/controllers/**'], {
    may: [
      '\\.\\./session/',
      '\\.\\./phone/',
      '\\.\\./locales/',
      '\\.\\./errors\\.js$',
      '\\.\\./events\\.js$',
    ],
    types: ['lit$', '\\.\\./(call-config|read-\\w+)\\.js$'],
  }),
  room(['src/view/**'], {
    may: ['\\.\\./session/selectors\\.js$', '\\.\\./errors\\.js$'],
    types: [
      'lit$',
      '\\.\\./(call-config|read-\\w+)\\.js$',
      '\\.\\./session/state\\.js$',
      '\\.\\./locales/en\\.js$',
    ],
    globals: ['fetch', 'WebSocket'],
  }),
  // The files of the view that belong to the shell.
  room(['src/view/button*.ts'], {may: ['@lit/reactive-element$']}),
  room(['src/view/qr.ts'], {may: ['lean-qr/nano$']}),
  room(['src/locales/**'], {types: ['\\.\\./errors\\.js$', '\\.\\./session/state\\.js$'], globals: BROWSER}),
  room(['src/token-endpoint/**'], {may: ['telnyx$', 'jose$'], globals: ['window', 'document', 'navigator']}),
  // A framework's own interface takes what another one of ours holds.
  {
    files: ['types/*.d.ts'],
    rules: {'@typescript-eslint/no-empty-object-type': ['error', {allowInterfaces: 'with-single-extends'}]},
  },
  {files: ['src/phone/telnyx-sdk.ts'], rules: {'no-restricted-syntax': 'off'}},
  {files: ['test/**', 'demo/**'], rules: {'no-restricted-syntax': 'off', 'no-empty-pattern': 'off'}},
);
