import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { registrationOf } from '../../kernel/registration';
import { attemptFor } from '../../kernel/set-aside';
import { relationsIn } from '../../pathways/domain/fold-group';
import { relatedGroups } from '../../pathways/domain/persons';
import { greatestOf } from '../../pathways/domain/registrations';
import { eventsOfRecords, sharersOf } from './shared-records-verified';

interface Size {
  readonly least: number;
  readonly most: number;
}

/**
 * How many events pathways may say that they were folded from, of the persons of one related group: those of all keys
 * that number changes join, the ones of shared registrations twice, and one for each registration lost to others.
 */
export class FoldedSizes {
  /** Keys that number changes join, by each of them. */
  private readonly joined = new Map<PersonKey, readonly PersonKey[]>();
  private readonly sharers: ReturnType<typeof sharersOf>;
  private readonly holders = new Map<string, PersonKey | undefined>();

  constructor(
    keys: readonly PersonKey[],
    private readonly eventsOf: (key: PersonKey) => readonly ClinicalEvent[],
  ) {
    const events = keys.flatMap((key) => [...eventsOf(key)]);
    const relations = relationsIn(events);
    this.sharers = sharersOf(relations);
    const byNumber = relations.filter(({ record }) => record === undefined);
    for (const group of relatedGroups(keys, byNumber)) for (const key of group) this.joined.set(key, group);
    if (this.sharers.size > 0) this.noteHolders(events);
  }

  private noteHolders(events: readonly ClinicalEvent[]): void {
    for (const [record, among] of eventsOfRecords(this.sharers.keys(), events)) {
      const pure = () => greatestOf(among).get(record)?.person;
      this.holders.set(
        record,
        attemptFor('', 'folding', pure, () => undefined),
      );
    }
  }

  /** Where joined keys are several persons, each was last folded when something was heard of it: of so many events. */
  of(numbers: readonly PersonKey[]): Size {
    const joined = this.joined.get(numbers[0] ?? '') ?? numbers;
    const most = this.seenBy(joined);
    return { least: joined.length === numbers.length ? most : this.count(numbers), most };
  }

  private seenBy(keys: readonly PersonKey[]): number {
    const records = new Set<string>();
    for (const [record, sharers] of this.sharers) if (keys.some((key) => sharers.has(key))) records.add(record);
    if (records.size === 0) return this.count(keys);
    const isShared = (event: ClinicalEvent): boolean => records.has(registrationOf(event));
    const shared = keys.reduce((sum, key) => sum + this.eventsOf(key).filter(isShared).length, 0);
    const lost = [...records].filter((record) => !keys.includes(this.holders.get(record) ?? '')).length;
    return this.count(keys) + shared + lost;
  }

  private count(keys: readonly PersonKey[]): number {
    return keys.reduce((sum, key) => sum + this.eventsOf(key).length, 0);
  }
}
