import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Installs what the oracle and DuckDB are made of, as their lock files say, unless it is there. */
export default function install(): void {
  for (const folder of [join(ROOT, 'tools', 'oracle'), join(ROOT, 'bench', 'peers')]) {
    const [locked, installed] = [join(folder, 'package-lock.json'), join(folder, 'node_modules', '.package-lock.json')];
    if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) continue;
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
}
