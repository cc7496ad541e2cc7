import { both } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import type { Staging } from '../../../kernel/staging';
import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import type { Delivered, Place } from '../../domain/delivered';
import type { ResultSays } from '../../domain/lpr-f/result';
import { statementOf } from '../../domain/register-tables/statement-of';

const BATCH = 4096;

/** What is known of a registration whose parts stand in several rows. */
interface Gathered {
  readonly place: Place;
  readonly says: ResultSays;
  readonly isContradicted?: true;
}

/** Gathers the parts of registrations, in any order and bounded memory. */
export class StagedParts {
  constructor(
    private readonly staging: Staging,
    private readonly space: number,
  ) {}

  add(says: ResultSays, place: Place): void {
    const text = JSON.stringify({ place, says } satisfies Gathered);
    if (this.staging.add(this.space, says.record, text)) return;
    const before = JSON.parse(this.staging.get(this.space, says.record) ?? text) as Gathered;
    this.staging.set(this.space, says.record, JSON.stringify(together(before, { place, says })));
  }

  /** What the parts came to, once all rows are read: whole registrations, and why others are none. */
  *all(): Iterable<readonly Delivered[]> {
    let batch: Delivered[] = [];
    for (const [, text] of this.staging.entries(this.space)) {
      batch.push(deliveredOf(JSON.parse(text) as Gathered));
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

/** Whatever the order: the first place stands for all, and values that differ contradict each other. */
function together(a: Gathered, b: Gathered): Gathered {
  const differs = Object.entries(b.says.values).some(
    ([field, value]) => Object.hasOwn(a.says.values, field) && a.says.values[field] !== value,
  );
  return {
    place: isBefore(b.place, a.place) ? b.place : a.place,
    says: { ...a.says, values: { ...b.says.values, ...a.says.values } },
    ...(differs || a.isContradicted || b.isContradicted ? { isContradicted: true as const } : undefined),
  };
}

const isBefore = (a: Place, b: Place): boolean => a.file < b.file || (a.file === b.file && a.row < b.row);

function deliveredOf({ place, says, isContradicted }: Gathered): Delivered {
  if (isContradicted === true) return { is: 'refused', place, reason: REASONS.contradicting };
  const missing = says.parts.filter((field) => !Object.hasOwn(says.values, field));
  if (missing.length === 0) return statementOf(says, place);
  const fields = listed(
    missing.map((field) => both(field, field)),
    'and',
  );
  return { is: 'refused', place, reason: REASONS.incomplete({ missing: fields }) };
}
