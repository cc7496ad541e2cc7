import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** A topic as the contract has it. */
export interface TopicContract {
  readonly name: string;
  readonly partitions: number;
  readonly replicas: number;
  /** By the names of Kafka's topic settings. */
  readonly configs: Readonly<Record<string, string>>;
}

interface KafkaBinding {
  readonly topic?: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly topicConfiguration?: Readonly<Record<string, string | number | readonly string[]>>;
}

interface Contract {
  readonly channels: Readonly<
    Record<string, { readonly address: string; readonly bindings?: { readonly kafka?: KafkaBinding } }>
  >;
}

/** The Kafka topics of `asyncapi.yaml` that there is one of each; those of sources' own are made with their rights. */
export function topicsInContract(contractsFolder: string): TopicContract[] {
  const contract = load(readFileSync(join(contractsFolder, 'asyncapi.yaml'), 'utf8')) as Contract;
  return Object.values(contract.channels).flatMap(({ address, bindings }) => {
    const kafka = bindings?.kafka;
    if (kafka === undefined || address.includes('{')) return [];
    const name = kafka.topic ?? address;
    const configs: Record<string, string> = {};
    for (const [setting, value] of Object.entries(kafka.topicConfiguration ?? {})) configs[setting] = String(value);
    return [{ name, partitions: kafka.partitions, replicas: kafka.replicas, configs }];
  });
}
