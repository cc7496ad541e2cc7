import { PersonKeys } from '../../src/access/domain/person-key';
import { makeEvaluation } from '../../src/apps/make-evaluation';
import { compileDefinitions } from '../../src/indicators/domain/compile';
import { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { PERSON_LAW } from '../../src/indicators/domain/person-law';
import type { ClinicalEvent, PersonKey } from '../../src/kernel/clinical-event';
import type { Day } from '../../src/kernel/day';
import type { Decision } from '../../src/kernel/decision';
import { OrganisationNames } from '../../src/kernel/organisation-names';
import type { PersonPathways } from '../../src/kernel/pathway';
import type { Receipt } from '../../src/kernel/receipt';
import { foldGroup } from '../../src/pathways/domain/fold-group';
import { loadDefinitionSet } from '../../src/platform/contracts/definition-set';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';

const SECRET = Buffer.from('a key for benches only');
const TOGETHER = 5_000;

/** The key that persons are named by in everything that is compared. */
export const { keyOf } = new PersonKeys(SECRET);

const schemas = loadSchemas();
export const organisations = loadOrganisationList(schemas);
export const definitionSet = loadDefinitionSet(schemas);

/** What is known of a person: the events that intake accepted. */
export interface KnownPerson {
  readonly person: PersonKey;
  readonly events: readonly ClinicalEvent[];
}

/** Takes lines in as the program does; the receipts are in their order, the persons have no relations to each other. */
export async function received(
  lines: readonly string[],
  asOf: Day,
): Promise<{ readonly receipts: readonly (Receipt | undefined)[]; readonly persons: readonly KnownPerson[] }> {
  const options = { definitions: definitionSet, policy: {}, asOf, showCpr: false };
  const evaluation = makeEvaluation({ personKey: SECRET, options });
  const receipts: (Receipt | undefined)[] = [];
  for (let at = 0; at < lines.length; at += TOGETHER) {
    receipts.push(...(await evaluation.receive(lines.slice(at, at + TOGETHER).map((text) => ({ text })))));
  }
  const persons: KnownPerson[] = [];
  for (const { keys, eventsOf } of evaluation.gathered.groups()) {
    for (const person of keys) persons.push({ person, events: eventsOf(person) });
  }
  return { receipts, persons };
}

/** Folds, decides and explains persons by the definition set in force, where every source reports. */
export class PersonDecider {
  private readonly definitions = compileDefinitions(definitionSet);
  private readonly feeds = FeedCalendar.of([]);
  private readonly writer = PERSON_LAW.writer(this.definitions, new OrganisationNames(organisations));

  constructor(private readonly asOf: Day) {}

  /** The person's pathways and facts, from all events; throws where the person cannot be folded. */
  fold({ person, events }: KnownPerson): PersonPathways {
    const { population } = this.definitions.set;
    const setAside = ({ reason }: { readonly reason: string }): never => {
      throw new Error(`${person}: ${reason}`);
    };
    const [folded] = foldGroup({ keys: [person], eventsOf: () => events }, { population, setAside });
    if (folded === undefined) throw new Error(`Nothing is known of ${person}.`);
    return folded;
  }

  /** Every decision of the person in full, each explained in Danish and English. */
  decide(folded: PersonPathways): Decision[] {
    const decided = PERSON_LAW.decide(this.definitions, folded, this.feeds, this.asOf);
    return decided.map((decision) => this.writer.write(decision, folded.person, this.asOf));
  }
}
