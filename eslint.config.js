import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** The clock is one place; `domain/` gets `now` as an argument. */
const noHiddenClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock; pure code takes `now`.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock; pure code takes `now`.' },
];
const noProcessEnv = [{ object: 'process', property: 'env', message: 'Read the environment in platform/config only.' }];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.naast', 'screenshots', 'apps/web/src/api/generated'] },
  ...tseslint.configs.recommended,
  {
    files: ['libs/**/*.ts', 'apps/{api,worker,naast}/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noHiddenClock], 'no-restricted-properties': ['error', ...noProcessEnv] },
  },
  { files: ['libs/platform/src/clock/**', 'libs/platform/src/config/**', '**/*.spec.ts'], rules: { 'no-restricted-syntax': 'off', 'no-restricted-properties': 'off' } },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
