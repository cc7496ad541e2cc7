import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { PersonPathways } from '../../kernel/pathway';
import { attemptFor, type PersonSetAside, type SetsAside } from '../../kernel/set-aside';
import type { DecisionStore, PersonDecisions, RenewedDecisions } from '../../ports/decision-store';
import type { ColumnState, PathwayState, PathwayStateStore } from '../../ports/pathway-state-store';
import type { LawInColumns } from '../domain/columns/law-in-columns';
import type { CompiledDefinitions } from '../domain/compile';
import type { FeedCalendar } from '../domain/feed-calendar';
import type { PersonLaw } from '../domain/person-law';
import type { UnreadColumns } from './unread-columns';

export type DecidingLaw = Pick<PersonLaw, 'decide' | 'deadline' | 'inColumns'>;

type Decisions = PersonDecisions['decisions'];

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
  /** Also those whose decisions fail when they are asked for, who then have none: read it after that. */
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
  readonly unread: UnreadColumns;
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
        const setAside: SetsAside = (aside) => void failed.push(aside);
        const one = this.decisionsOn(state, columns.get(person), basis, day, setAside);
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
    const { kept, unreadable } = await this.ports.states.columns(persons);
    for (const person of unreadable) this.ports.unread.note(person);
    for (const [person, state] of kept) {
      const { columns } = state;
      if (columns.pathways.length === 0) continue;
      const pure = (): InColumns => ({
        state,
        numbers: law.numbers(columns, feeds, day),
        deadline: law.deadline(columns, feeds, day),
      });
      const one = attemptFor(person, 'deciding', pure, () => this.ports.unread.note(person));
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

  /** By columns where that goes, else by facts; undefined where that fails too. */
  private decisionsOn(
    state: PathwayState,
    inColumns: InColumns | undefined,
    { feeds, basisDigest }: DecisionBasis,
    decidedOn: Day,
    setAside: SetsAside,
  ): PersonDecisions | undefined {
    const { folded, eventCount } = state;
    const { person } = folded;
    const made = { person, eventCount, basisDigest, decidedOn };
    const byFacts = (): Decisions => this.law.decide(this.definitions, folded, feeds, decidedOn);
    const law = this.inColumns;
    if (law !== undefined && inColumns?.state.eventCount === eventCount) {
      const otherwise = (): Decisions => attemptFor(person, 'deciding', byFacts, setAside) ?? [];
      const pure = (): PersonDecisions => this.decisionsInColumns(made, law, inColumns, folded, otherwise);
      const found = attemptFor(person, 'deciding', pure, () => this.ports.unread.note(person));
      if (found !== undefined) return found;
    }
    const pure = (): PersonDecisions => {
      const deadline = this.law.deadline(this.definitions, folded, feeds, decidedOn);
      return { ...made, ...(deadline === undefined ? undefined : { deadline }), decisions: byFacts() };
    };
    return attemptFor(person, 'deciding', pure, setAside);
  }

  /**
   * All of them are made only where it is not known which are other, or when somebody asks; should that fail then, they
   * are made `otherwise`.
   */
  private decisionsInColumns(
    made: Omit<PersonDecisions, 'deadline' | 'decisions'>,
    law: LawInColumns,
    { numbers, deadline, state }: InColumns,
    folded: PersonPathways,
    otherwise: () => Decisions,
  ): PersonDecisions {
    const { unread } = this.ports;
    const all = (): Decisions => law.decisions(numbers, folded, made.decidedOn);
    const others = state.decided === undefined ? undefined : law.others(numbers, folded, state.decided);
    let decisions = others === undefined ? all() : undefined;
    let numbered: PersonDecisions['numbered'] = { numbers, others };
    const asked = (): Decisions => {
      const found = attemptFor(made.person, 'deciding', all, () => unread.note(made.person));
      if (found !== undefined) return found;
      numbered = undefined;
      return otherwise();
    };
    return {
      ...made,
      ...(deadline === undefined ? undefined : { deadline }),
      get numbered() {
        return numbered;
      },
      get decisions() {
        return (decisions ??= asked());
      },
    };
  }
}
