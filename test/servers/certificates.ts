import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateFiles, Skipped } from './server';
import { runTool } from './tool';

export interface ServerCertificates extends CertificateFiles {
  readonly serverKey: string;
  /** Key and certificate in one file, as Kafka wants them. */
  readonly serverBundle: string;
}

/**
 * Makes a server's and a client's certificate for the loopback address, good for two days, in a folder.
 * Each is signed by itself, so that the certificate is the authority too.
 */
export async function makeCertificates(folder: string): Promise<ServerCertificates | Skipped> {
  for (const name of ['server', 'client']) {
    const made = await runTool(
      'openssl',
      [
        ...['req', '-x509', '-nodes', '-days', '2', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
        ...['-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=rehabspor-test-${name}`],
        ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ],
      { folder },
    );
    if ('failed' in made) return { skipped: `${made.failed} (it makes the certificates: install openssl)` };
  }
  const [authority, serverKey] = [join(folder, 'server.pem'), join(folder, 'server.key')];
  const serverBundle = join(folder, 'server.bundle.pem');
  writeFileSync(serverBundle, readFileSync(serverKey, 'utf8') + readFileSync(authority, 'utf8'));
  return {
    authority,
    serverKey,
    serverBundle,
    clientCertificate: join(folder, 'client.pem'),
    clientKey: join(folder, 'client.key'),
  };
}
