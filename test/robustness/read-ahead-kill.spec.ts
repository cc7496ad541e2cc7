import { spawn } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliEnvironment, compiledCli } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';
import { populationLines, SECRET, seededRandom } from './ground';

const KILLS = 6;
/** More than an import takes in before its threads begin. */
const THREADED_BYTES = 9 << 20;
const env = { REHABSPOR_KEY: SECRET };
const all = populationLines(800, 5);
const lines = all.slice(0, Math.ceil((all.length * THREADED_BYTES) / Buffer.byteLength(all.join('\n'))));

/** Runs an import with threads until it is killed in the middle of what they read; true when it was. */
function killedImport(file: string, data: string, partOfStore: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiledCli(), 'import', '--threads', '2', file], {
      env: cliEnvironment({ data, env }),
      stdio: 'ignore',
    });
    const watch = setInterval(() => {
      const bytes = statSync(join(data, 'rehabspor.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
      if (bytes > partOfStore) child.kill('SIGKILL');
    }, 1);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`The import failed with ${code}.`));
      else resolve(signal === 'SIGKILL');
    });
  });
}

test('an import whose threads read ahead, killed again and again, ends as one in a single thread', async () => {
  const file = join(temporaryFolder(), 'events.ndjson');
  writeFileSync(file, lines.join('\n'));
  const [alone, killed] = [temporaryFolder(), temporaryFolder()];
  const random = seededRandom(3);

  let kills = 0;
  for (let attempt = 0; attempt < KILLS; attempt += 1) {
    if (await killedImport(file, killed, 1 + random() * (4 << 20))) kills += 1;
  }
  const ended = cli(['import', '--threads', '2', file], { data: killed, env });
  const single = cli(['import', '--threads', '1', file], { data: alone, env });
  const exportedOf = (data: string): string[] => cli(['export'], { data, env }).stdout.split('\n').sort();

  expect(kills).toBeGreaterThan(2);
  expect([ended.code, single.code]).toEqual([0, 0]);
  expect(exportedOf(killed)).toEqual(exportedOf(alone));
  expect(cli(['verify'], { data: killed, env })).toMatchObject({ code: 0 });
});
