import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Every text file below the folders. */
function filesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.(ts|yaml|json|js|cjs|css)$/.test(path) && statSync(join(root, path)).isFile()),
  );
}

const headingsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
/** As it stands in the address of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

test('every page that code cites is there, with the section it cites', () => {
  const cited = filesIn(['src', 'test', 'contracts', 'bench']).flatMap((path) =>
    [...read(path).matchAll(/\b(?:docs\/)?([a-z-]+\.md)(?: §(\d+))?/g)].map(([, page = '', section]) => ({
      path,
      page,
      section,
    })),
  );
  const missing = cited.filter(({ page, section }) => {
    const at = ['docs', 'docs/contributing', 'docs/formats', '.']
      .map((folder) => join(folder, page))
      .find((path) => existsSync(join(root, path)));
    if (at === undefined) return true;
    return section !== undefined && !headingsOf(at).some((heading) => heading.startsWith(`${section}. `));
  });

  expect(cited.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

test.each(pages)('every link on %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const broken = links.filter(([, path = '', anchor]) => {
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !headingsOf(target).map(anchorOf).includes(anchor);
  });

  expect(broken.map(([link]) => link)).toEqual([]);
});

test.each(pages)('every path that %s names is there', (page) => {
  const named = [...read(page).matchAll(/`((?:src|test|contracts|bench|bin|docs)\/[^`\s]*)`/g)].map(
    ([, path = '']) => path,
  );

  // Where a name is left open (`<kind>`) its folder has to be there.
  const whole = named.map((path) => (path.includes('<') ? dirname(path.slice(0, path.indexOf('<') + 1)) : path));
  expect(whole.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the README is a front door of at most 110 lines, with one table of commands and one of formats', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(110);
});

test('the architecture page and the picture have every room', () => {
  const rooms = readdirSync(join(root, 'src'));
  const page = read('docs/architecture.md');
  const picture = read('docs/rooms.svg');

  expect(rooms.filter((room) => !page.includes(`\`src/${room}\``))).toEqual([]);
  const everybodys = ['kernel', 'ports', 'platform', 'apps', 'synthetic'];
  expect(rooms.filter((room) => !everybodys.includes(room) && !picture.includes(`>${room}<`))).toEqual([]);
});
