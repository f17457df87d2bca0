import js from '@eslint/js';
import globals from 'globals';
import ts from 'typescript-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelteConfig from './svelte.config.js';

// TypeScript reads components as the scripts that the rules see, from the first on. Without it every
// component that is linted changes the program, and all types are worked out anew for each; those of
// a component's properties are unknown where it is used, too. Only what is loaded afterwards heeds it.
const hook = 'SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK';
process.env[hook] ??= '1';
// Whoever loads it is told that it is on, each time; anything else that is said then is passed on.
const { stderr } = process;
const write = stderr.write.bind(stderr);
stderr.write = (text, ...others) => String(text).includes(hook) || write(text, ...others);
const { default: svelte } = await import('eslint-plugin-svelte');
stderr.write = write;

// Where Electron may be imported, and its raw message channels, is decided here and nowhere else.
const electronElsewhere = {
  name: 'electron',
  message: 'Electron is imported in src/main and src/preload alone.',
};
const rawChannels = {
  name: 'electron',
  importNames: ['ipcMain', 'ipcRenderer', 'webFrame'],
  message: 'Raw channels are used only where the contract is implemented (src/main/ipc/).',
};

/** Patterns that Electron's security checklist forbids; the number is the checklist's item. */
const securityChecklist = [
  {
    selector: "Property[key.name='nodeIntegration'][value.value=true]",
    message: 'Security checklist 2: no Node integration in a window.',
  },
  {
    selector: "Property[key.name='contextIsolation'][value.value=false]",
    message: 'Security checklist 3: context isolation stays on.',
  },
  {
    selector: "Property[key.name='sandbox'][value.value=false]",
    message: 'Security checklist 4: the sandbox stays on.',
  },
  {
    selector: "Property[key.name='webSecurity'][value.value=false]",
    message: 'Security checklist 6: webSecurity stays on.',
  },
  {
    selector: "Property[key.name='allowRunningInsecureContent'][value.value=true]",
    message: 'Security checklist 8: no insecure content.',
  },
  {
    selector: "Property[key.name='experimentalFeatures'][value.value=true]",
    message: 'Security checklist 9: no experimental features.',
  },
  {
    selector: "Property[key.name='enableBlinkFeatures']",
    message: 'Security checklist 10: no extra Blink features.',
  },
  {
    selector: "Property[key.name='webviewTag'][value.value=true]",
    message: 'Security checklist 11: no webview.',
  },
  {
    selector: "CallExpression[callee.property.name='openExternal']",
    message:
      'Security checklist 15: links leave through src/main/security/external-links.ts alone.',
  },
  {
    selector: "CallExpression[callee.property.name='loadFile']",
    message: 'Security checklist 18: the window loads app:// and never file://.',
  },
];

const htmlSinks = [
  {
    selector:
      'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/], CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
    message: 'HTML reaches the page through features/markdown alone, which sanitises it.',
  },
];

export default defineConfig(
  globalIgnores([
    'out/',
    'dist/',
    '.cache/',
    'src/messages/generated/',
    'test-results/',
    'playwright-report/',
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-restricted-imports': ['error', { paths: [electronElsewhere] }],
      'no-restricted-syntax': ['error', ...securityChecklist, ...htmlSinks],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  { files: ['src/renderer/**'], languageOptions: { globals: globals.browser } },
  {
    files: [
      'src/main/**',
      'src/preload/**',
      'scripts/**',
      'bench/**',
      'e2e/**',
      '*.ts',
      '*.js',
      '*.cjs',
    ],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['src/main/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [rawChannels] }] },
  },
  // The two files that implement the contract, and the stand-in with the specs, which are no part
  // of the product.
  {
    files: ['src/main/ipc/router.ts', 'src/preload/index.ts', 'e2e/**', 'bench/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/main/security/external-links.ts'],
    rules: { 'no-restricted-syntax': ['error', ...htmlSinks] },
  },
  { files: ['e2e/**', 'bench/**', '**/*.test.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['**/*.js', '**/*.cjs'], extends: [ts.configs.disableTypeChecked] },
);
