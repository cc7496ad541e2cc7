import { KAFKA_VARIABLE, MONGODB_VARIABLE } from './servers';

/** Where a test finds the servers. */
export interface Brokers {
  /** `host:port` each. */
  readonly kafka: readonly string[];
  /** A `mongodb://` address. */
  readonly mongo: string;
}

/** The servers global setup started; undefined when there are none. */
function brokers(): Brokers | undefined {
  const kafka = process.env[KAFKA_VARIABLE] ?? '';
  const mongo = process.env[MONGODB_VARIABLE] ?? '';
  return kafka === '' || mongo === '' ? undefined : { kafka: kafka.split(','), mongo };
}

/** A `describe` that is skipped when there are no servers; its body is then given addresses of nobody. */
export function describeWithServers(name: string, body: (brokers: Brokers) => void): void {
  const addresses = brokers();
  if (addresses !== undefined) return describe(name, () => body(addresses));
  describe.skip(name, () => body({ kafka: ['127.0.0.1:9'], mongo: 'mongodb://127.0.0.1:9' }));
}
