import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTING_TEXTS } from '../src/platform/config/settings';

const root = join(__dirname, '..');
const page = (name: string): string => readFileSync(join(root, name), 'utf8');
const readme = page('README.md');

test('the page on operating says every setting with its default and its meaning', () => {
  const rows = page('docs/operating.md')
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
  const named = [
    ...readme.matchAll(/npm (?:run )?(?:-s )?(start|test|demo|check(?::\w+)?|draw:rooms|bench|rehabspor)/g),
  ].map(([, name]) => name as string);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('the README names every command of the command line that a recipe would add', () => {
  const files = readdirSync(join(root, 'src', 'cli')).filter((name) => name.endsWith('.command.ts'));
  const names = files.map((name) => name.replace('.command.ts', ''));

  expect(names.filter((name) => !new RegExp(`^\\|.*\`${name}\\b.*\\|`, 'm').test(readme))).toEqual([]);
});
