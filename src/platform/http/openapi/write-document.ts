import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { contractsPath } from '../../contracts/contracts-folder';
import { openApiDocument } from './openapi-document';

interface Server {
  readonly app: INestApplication;
  close(): Promise<void>;
}

/**
 * Writes what a server answers to `contracts/openapi.json`, from which the command line's client is generated; it is
 * started on an empty folder for as long as that takes.
 */
export async function writeDocument(start: (folder: string) => Promise<Server>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-openapi-'));
  const server = await start(folder);
  try {
    writeFileSync(contractsPath('openapi.json'), `${JSON.stringify(openApiDocument(server.app), undefined, 2)}\n`);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
