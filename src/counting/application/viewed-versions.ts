import { LRUCache } from 'lru-cache';
import type { DefinitionSet } from '../../kernel/definition';
import type { DecisionsByDefinition } from '../../ports/decisions-by-definition';
import type { DefinitionBook } from '../../ports/definition-book';
import { CountedVersions, type CountedVersion } from '../domain/counted-versions';
import type { ReportBasis } from '../domain/report-basis';
import type { ViewedCases } from './viewed-cases';

export interface VersionPorts {
  readonly decisions: DecisionsByDefinition;
  readonly book: DefinitionBook;
  /** Everyone's decisions under the definitions in force. */
  readonly inForce: CountedVersion & { readonly counted: ViewedCases };
  /** The set the program comes with. */
  readonly builtIn: DefinitionSet;
}

/** Each keeps everyone's decisions from its last viewpoint in memory. */
const VERSIONS_KEPT = 2;

/** Those not in force cost a pass over everyone, and the last ones are kept. */
export class ViewedVersions extends CountedVersions {
  private readonly kept = new LRUCache<string, CountedVersion>({ max: VERSIONS_KEPT });

  constructor(private readonly ports: VersionPorts) {
    super();
  }

  override get inForce(): CountedVersion {
    return this.ports.inForce;
  }

  override async ids(): Promise<string[]> {
    const { inForce, builtIn, book } = this.ports;
    const proposed = (await book.list()).map(({ id }) => id);
    return [...new Set([inForce.basis.id, idOf(builtIn), ...proposed])];
  }

  override async find(id: string = this.inForce.basis.id): Promise<CountedVersion | undefined> {
    const { inForce, builtIn, book } = this.ports;
    if (id === inForce.basis.id) return inForce;
    const { policy } = inForce.basis;
    const booked = await book.find(id);
    if (booked !== undefined) return this.under(JSON.parse(booked.content) as DefinitionSet, policy);
    return id === idOf(builtIn) ? this.under(builtIn, policy) : undefined;
  }

  override under(set: DefinitionSet, choice: Readonly<Record<string, string>>): CountedVersion {
    const { decisions, inForce } = this.ports;
    const policy = settled(set, choice);
    const name = JSON.stringify([set, policy]);
    if (name === JSON.stringify([inForce.basis.set, inForce.basis.policy])) return inForce;
    const version = this.kept.get(name) ?? this.countedBeside(set, policy, decisions);
    this.kept.set(name, version);
    return version;
  }

  private countedBeside(
    set: DefinitionSet,
    policy: Readonly<Record<string, string>>,
    decisions: DecisionsByDefinition,
  ): CountedVersion {
    const { basis, counted } = this.ports.inForce;
    const keys = [...set.indicators].sort((a, b) => a.number - b.number).map(({ key }) => key);
    const own: ReportBasis = { ...basis, id: idOf(set), set, policy };
    return { basis: own, counted: counted.beside(decisions.under(set, policy), keys) };
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
