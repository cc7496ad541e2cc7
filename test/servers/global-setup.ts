import { CONTROL_VARIABLE } from './control';
import { startControlServer } from './control-server';
import { keepRunning } from './running';
import { KAFKA_VARIABLE, MONGODB_VARIABLE, startServers } from './servers';

const say = (text: string): void => void process.stderr.write(`test servers: ${text}\n`);

/**
 * Jest's global setup of the broker tests: starts the servers and leaves their addresses in the environment.
 * Without servers the tests are skipped, loudly; where CI is set that is a failure, or nobody would notice.
 */
export default async function setup(): Promise<void> {
  const servers = await startServers({ say });
  if ('skipped' in servers) {
    if ((process.env['CI'] ?? '') !== '') throw new Error(`There are no servers to test with. ${servers.skipped}`);
    say(`\n\n  SKIPPED: ${servers.skipped}\n`);
    return;
  }
  const { kafka, mongo } = servers;
  for (const { version, origin } of [kafka, mongo]) say(`${version} (${origin})`);
  const addresses: Record<string, string> = {
    [KAFKA_VARIABLE]: kafka.brokers.join(','),
    [MONGODB_VARIABLE]: mongo.url,
  };
  const stops = [() => servers.stop()];
  if (kafka.restart !== undefined && mongo.restart !== undefined) {
    const control = await startControlServer({ kafka: kafka.restart, mongo: mongo.restart });
    addresses[CONTROL_VARIABLE] = control.address;
    stops.push(() => control.stop());
  }
  keepRunning(addresses, stops);
}
