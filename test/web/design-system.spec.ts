import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

test('the copy of the design system is what the package has, without any logo', () => {
  execFileSync(process.execPath, ['tools/bring-design-system.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' });

  expect(
    readdirSync(join(ROOT, 'src', 'web', 'assets', 'dkfds')).filter((file) => /logo|virk|borger/i.test(file)),
  ).toEqual([]);
});
