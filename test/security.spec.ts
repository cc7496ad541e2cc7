import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
const rooms = readdirSync(join(root, 'src'));
const STRIDE = ['S', 'T', 'R', 'I', 'D', 'E'];

/** A row of a room's table: a letter of STRIDE, a threat, what holds it, and the test that shows it. */
interface Threat {
  readonly letter: string;
  readonly threat: string;
  readonly held: string;
  readonly file: string;
  readonly sentence: string;
}

const sectionOf = (room: string): string =>
  page.split(/^## /m).find((section) => section.startsWith(`\`src/${room}\`\n`)) ?? '';

const threatsOf = (room: string): Threat[] =>
  sectionOf(room)
    .split('\n')
    .filter((line) => /^\| [A-Z] +\|/.test(line))
    .map((line) => {
      const [letter = '', threat = '', held = '', shown = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      const [, file = '', sentence = ''] = /^`([^`]+)`: (.+)$/.exec(shown) ?? [];
      return { letter, threat, held, file, sentence };
    });

test.each(rooms)('every kind of threat to %s is told, with what holds it', (room) => {
  const threats = threatsOf(room);

  expect(STRIDE.filter((letter) => !threats.some((threat) => threat.letter === letter))).toEqual([]);
  expect(threats.filter(({ letter }) => !STRIDE.includes(letter))).toEqual([]);
  for (const { threat, held } of threats) expect([threat, held]).not.toContain('');
});

test.each(rooms)('every threat to %s has its test, which is there', (room) => {
  const missing = threatsOf(room).filter(({ file, sentence }) => {
    if (sentence === '' || !/^test\/.+\.spec\.ts$/.test(file) || !existsSync(join(root, file))) return true;
    const text = readFileSync(join(root, file), 'utf8');
    return ![`'${sentence}'`, `"${sentence}"`].some((quoted) => text.includes(quoted));
  });

  expect(missing).toEqual([]);
});

test('no section is of a room that there is none of', () => {
  const told = [...page.matchAll(/^## `src\/([a-z]+)`$/gm)].map(([, room]) => room);

  expect(told.sort()).toEqual([...rooms].sort());
});
