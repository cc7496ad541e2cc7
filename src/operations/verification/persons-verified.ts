import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { normalForm } from '../../kernel/digest';
import type { PersonPathways } from '../../kernel/pathway';
import type { PersonSetAside } from '../../kernel/set-aside';
import { foldEach } from '../../pathways/domain/fold-group';
import { foldedBy } from '../../pathways/domain/folded-by';
import type { PersonDecisions } from '../../ports/decision-store';
import type { PathwayState } from '../../ports/pathway-state-store';
import type { EmbeddedStore } from '../embedded-store';
import type { DecisionsCompared } from './decisions-compared';
import type { TellDifference } from './differences';
import { asKept, type EventsByPerson, type LoggedEvents } from './logged-partition';
import { FoldedSizes } from './folded-sizes';
import { inShort } from './unreadable';
import { receivedOf } from '../../platform/receipt-days';

type Kept = Pick<EmbeddedStore, 'events' | 'states' | 'decisions' | 'definitions' | 'law'>;

/** What is kept of the keys of one group. */
interface KeptOfGroup {
  readonly states: ReadonlyMap<PersonKey, PathwayState>;
  readonly decisions: ReadonlyMap<PersonKey, PersonDecisions>;
}

/** Folds persons again from their events in the log and compares what is kept of them: events, pathways, decisions. */
export class PersonsVerified {
  /** Persons folded. */
  persons = 0;
  /** Who cannot be folded. */
  readonly setAside: PersonSetAside[] = [];
  /** Rows that belong to persons of the log. */
  private readonly seen = { events: 0, sources: 0, states: 0, decisions: 0 };
  private isReadable = true;

  constructor(
    private readonly kept: Kept,
    private readonly decisions: DecisionsCompared,
    /** Who was folded but not decided yet. */
    private readonly undecided: ReadonlySet<PersonKey>,
    private readonly tell: TellDifference,
  ) {}

  /** Verifies all of a group of related keys; what cannot be read of it is told, and others go on. */
  async verify(keys: readonly PersonKey[], logged: EventsByPerson): Promise<void> {
    try {
      await this.verifyGroup(keys, logged);
    } catch (error) {
      this.isReadable = false;
      this.tell(`what is kept of ${keys.join(' and ')} cannot be read (${inShort(error)})`, 'rebuild');
    }
  }

  private async verifyGroup(keys: readonly PersonKey[], logged: EventsByPerson): Promise<void> {
    const { states, decisions, definitions, law } = this.kept;
    await this.verifyEvents(keys, logged);
    for (const person of await states.misfiled(keys))
      this.tell(`${person} has a pathway state that lists hold otherwise than it says`, 'rebuild');
    for (const person of decisions.changed(keys))
      this.tell(`${person} has decisions that are not as they were written`, 'rebuild');
    const kept = { states: await states.load(keys), decisions: await decisions.load(keys) };
    this.seen.states += kept.states.size;
    this.seen.decisions += kept.decisions.size;
    const group = { keys, eventsOf: (key: PersonKey) => eventsIn(logged.get(key) ?? []) };
    const sizes = new FoldedSizes(keys, group.eventsOf);
    for (const one of foldEach(group, (person) => law.fold(person, foldedBy(definitions.set)))) {
      if (one.result === 'set-aside') this.setAside.push(one.setAside);
      if (one.result !== 'folded') {
        this.verifyNothingOf(one.numbers, kept, one.result === 'set-aside' ? 'cannot be folded' : 'has no event');
        continue;
      }
      this.persons += 1;
      this.verifyPerson(one.folded, kept, sizes.of(one.numbers));
      const { person } = one.folded;
      this.verifyNothingOf(
        one.numbers.filter((number) => number !== person),
        kept,
        'was replaced',
      );
    }
  }

  /**
   * What later foldings read is what the log says, and stands where it is passed over when it comes again; sealed fields,
   * and what was stated, stay in the log alone.
   */
  private async verifyEvents(keys: readonly PersonKey[], logged: EventsByPerson): Promise<void> {
    const { events } = this.kept;
    const eventsOf = await events.load(keys);
    for (const key of keys) {
      const expected = logged.get(key) ?? [];
      if (normalForm(eventsIn(expected).map(asKept)) !== normalForm(eventsOf(key)))
        this.tell(`${key} has other events`, 'rebuild');
      const received = receivedOf(eventsIn(expected));
      this.seen.sources += received.size;
      for (const [source, days] of received) {
        const known = events.reportedOn(source, key);
        if (known === undefined) this.tell(`${key} is not known as somebody whom ${source} reported on`, 'rebuild');
        else if (known.first !== days.first || known.last !== days.last)
          this.tell(`${key} is known to have been reported on by ${source} on other days than in the log`, 'rebuild');
      }
      let held = 0;
      for (const { through, count } of events.runsOf(key)) {
        this.seen.events += 1;
        held += count;
        const last = expected[held - 1];
        if (last !== undefined && last.offset !== through)
          this.tell(`${key} has events at another place than in the log`, 'rebuild');
      }
    }
  }

  private verifyPerson(
    folded: PersonPathways,
    kept: KeptOfGroup,
    { least, most }: { readonly least: number; readonly most: number },
  ): void {
    const { person } = folded;
    const state = kept.states.get(person);
    if (state === undefined) this.tell(`${person} has no pathway state`, 'rebuild');
    else if (normalForm(state.folded) !== normalForm(folded))
      this.tell(`${person} has another pathway state`, 'rebuild');
    else if (state.eventCount < least || state.eventCount > most)
      this.tell(`${person} has a pathway state of another number of events`, 'rebuild');
    if (!this.undecided.has(person))
      this.decisions.compare(folded, state?.eventCount ?? most, kept.decisions.get(person));
  }

  private verifyNothingOf(numbers: readonly PersonKey[], kept: KeptOfGroup, why: string): void {
    for (const number of numbers) {
      if (kept.states.has(number)) this.tell(`${number} ${why} but has a pathway state`, 'rebuild');
      if (kept.decisions.has(number) && !this.undecided.has(number))
        this.tell(`${number} ${why} but has decisions`, 'rebuild');
    }
  }

  /** Once everyone is verified: there is nothing of others. */
  async verifyNothingElse(): Promise<void> {
    if (!this.isReadable) return; // Not everything was seen that is there.
    const { events, states, decisions } = this.kept;
    const tables = [
      { table: 'person_event', rows: events.rowCount(), seen: this.seen.events },
      { table: 'reported_on', rows: events.reportedCount(), seen: this.seen.sources },
      { table: 'pathway_state', rows: await states.count(), seen: this.seen.states },
      { table: 'person_column', rows: states.columnCount(), seen: this.seen.states },
      { table: 'decision', rows: await decisions.count(), seen: this.seen.decisions },
    ];
    for (const { table, rows, seen } of tables)
      if (rows !== seen) this.tell(`${table} holds ${rows} rows, ${seen} of them of persons in the log`, 'rebuild');
  }
}

const eventsIn = (logged: LoggedEvents): ClinicalEvent[] => logged.map(({ value }) => value);
