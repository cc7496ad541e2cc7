import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilMongoAnswers } from './answers';
import { cached, checkout } from './cache';
import { makeCertificates } from './certificates';
import { freePorts } from './free-ports';
import { inServerFolder, startLocalProcess } from './local-process';
import type { MongoServer, Say, SecuredMongo, Skipped } from './server';
import { runTool } from './tool';

const FERRETDB_VERSION = '1.24.0';
const MOST_MS_TO_START = 90_000;

/** Starts FerretDB on SQLite: it speaks MongoDB's wire protocol and can be built from a package registry. */
export async function startLocalMongo(say: Say): Promise<MongoServer | Skipped> {
  const built = await ferretdb(say);
  if ('skipped' in built) return built;
  return inServerFolder('mongo', (folder) => run(built.folder, folder, []));
}

/** The same with a second listener that demands TLS. */
export async function startSecuredMongo(say: Say): Promise<SecuredMongo | Skipped> {
  const built = await ferretdb(say);
  if ('skipped' in built) return built;
  return inServerFolder('mongo', async (folder) => {
    const certificates = await makeCertificates(folder);
    if ('skipped' in certificates) return certificates;
    const { authority, serverKey } = certificates;
    const [port = 0] = await freePorts(1);
    const tls = ['-tls-listen', `127.0.0.1:${port}`, '-tls-certificate', authority, '-tls-key', serverKey];
    const server = await run(built.folder, folder, tls);
    const url = `mongodb://127.0.0.1:${port}/?tls=true&tlsCAFile=${encodeURIComponent(authority)}`;
    return { ...server, url, plainUrl: server.url, certificates };
  });
}

async function run(built: string, folder: string, flags: readonly string[]): Promise<MongoServer> {
  const [port = 0] = await freePorts(1);
  const data = join(folder, 'data');
  mkdirSync(data);
  const url = `mongodb://127.0.0.1:${port}`;
  const { down, up, stop } = await startLocalProcess(folder, {
    program: join(built, 'ferretdb'),
    args: ['-listen', `127.0.0.1:${port}`, '-folder', data, ...flags],
    answers: (lost) => untilMongoAnswers(url, MOST_MS_TO_START, lost),
  });
  return { url, origin: 'local', version: `FerretDB ${FERRETDB_VERSION} on SQLite`, stop, restart: { down, up } };
}

/** The folder of the built program: from the cache, else built with Go. */
function ferretdb(say: Say): Promise<{ readonly folder: string } | Skipped> {
  const source = join(checkout(), 'test', 'servers', 'ferretdb');
  const digest = createHash('sha256');
  for (const file of readdirSync(source).sort()) digest.update(readFileSync(join(source, file)));
  const name = `ferretdb-${FERRETDB_VERSION}-${digest.digest('hex').slice(0, 8)}`;
  return cached(name, async (folder) => {
    say(`building FerretDB ${FERRETDB_VERSION} with Go (a minute the first time)`);
    const program = join(folder, 'ferretdb');
    const built = await runTool('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', program, '.'], {
      folder: source,
      mostMs: 600_000,
    });
    return 'failed' in built ? { skipped: `${built.failed} (Go builds FerretDB)` } : undefined;
  });
}
