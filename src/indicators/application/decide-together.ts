import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside } from '../../kernel/set-aside';
import type { DecisionStore, PersonDecisions, RenewedDecisions } from '../../ports/decision-store';
import type { ColumnState, PathwayState, PathwayStateStore } from '../../ports/pathway-state-store';
import type { LawInColumns } from '../domain/columns/law-in-columns';
import type { CompiledDefinitions } from '../domain/compile';
import type { FeedCalendar } from '../domain/feed-calendar';
import type { PersonLaw } from '../domain/person-law';

export type DecidingLaw = Pick<PersonLaw, 'decide' | 'deadline' | 'inColumns'>;

/** What everyone is decided by at a moment, beside their pathways. */
export interface DecisionBasis {
  readonly feeds: FeedCalendar;
  /** Fingerprint of definitions, policy and feed statuses. */
  readonly basisDigest: string;
}

/** What came of deciding persons together. */
interface DecidedTogether {
  /** Whose decisions stayed as they were; under what they stand now is noted already. */
  readonly stayed: ReadonlySet<PersonKey>;
  readonly decided: readonly PersonDecisions[];
  /** Who has no decisions; how many events that stands on is known of those who have a state. */
  readonly gone: readonly { readonly person: PersonKey; readonly eventCount?: number }[];
  readonly failed: readonly PersonSetAside[];
}

/** A person decided in columns. */
interface InColumns {
  readonly state: ColumnState;
  readonly numbers: Uint8Array;
  readonly deadline: Day | undefined;
}

interface TogetherPorts {
  readonly states: PathwayStateStore;
  readonly decisions: Pick<DecisionStore, 'renew'>;
}

/**
 * Decides persons by their columns, where the store has them: of most nothing changes, which their numbers tell, and nothing
 * else is read. Of the others the pathways are loaded and the decisions made.
 */
export class DecideTogether {
  private readonly inColumns: LawInColumns | undefined;

  constructor(
    private readonly definitions: CompiledDefinitions,
    private readonly ports: TogetherPorts,
    private readonly law: DecidingLaw,
  ) {
    this.inColumns = law.inColumns?.(definitions);
  }

  async decide(persons: readonly PersonKey[], basis: DecisionBasis, day: Day): Promise<DecidedTogether> {
    const columns = await this.decideInColumns(persons, basis.feeds, day);
    const stayed = await this.renewSame(columns, basis, day);
    const others = stayed.size === 0 ? persons : persons.filter((person) => !stayed.has(person));
    const found = await this.ports.states.load(others);
    const decided: PersonDecisions[] = [];
    const gone: DecidedTogether['gone'][number][] = [];
    const failed: PersonSetAside[] = [];
    for (const person of others) {
      const state = found.get(person);
      if (state === undefined) gone.push({ person });
      else if (state.folded.pathways.length === 0) gone.push({ person, eventCount: state.eventCount });
      else {
        const pure = (): PersonDecisions => this.decisionsOn(state, columns.get(person), basis, day);
        const one = attemptFor(person, 'deciding', pure, (aside) => failed.push(aside));
        if (one === undefined) gone.push({ person, eventCount: state.eventCount });
        else decided.push(one);
      }
    }
    return { stayed, decided, gone, failed };
  }

  /** Whoever that fails for is left to be decided by facts, which says why. */
  private async decideInColumns(
    persons: readonly PersonKey[],
    feeds: FeedCalendar,
    day: Day,
  ): Promise<ReadonlyMap<PersonKey, InColumns>> {
    const law = this.inColumns;
    const decided = new Map<PersonKey, InColumns>();
    if (law === undefined) return decided;
    for (const [person, state] of await this.ports.states.columns(persons)) {
      const { columns } = state;
      if (columns.pathways.length === 0) continue;
      const pure = (): InColumns => ({
        state,
        numbers: law.numbers(columns, feeds, day),
        deadline: law.deadline(columns, feeds, day),
      });
      const one = attemptFor(person, 'deciding', pure, () => undefined);
      if (one !== undefined) decided.set(person, one);
    }
    return decided;
  }

  private renewSame(
    columns: ReadonlyMap<PersonKey, InColumns>,
    { basisDigest }: DecisionBasis,
    decidedOn: Day,
  ): Promise<ReadonlySet<PersonKey>> {
    const same: RenewedDecisions[] = [];
    for (const [person, { state, numbers, deadline }] of columns) {
      if (state.decided === undefined || Buffer.compare(state.decided, numbers) !== 0) continue;
      same.push({ person, basisDigest, decidedOn, ...(deadline === undefined ? undefined : { deadline }) });
    }
    return same.length === 0 ? Promise.resolve(new Set()) : this.ports.decisions.renew(same);
  }

  private decisionsOn(
    { folded, eventCount }: PathwayState,
    inColumns: InColumns | undefined,
    { feeds, basisDigest }: DecisionBasis,
    decidedOn: Day,
  ): PersonDecisions {
    const { person } = folded;
    const made = { person, eventCount, basisDigest, decidedOn };
    if (this.inColumns !== undefined && inColumns?.state.eventCount === eventCount) {
      return this.decisionsInColumns(made, this.inColumns, inColumns, folded);
    }
    const deadline = this.law.deadline(this.definitions, folded, feeds, decidedOn);
    const decisions = this.law.decide(this.definitions, folded, feeds, decidedOn);
    return { ...made, ...(deadline === undefined ? undefined : { deadline }), decisions };
  }

  /** All of them are made only where it is not known which are other, or when somebody asks. */
  private decisionsInColumns(
    made: Omit<PersonDecisions, 'deadline' | 'decisions'>,
    law: LawInColumns,
    { numbers, deadline, state }: InColumns,
    folded: PersonPathways,
  ): PersonDecisions {
    const all = (): PersonDecisions['decisions'] => law.decisions(numbers, folded, made.decidedOn);
    const others = state.decided === undefined ? undefined : law.others(numbers, folded, state.decided);
    let decisions = others === undefined ? all() : undefined;
    return {
      ...made,
      ...(deadline === undefined ? undefined : { deadline }),
      numbered: { numbers, others },
      get decisions() {
        return (decisions ??= all());
      },
    };
  }
}
