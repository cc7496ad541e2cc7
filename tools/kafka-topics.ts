/** A topic as contracts/asyncapi.yaml has it. */
export interface ContractChannel {
  readonly address: string;
  readonly bindings?: {
    readonly kafka?: {
      readonly partitions: number;
      readonly topicConfiguration?: Readonly<Record<string, string | number | readonly string[]>>;
    };
  };
}

/** By how many brokers there are: their own setting. */
const OF_THE_BROKERS = 'min.insync.replicas';

/**
 * The arguments of kafka-topics.sh, a line for each topic; the one that each source has of its own comes last and
 * without its name.
 */
export function kafkaTopicsText(channels: readonly ContractChannel[]): string {
  const isOwn = ({ address }: ContractChannel): boolean => address.includes('{');
  return [...channels.filter((one) => !isOwn(one)), ...channels.filter(isOwn)]
    .flatMap(({ address, bindings }) => {
      const kafka = bindings?.kafka;
      if (kafka === undefined) return [];
      const settings = Object.entries(kafka.topicConfiguration ?? {})
        .filter(([name]) => name !== OF_THE_BROKERS)
        .map(([name, value]) => ` --config ${name}=${String(value)}`);
      const name = address.includes('{') ? 'OWN' : address;
      return [`--topic ${name} --partitions ${kafka.partitions}${settings.join('')}\n`];
    })
    .join('');
}
