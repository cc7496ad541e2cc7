import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The browser that tests drive: the one REHABSPOR_TEST_CHROMIUM names, else one that is installed, else Debian's, installed
 * now. Throws, saying what is missing, where there is none to be had: a test that did not run is no test that passed.
 */
export function chromiumPath(): string {
  const named = process.env['REHABSPOR_TEST_CHROMIUM'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`REHABSPOR_TEST_CHROMIUM names ${named}, which is not there.`);
  }
  const installed = (): string | undefined => USUAL.find((path) => existsSync(path));
  const found = installed() ?? (install(), installed());
  if (found !== undefined) return found;
  throw new Error(
    'These tests need Chromium: install it (apt-get install chromium) or name it in REHABSPOR_TEST_CHROMIUM.',
  );
}

function install(): void {
  if (process.getuid?.() !== 0) return;
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update'], quietly);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly);
  } catch {
    // Whether it is there now is what is asked next.
  }
}
