// Takes the pictures of the README from the running demo: npm run screenshots. Node has built the program before.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const PATIENTS = '6000';
const PICTURES = [
  { file: 'overview.png', user: 'registry', path: () => '/', height: 900 },
  { file: 'unit.png', user: 'registry', path: () => '/enheder/hospital:330901000016003', height: 900 },
  { file: 'pathway.png', user: 'municipality', path: (person) => `/personer/${person}`, height: 900 },
];

const folder = mkdtempSync(join(tmpdir(), 'rehabspor-pictures-'));
const demo = spawn(process.execPath, ['dist/apps/demo.js', '--patients', PATIENTS], {
  cwd: ROOT,
  env: { ...process.env, REHABSPOR_DATA: folder, REHABSPOR_PORT: '0' },
  stdio: ['ignore', 'ignore', 'pipe'],
});
const url = await new Promise((resolve, reject) => {
  let said = '';
  demo.stderr.on('data', (text) => {
    said += text;
    const found = /The page is at (\S+);/.exec(said)?.[1];
    if (found !== undefined) resolve(found);
  });
  demo.once('exit', () => reject(new Error(`The demo ended: ${said}`)));
});
const browser = await chromium.launch({
  executablePath: process.env.REHABSPOR_TEST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const { access_token: token } = await (await fetch(`${url}/sign-in/demo/registry/token`, { method: 'POST' })).json();
  const { person } = await (
    await fetch(`${url}/api/v1/persons/lookup`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ cpr: '1502779995' }),
    })
  ).json();
  for (const { file, user, path, height } of PICTURES) {
    const context = await browser.newContext({ viewport: { width: 1280, height }, locale: 'da-DK' });
    await context.request.post(`${url}/sign-in/demo/${user}`, { maxRedirects: 0 });
    const page = await context.newPage();
    const answer = await page.goto(url + path(person));
    if (answer.status() !== 200) throw new Error(`${user} is answered ${answer.status()} at ${path(person)}.`);
    await page.screenshot({ path: join(ROOT, 'docs', file) });
    await context.close();
  }
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
