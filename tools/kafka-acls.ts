/** What a service may do on Kafka; a topic that ends with `.*` stands for all that begin so, a group for all that do. */
export interface KafkaRights {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly groups: readonly string[];
  /** Groups of others whose place it may look up. */
  readonly sees?: readonly string[];
}

/** The arguments of kafka-acls.sh, a line for each time it is called, that let each service do what the table says. */
export function kafkaAclsText(services: Readonly<Record<string, KafkaRights>>): string {
  const lines = Object.entries(services).flatMap(([name, { reads, writes, groups, sees = [] }]) => {
    const allow = (
      operations: readonly string[],
      resources: readonly string[],
      ...pattern: readonly string[]
    ): string[] =>
      resources.length === 0
        ? []
        : [
            [
              `--allow-principal User:${name}`,
              ...operations.map((operation) => `--operation ${operation}`),
              ...resources,
              ...pattern,
            ].join(' '),
          ];
    const prefixed = '--resource-pattern-type prefixed';
    const topic = (topics: readonly string[]): string[] => topics.map((one) => `--topic ${one}`);
    const group = (names: readonly string[]): string[] => names.map((one) => `--group ${one}`);
    const many = reads.filter((one) => one.endsWith('.*')).map((one) => one.slice(0, -1));
    // Groups of a moment are named anew each time and taken away by who made them.
    const passing = groups.filter((one) => one.endsWith('-'));
    return [
      ...allow(['Describe', 'DescribeConfigs'], ['--topic *']),
      ...allow(['Read'], topic(reads.filter((one) => !one.endsWith('.*')))),
      ...allow(['Read'], topic(many), prefixed),
      ...allow(['Write'], topic(writes)),
      ...allow(['Read'], group(groups.filter((one) => !one.endsWith('-'))), prefixed),
      ...allow(['Read', 'Delete'], group(passing), prefixed),
      ...allow(['Describe'], group(sees), prefixed),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}
