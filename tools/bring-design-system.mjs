// Brings what pages use of Det Fælles Designsystem (dkfds) to src/web/assets/dkfds: its style sheet, its fonts as WOFF2 and
// the icons the style sheet names, without any logo. With --check it writes nothing and fails where something differs.
import { mkdirSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '..', 'node_modules', 'dkfds');
const FOLDER = join(import.meta.dirname, '..', 'src', 'web', 'assets', 'dkfds');

const css = readFileSync(join(PACKAGE, 'dist', 'css', 'dkfds.min.css'), 'utf8');
const files = new Map();

/** One source of a font, or an icon, beside the style sheet; anything else (a logo, older fonts) is left out. */
function brought(url) {
  const from = join(PACKAGE, 'dist', 'css', url);
  if (!/\.(woff2|svg)$/.test(url) || /logo/.test(url)) return undefined;
  const name = basename(url);
  files.set(name, readFileSync(from));
  return `url(${name})`;
}

const written = css
  .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
  // Slanted letters are not used.
  .replace(/@font-face\{[^}]*font-style:italic[^}]*\}/g, '')
  .replace(/src:(url\([^;}]*)/g, (_, sources) => {
    const woff2 = /url\(([^)]*\.woff2)\)/.exec(sources);
    return woff2 === null ? 'src:local("")' : `src:${brought(woff2[1])} format("woff2")`;
  })
  .replace(/url\(("?)([^)"]*)\1\)/g, (whole, _, url) =>
    url.startsWith('data:') || !url.includes('/') ? whole : (brought(url) ?? 'none'),
  );
files.set('dkfds.css', Buffer.from(written));
files.set('LICENSE.md', readFileSync(join(PACKAGE, 'LICENSE.md')));

if (process.argv.includes('--check')) {
  const other = [...files].filter(
    ([name, bytes]) => !existsSync(join(FOLDER, name)) || !readFileSync(join(FOLDER, name)).equals(bytes),
  );
  if (other.length > 0)
    throw new Error(`Not what dkfds has: ${other.map(([name]) => name).join(', ')}. Run npm run bring:design-system.`);
} else {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(FOLDER, name), bytes);
}
