import tseslint from 'typescript-eslint';

const forbid = (group, message) => ({ group, message });
const NODE = forbid(
  ['node:*', 'fs', 'path', 'os', 'child_process', 'crypto'],
  'Only src/cli and the files *.node.ts use Node: the same code runs in a browser.',
);

const FEATURES =
  'Features don’t import each other: what two of them need belongs in workspace or core.';

/** Which folder may import what: core ← workspace ← features ← extension. */
const layer = (files, ...patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'out',
      'coverage',
      '.vscode-test',
      'esbuild.js',
      '**/*.mjs',
      'src/disk/*.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers read well in texts; everything else that has no useful text stays forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        {
          ignoreArrowShorthand: true,
          ignoreVoidOperator: true,
          ignoreVoidReturningFunctions: true,
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
      // Prettier breaks code; this is for what it leaves alone: comments.
      'max-len': [
        'error',
        {
          code: 100,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignoreUrls: true,
        },
      ],
      'no-console': 'error',
    },
  },
  layer(
    ['src/core/**'],
    forbid(
      ['vscode', '**/workspace/**', '**/features/**', '**/cli/**', '**/contributions'],
      'The core knows neither VS Code nor what is built on it: it takes text and data, and returns data.',
    ),
    NODE,
  ),
  layer(
    ['src/workspace/**'],
    forbid(['**/features/**', '**/cli/**'], 'The adapters don’t know the features that use them.'),
    NODE,
  ),
  layer(
    ['src/features/**'],
    // A feature of one file has no siblings to import; one of several files stays in its folder.
    { regex: '^\\.\\./(?!\\.\\./|core/|workspace/|contributions$)', message: FEATURES },
    NODE,
  ),
  layer(
    ['src/features/*.ts'],
    { regex: '^\\./', message: FEATURES },
    { regex: '^\\.\\./extension$', message: FEATURES },
    NODE,
  ),
  {
    files: ['src/**/*.node.ts', 'src/cli/**'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off', 'no-console': 'off' },
  },
  layer(
    ['src/disk/**'],
    forbid(
      ['vscode', '**/workspace/**', '**/features/**', '**/cli/**', '**/contributions'],
      'The disk is for plain Node programs too: it takes paths and functions, and knows the core alone.',
    ),
  ),
  {
    files: ['test/**', 'scripts/**'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // Mocha's `it` returns nothing that could be awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'mocha',
              name: ['it', 'describe', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
);
