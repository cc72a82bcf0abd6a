import js from '@eslint/js';
import globals from 'globals';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Imports run app → features → realtime, api → shared; a feature never imports another. */
const features = ['home', 'lobby', 'room'];

/** Bans imports of the named top folders for the given files, by alias and by relative path. */
function boundary(files, banned, why) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(@/|(\\.\\./)+)(${banned.join('|')})(/|$)`, message: why }] },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist', 'dev-dist', 'coverage', 'target', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  { files: ['src/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  boundary(
    ['src/shared/**'],
    ['app', 'features', 'realtime', 'api'],
    'shared imports nothing of the product',
  ),
  boundary(['src/realtime/**', 'src/api/**'], ['app', 'features'], 'realtime and api know no page'),
  ...features.map((feature) =>
    boundary(
      [`src/features/${feature}/**`],
      [
        'app',
        ...features.filter((other) => other !== feature).flatMap((other) => [`features/${other}`, other]),
      ],
      'features never import each other nor the app',
    ),
  ),
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.{ts,tsx}', 'src/**/testing/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/(^|\\u002F)testing(\\u002F|$)/]',
          message: 'fixtures stay out of the product',
        },
        {
          selector:
            "Program:not(:has(ExportNamedDeclaration > ExportSpecifier[exported.name='z'])) ImportDeclaration[source.value='zod']",
          message: 'schemas are made with the z of @/shared/schema',
        },
      ],
    },
  },
);
