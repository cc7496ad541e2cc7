import type { Settings } from '../config/settings';
import type { KafkaConnection } from './kafka-connection';

/** How Kafka is reached, by the settings. */
export function connectionSettings({
  kafka: { brokers, tls, sasl },
}: Pick<Settings, 'kafka'>): ConstructorParameters<typeof KafkaConnection>[0] {
  return {
    brokers,
    clientId: 'rehabspor',
    ...(tls === undefined ? undefined : { ssl: pemNames(tls) }),
    ...(sasl === undefined ? undefined : { sasl }),
  };
}

function pemNames({ ca, certificate, key }: NonNullable<Settings['kafka']['tls']>) {
  return {
    ...(ca === undefined ? undefined : { ca }),
    ...(certificate === undefined ? undefined : { cert: certificate }),
    ...(key === undefined ? undefined : { key }),
  };
}
