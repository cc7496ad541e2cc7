import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium';

/** As many patients as it takes for every page to have something to show. */
const PATIENTS = '1500';

/** Starts the demo once for all specs, and says where it answers. */
export default async function setup(): Promise<void> {
  process.env['REHABSPOR_TEST_CHROMIUM'] = chromiumPath();
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-browser-'));
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('REHABSPOR_'));
  const demo = spawn(process.execPath, [join('dist', 'apps', 'demo.js'), '--patients', PATIENTS], {
    cwd: join(__dirname, '..', '..'),
    env: { ...Object.fromEntries(environment), REHABSPOR_DATA: folder, REHABSPOR_PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    demo.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /The page is at (\S+);/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    demo.once('exit', () => reject(new Error(`The demo ended before it answered: ${said.slice(-2_000)}`)));
  });
  process.env['REHABSPOR_TEST_DEMO'] = url;
  Object.assign(globalThis, { rehabsporDemo: { demo, folder } });
}
