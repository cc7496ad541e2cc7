import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'tools', 'oracle');

/** Installs what the oracle is made of, as its lock file says, unless it is there. */
export default function install(): void {
  const [locked, installed] = [join(FOLDER, 'package-lock.json'), join(FOLDER, 'node_modules', '.package-lock.json')];
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' });
}
