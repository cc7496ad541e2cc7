import type { DefinitionSet } from '../../kernel/definition';
import type { DecisionsByDefinition } from '../../ports/decisions-by-definition';
import type { DefinitionBook } from '../../ports/definition-book';
import type { ReportBasis } from '../domain/report';
import { keepLatest } from '../../counting/application/counted-cases';
import { IndicatorReports } from './indicator-reports';

export interface VersionPorts {
  readonly under: DecisionsByDefinition;
  readonly book: DefinitionBook;
  /** Reports under the definitions in force. */
  readonly inForce: IndicatorReports;
  /** The set the program comes with. */
  readonly builtIn: DefinitionSet;
}

/** Each keeps everyone's decisions from its last viewpoint in memory. */
const VERSIONS_KEPT = 2;

/**
 * Reports under any definition set there is: the one in force, the one the program comes with, and every proposed one,
 * whatever became of it. Those not in force cost a pass over everyone, and the last ones are kept.
 */
export class DefinitionVersions {
  private readonly kept = new Map<string, IndicatorReports>();

  constructor(private readonly ports: VersionPorts) {}

  /** What the program decides by. */
  get inForce(): IndicatorReports {
    return this.ports.inForce;
  }

  /** Set and version of every set there is: first the one in force, then as they came to be. */
  async ids(): Promise<string[]> {
    const { inForce, builtIn, book } = this.ports;
    const proposed = (await book.list()).map(({ id }) => id);
    return [...new Set([inForce.basis.id, idOf(builtIn), ...proposed])];
  }

  /** Reports under the set of an id (without one the set in force); undefined when there is no such set. */
  async reports(id: string = this.inForce.basis.id): Promise<IndicatorReports | undefined> {
    const { inForce, builtIn, book } = this.ports;
    if (id === inForce.basis.id) return inForce;
    const booked = await book.find(id);
    if (booked !== undefined) return this.under(JSON.parse(booked.content) as DefinitionSet, this.inForce.basis.policy);
    return id === idOf(builtIn) ? this.under(builtIn, this.inForce.basis.policy) : undefined;
  }

  /** Reports under a set and a choice of policies; what the set does not know of the choice is left to its defaults. */
  under(set: DefinitionSet, choice: Readonly<Record<string, string>>): IndicatorReports {
    const { under, inForce } = this.ports;
    const policy = settled(set, choice);
    const basis: ReportBasis = { id: idOf(set), set, policy, organisations: inForce.basis.organisations };
    const name = JSON.stringify([set, policy]);
    if (name === JSON.stringify([inForce.basis.set, inForce.basis.policy])) return inForce;
    const keys = [...set.indicators].sort((a, b) => a.number - b.number).map(({ key }) => key);
    const reports =
      this.kept.get(name) ??
      new IndicatorReports(inForce.counted.beside(under.under(set, policy), keys), basis, inForce.smallNumbers);
    keepLatest(this.kept, name, reports, VERSIONS_KEPT);
    return reports;
  }
}

const idOf = ({ set, version }: DefinitionSet): string => `${set}/${version}`;

function settled(
  { policies }: DefinitionSet,
  choice: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(policies).map(([name, { default: usual, options }]) => {
      const chosen = choice[name];
      return [name, chosen !== undefined && chosen in options ? chosen : usual];
    }),
  );
}
