/** A consumer group's backlog in a topic. */
export interface ConsumerLag {
  readonly group: string;
  readonly topic: string;
  readonly lag: number;
}

/** How much a consumer group has done here. */
export interface Handled {
  readonly group: string;
  readonly topic: string;
  readonly messages: number;
}

/** A figure that goes up and down, named as Prometheus names it. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly value: () => number | Promise<number>;
}

/** Counts that only grow, each by labels of closed lists, named as Prometheus names them. */
export interface Counts {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly values: () => readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly count: number;
  }[];
}

/** Persons whom something fails for, while everyone else goes on. */
export interface SetAsideInShort {
  readonly persons: number;
  /** What failed, each in a sentence and once. */
  readonly reasons: readonly string[];
}

/** Webhooks that nothing is sent to until somebody resumes them. */
export interface WebhooksOnHold {
  readonly webhooks: number;
  /** Why, each in a sentence and once; never an address. */
  readonly reasons: readonly string[];
}

/** How the running program is doing. */
export abstract class VitalSigns {
  /** What it waits for before it can work, each in a few words; nothing when it is ready. */
  abstract waitingFor(): Promise<readonly string[]>;

  /** How many persons are set aside, and some reasons why; nobody where that cannot be asked now. */
  abstract setAside(): Promise<SetAsideInShort>;

  /** How many webhooks are on hold, and why; none where that is not for this process to tell. */
  abstract webhooksOnHold(): Promise<WebhooksOnHold>;

  /** Messages not handled yet, by group and topic. */
  abstract lags(): readonly ConsumerLag[];

  /** Messages handled since the program started, by group and topic. */
  abstract handled(): readonly Handled[];

  /** What else can be said in figures. */
  abstract figures(): readonly Figure[];

  /** What is counted since the program started. */
  abstract counts(): readonly Counts[];
}
