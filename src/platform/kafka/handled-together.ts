import { Gathered } from '../gathered';

/** Messages of one partition in their order. */
export interface Portion<M> {
  readonly partition: number;
  readonly messages: readonly M[];
}

/** Resolves when the effects of all the messages are kept. */
export type HandlePortions<M> = (portions: readonly Portion<M>[]) => Promise<void>;

/**
 * Hands on together what several partitions bring in the same moment, up to `most` messages, so that a store is asked
 * and written to once for all of them. When that fails, each portion is handed on alone, so that what is wrong with one
 * partition holds up no other. Nothing is handed on while something is handled.
 */
export class HandledTogether<M> {
  private readonly gathered: Gathered<Portion<M>>;

  constructor(most: number, handle: HandlePortions<M>) {
    this.gathered = new Gathered(
      (portions) => handled(portions, handle),
      (portions) => together(portions, most),
    );
  }

  /** Resolves when the effects of the messages are kept; rejects for what they alone led to. */
  handle(partition: number, messages: readonly M[]): Promise<void> {
    return this.gathered.ask({ partition, messages });
  }
}

async function handled<M>(
  portions: readonly Portion<M>[],
  handle: HandlePortions<M>,
): Promise<PromiseSettledResult<void>[]> {
  const [outcome] = await Promise.allSettled([handle(portions)]);
  if (outcome.status === 'fulfilled' || portions.length === 1) return portions.map(() => outcome);
  const outcomes: PromiseSettledResult<void>[] = [];
  for (const portion of portions) outcomes.push(...(await Promise.allSettled([handle([portion])])));
  return outcomes;
}

/** How many of the portions hold no more than `most` messages between them. */
function together<M>(portions: readonly Portion<M>[], most: number): number {
  let messages = 0;
  const over = portions.findIndex((portion) => (messages += portion.messages.length) > most);
  return over < 0 ? portions.length : over;
}
