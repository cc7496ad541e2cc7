import type { mongo } from 'mongoose';

/** How often a command was sent to the database, and how many documents it wrote or brought. */
export interface CommandCount {
  readonly command: string;
  readonly commands: number;
  readonly documents: number;
}

/** What is counted of a command and of its answer. */
interface Written {
  readonly documents?: readonly unknown[];
  readonly updates?: readonly unknown[];
  readonly deletes?: readonly unknown[];
}
interface Read {
  readonly cursor?: { readonly firstBatch?: readonly unknown[]; readonly nextBatch?: readonly unknown[] };
}

/** Counts what is sent to the database, as the driver tells of it; nothing of what commands hold is kept. */
export class CommandCounts {
  private readonly counts = new Map<string, { commands: number; documents: number }>();

  started({ commandName, command }: mongo.CommandStartedEvent): void {
    const count = this.of(commandName);
    const { documents, updates, deletes } = command as Written;
    count.commands += 1;
    count.documents += lengthOf(documents) + lengthOf(updates) + lengthOf(deletes);
  }

  succeeded({ commandName, reply }: mongo.CommandSucceededEvent): void {
    const { firstBatch, nextBatch } = (reply as Read | undefined)?.cursor ?? {};
    this.of(commandName).documents += lengthOf(firstBatch) + lengthOf(nextBatch);
  }

  /** By command, since the program started. */
  all(): readonly CommandCount[] {
    return [...this.counts].map(([command, count]) => ({ command, ...count }));
  }

  private of(command: string): { commands: number; documents: number } {
    const known = this.counts.get(command) ?? { commands: 0, documents: 0 };
    this.counts.set(command, known);
    return known;
  }
}

const lengthOf = (list: readonly unknown[] | undefined): number => list?.length ?? 0;
