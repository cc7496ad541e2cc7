/**
 * Sends made-up requests to the built program as each role, and holds every answer to contracts/openapi.json.
 *
 *     node dist/tools/tools/fuzz/run.js [--requests 2000] [--role hospital …] [--seed 1] [--patients 60] [--folder …]
 *
 * A store is filled once, and requests are made up over the document once (make.py, by the interpreter PYTHON names).
 * Each role is served a copy of the store on loopback and sends them all. At the end come the figures, a line for each
 * role; exit 1 when anything was found. What a folder has from before is used again.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OpenApiDocument } from '../../src/platform/http/openapi/openapi-types';
import { DocumentedAnswers } from '../../test/http/documented-answers';
import { PersonsTold } from './persons-told';
import { filled, type Known } from './population';
import { replayed, type Finding, type Recorded } from './replay';
import { HEALTH_STAFF, ownOf, rightsOf, USERS } from './roles';
import { served, tokenOf } from './server';

const MAKERS = 2;
const DOCUMENT = join('contracts', 'openapi.json');

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** At least so many requests, each another, made up by several processes with seeds of their own. */
async function madeUp(folder: string, count: number, seed: number): Promise<Recorded[]> {
  const files = Array.from({ length: MAKERS }, (_none, at) => join(folder, `requests.${at}.ndjson`));
  await Promise.all(
    files.map(async (file, at) => {
      if (existsSync(file)) return;
      const known = join(folder, 'known.json');
      const options = ['--known', known, '--count', String(Math.ceil(count / MAKERS)), '--seed', String(seed + at)];
      const python = process.env['PYTHON'] ?? 'python3';
      const child = spawn(python, [join('tools', 'fuzz', 'make.py'), ...options], {
        stdio: ['ignore', openSync(`${file}.part`, 'w'), 'inherit'],
      });
      await new Promise<void>((resolve, reject) => {
        child.once('error', reject).once('exit', (code) => {
          if (code !== 0) return reject(new Error(`make.py ended with ${code}.`));
          renameSync(`${file}.part`, file);
          resolve();
        });
      });
    }),
  );
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'));
  return [...new Set(lines)].map((line) => JSON.parse(line) as Recorded);
}

/** What was found, each kind once with how often and the first request of it. */
function kinds(findings: readonly Finding[]): { what: string; times: number; first: Recorded }[] {
  const byWhat = new Map<string, { what: string; times: number; first: Recorded }>();
  for (const { what, recorded } of findings) {
    const kind = byWhat.get(what) ?? { what, times: 0, first: recorded };
    byWhat.set(what, { ...kind, times: kind.times + 1 });
  }
  return [...byWhat.values()].sort((one, other) => other.times - one.times);
}

/** Sends everything as one role; true when nothing was found. */
async function askedAs(role: string, folder: string, known: Known, requests: readonly Recorded[]): Promise<boolean> {
  const [data, log] = [join(folder, `${role}.store`), join(folder, `${role}.log`)];
  rmSync(data, { recursive: true, force: true });
  cpSync(join(folder, 'store'), data, { recursive: true });
  const server = await served(data, log);
  const began = performance.now();
  try {
    const user = USERS[role];
    const token = user === undefined ? undefined : await tokenOf(server.url, user);
    const may = await rightsOf(role, server.url, token, known);
    const isStaff = HEALTH_STAFF.includes(role);
    const opens = isStaff ? 'assertRelation' : role === 'source' ? 'sendEvents' : undefined;
    const persons = new PersonsTold(known.keys, may, ownOf(role, known), isStaff || role === 'registry', opens);
    const answers = new DocumentedAnswers(JSON.parse(readFileSync(DOCUMENT, 'utf8')) as OpenApiDocument);
    const { sent, statuses, findings } = await replayed(server.url, token, requests, answers, persons);
    const found = kinds(findings);
    writeFileSync(join(folder, `${role}.findings.json`), JSON.stringify(found, undefined, 1));
    const seconds = Math.round((performance.now() - began) / 1000);
    const logged = readFileSync(log, 'utf8');
    const planted = Object.keys(known.keys).filter((cpr) => logged.includes(cpr)).length;
    const failed = logged.split('"msg":"A request failed"').length - 1;
    say(
      `${role}: ${sent} requests in ${seconds} s, ${findings.length} findings, ${JSON.stringify(statuses)}; ` +
        `in the log ${planted} CPR numbers, ${failed} failed requests`,
    );
    for (const { what, times } of found.slice(0, 20)) say(`  ${times} × ${what}`);
    return findings.length === 0 && planted === 0 && failed === 0;
  } finally {
    await server.end();
    rmSync(data, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '2000' },
      role: { type: 'string', multiple: true, default: Object.keys(USERS) },
      seed: { type: 'string', default: '1' },
      patients: { type: 'string', default: '60' },
      folder: { type: 'string' },
    },
  });
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'rehabspor-fuzz-'));
  say(`What was asked and found is in ${folder}`);
  const known = join(folder, 'known.json');
  if (!existsSync(known)) {
    rmSync(join(folder, 'store'), { recursive: true, force: true });
    const log = join(folder, 'filling.log');
    const made = await filled(join(folder, 'store'), log, Number(values.patients), Number(values.seed));
    writeFileSync(known, JSON.stringify(made));
  }
  const requests = await madeUp(folder, Number(values.requests), Number(values.seed));
  say(`${requests.length} requests, each another`);
  let isFine = true;
  for (const role of values.role)
    isFine = (await askedAs(role, folder, JSON.parse(readFileSync(known, 'utf8')) as Known, requests)) && isFine;
  process.exitCode = isFine ? 0 : 1;
}

void main();
