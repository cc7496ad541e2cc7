import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTING_TEXTS } from '../src/platform/config/settings';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the README says every setting with its default and its meaning', () => {
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('| `REHABSPOR_'))
    .map((line) => {
      const [name = '', fallback = '', says = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim().replaceAll('`', ''));
      return { name, fallback, says };
    });
  expect(rows).toEqual(SETTING_TEXTS);
});

test('every command the README names is one of the command line or the package', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm (?:run )?(?:-s )?(start|test|demo|check(?::\w+)?|bench|rehabspor)/g)].map(
    ([, name]) => name as string,
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
