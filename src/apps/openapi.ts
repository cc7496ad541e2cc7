import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../platform/config/settings';
import { contractsPath } from '../platform/contracts/contracts-folder';
import { openApiDocument } from '../platform/http/openapi/openapi-document';
import { startServer } from './start';

/** Writes what a server answers to `contracts/openapi.json`, from which the command line's client is generated. */
async function writeDocument(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-openapi-'));
  const settings = readSettings({ REHABSPOR_DATA: folder, REHABSPOR_PORT: '0', REHABSPOR_KEY: 'of an empty store' });
  const server = await startServer(settings, { silent: true });
  try {
    writeFileSync(contractsPath('openapi.json'), `${JSON.stringify(openApiDocument(server.app), undefined, 2)}\n`);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void writeDocument();
