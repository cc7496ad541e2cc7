import type { Relations } from '../../access/application/relations';
import type { CountedCases } from '../../counting/domain/counted-cases';
import type { PersonKey } from '../../kernel/clinical-event';
import { addDays, addMonths, type Day } from '../../kernel/day';
import type { DefinitionSet } from '../../kernel/definition';
import type { Organisation } from '../../kernel/organisation';
import { othersTurn } from '../../kernel/others-turn';
import type { DecisionStore } from '../../ports/decision-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import {
  inWorklistOrder,
  worklistRows,
  type WorklistCriteria,
  type WorklistOrder,
  type WorklistRow,
} from '../domain/worklist';

const PERSONS_AT_A_TIME = 500;

/** Which worklist is asked for. */
export interface WorklistQuestion extends WorklistCriteria {
  readonly asOf: Day;
  /** Whose patients: those it has a relation with; absent: everyone. */
  readonly own?: Organisation;
  readonly order: WorklistOrder;
}

export interface WorklistPorts {
  readonly counted: CountedCases;
  readonly states: PathwayStateStore;
  readonly decisions: DecisionStore;
  readonly relations: Pick<Relations, 'among'>;
  readonly set: DefinitionSet;
}

/**
 * Lists the pathways of which something can still be done. Only those that began so lately that a window may be open are
 * looked at; of an organisation's list only whom it has a relation with, which is asked of those alone who are left.
 */
export class Worklists {
  constructor(private readonly ports: WorklistPorts) {}

  /** The definitions whose indicators are listed. */
  get set(): DefinitionSet {
    return this.ports.set;
  }

  async rows(question: WorklistQuestion): Promise<WorklistRow[]> {
    const persons = await this.persons(question);
    const rows: WorklistRow[] = [];
    for (let at = 0; at < persons.length; at += PERSONS_AT_A_TIME) {
      const found = await this.among(persons.slice(at, at + PERSONS_AT_A_TIME), question);
      rows.push(...(await this.related(found, question.own)));
      await othersTurn();
    }
    return inWorklistOrder(rows, question.order);
  }

  /** Whoever has a pathway that began lately enough. */
  private async persons({ asOf }: WorklistQuestion): Promise<PersonKey[]> {
    const { cases } = await this.ports.counted.at({ asOf });
    const persons = new Set<PersonKey>();
    for (const slot of cases.slotsOfPathways({ from: this.firstIndexDay(asOf), to: asOf }))
      persons.add(cases.personAt(slot));
    return [...persons];
  }

  /** No window of a pathway that began before is open. */
  private firstIndexDay(asOf: Day): Day {
    const lengths = this.ports.set.indicators.map(({ window }) => {
      const length = Number.parseInt(window, 10);
      return window.endsWith('m') ? addMonths(asOf, -length) : addDays(asOf, -length);
    });
    // Months end on different days: the day a window ends on may be clamped.
    return addDays(lengths.sort()[0] ?? asOf, -3);
  }

  private async among(persons: readonly PersonKey[], question: WorklistQuestion): Promise<WorklistRow[]> {
    const { states, decisions, set } = this.ports;
    const folded = await states.load(persons);
    const decided = await decisions.load(persons);
    const { asOf, own } = question;
    const sectorsOf = (key: string) => set.indicators.find((one) => one.key === key)?.sources ?? [];
    const from = { asOf, sectorsOf, ...(own === undefined ? undefined : { own }) };
    return persons.flatMap((person) => {
      const state = folded.get(person);
      return state === undefined
        ? []
        : worklistRows(state.folded, decided.get(person)?.decisions ?? [], question, from);
    });
  }

  private async related(rows: readonly WorklistRow[], own: Organisation | undefined): Promise<readonly WorklistRow[]> {
    if (own === undefined || rows.length === 0) return rows;
    const kinds = await this.ports.relations.among(own, [...new Set(rows.map(({ person }) => person))]);
    return rows.flatMap((row) => {
      const relation = kinds.get(row.person);
      return relation === undefined ? [] : [{ ...row, relation }];
    });
  }
}
