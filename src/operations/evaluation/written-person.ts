import type { Evaluation } from './evaluation';

/** One person's decisions as lines of NDJSON. */
export interface WrittenPerson {
  /** What persons are ordered by: the CPR number where it is shown, else the person key. */
  readonly order: string;
  readonly text: string;
  readonly decisions: number;
}

/** Everyone's decisions, in the order of the evaluation. */
export async function* writtenPersons(evaluation: Evaluation): AsyncGenerator<WrittenPerson> {
  for await (const decided of evaluation.decisions()) {
    const [first] = decided;
    if (first === undefined) continue;
    let text = '';
    for (const decision of decided) text += `${JSON.stringify(decision)}\n`;
    yield { order: first.cpr ?? first.person, text, decisions: decided.length };
  }
}
