import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { LANGUAGES } from '../../src/kernel/language';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { catalogue, textsOf } from './catalogue';

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();

test.each(LANGUAGES)('the catalogue in %s follows its schema', (language) => {
  const validate = loadSchemas().validator('words');
  validate(catalogue(language));
  expect(validate.errors ?? []).toEqual([]);
});

test('both languages have the same keys in the same order, filled in with the same names', () => {
  const [danish, english] = [textsOf(catalogue('da')), textsOf(catalogue('en'))];
  const shape = (texts: typeof danish): string[] => texts.map(({ path, text }) => `${path} ${namesIn(text).join(' ')}`);
  expect(shape(danish)).toEqual(shape(english));
});

test('the modules say what the catalogue says', () => {
  const root = join(__dirname, '..', '..');
  execFileSync(process.execPath, ['tools/generate-words.mjs', '--check'], { cwd: root, stdio: 'pipe' });
});
