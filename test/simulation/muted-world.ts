import { PersonKeys } from '../../src/access/domain/person-key';
import { compileDefinitions } from '../../src/indicators/domain/compile';
import { decidePerson } from '../../src/indicators/domain/decide';
import { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { readEnvelope } from '../../src/intake/domain/envelope';
import { isRefused } from '../../src/intake/domain/refusal';
import { readContent } from '../../src/intake/domain/source-event';
import { addUnder } from '../../src/kernel/add-under';
import type { ClinicalEvent, PersonKey } from '../../src/kernel/clinical-event';
import type { IndicatorDecision } from '../../src/kernel/decision';
import { schemeText, type Organisation } from '../../src/kernel/organisation';
import { foldPerson } from '../../src/pathways/domain/fold';
import { personsOf, relatedGroups, relationsOf } from '../../src/pathways/domain/persons';
import { loadDefinitionSet } from '../../src/platform/contracts/definition-set';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { loadReading } from '../../src/intake/adapters/load-reading';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';

const schemas = loadSchemas();
export const organisations = loadOrganisationList(schemas);
export const definitions = compileDefinitions(loadDefinitionSet(schemas));
/** Every window of the population has closed by then. */
export const AS_OF = '2025-06-30';
/** Before every index day, so that a muted municipality was never connected. */
export const NEVER_SINCE = '2000-01-01';

/** One pathway with all its decisions. */
export interface DecidedPathway {
  readonly person: PersonKey;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  readonly decisions: readonly IndicatorDecision[];
}

/**
 * Keys that have to be looked at together, as they are decided when some municipalities are muted: their events never
 * came, and the registry says that they are not connected. Each set of municipalities that matter is decided once.
 */
export class Household {
  /** Municipalities that report on these persons or that they live in. */
  readonly involved: readonly Organisation[];
  private readonly known = new Map<string, readonly DecidedPathway[]>();

  constructor(
    private readonly keys: readonly PersonKey[],
    private readonly eventsOf: ReadonlyMap<PersonKey, readonly ClinicalEvent[]>,
  ) {
    const involved = new Set<Organisation>();
    for (const event of keys.flatMap((key) => eventsOf.get(key) ?? [])) {
      if (schemeText(event.source) === 'municipality') involved.add(event.source);
      if (event.kind === 'person.status' && event.data.municipality !== undefined) {
        involved.add(`municipality:${event.data.municipality}`);
      }
    }
    this.involved = [...involved].sort();
  }

  decidedWithout(muted: ReadonlySet<Organisation>): readonly DecidedPathway[] {
    const silent = this.involved.filter((municipality) => muted.has(municipality));
    const name = silent.join();
    let decided = this.known.get(name);
    if (decided === undefined) this.known.set(name, (decided = this.decide(silent)));
    return decided;
  }

  private decide(silent: readonly Organisation[]): DecidedPathway[] {
    const feeds = FeedCalendar.of(
      silent.map((organisation) => ({ organisation, state: 'not-connected', from: NEVER_SINCE })),
    );
    const heard = (key: PersonKey): readonly ClinicalEvent[] =>
      (this.eventsOf.get(key) ?? []).filter(({ source }) => !silent.includes(source));
    return personsOf(this.keys, heard)
      .filter(({ events }) => events.length > 0)
      .map((person) => foldPerson(person, definitions.set.population))
      .flatMap((folded) => {
        const decisions = decidePerson(definitions, folded, feeds, AS_OF);
        return folded.pathways.map(({ number, hospital, municipality }) => ({
          person: folded.person,
          hospital,
          ...(municipality === undefined ? undefined : { municipality }),
          decisions: decisions.filter(({ pathway }) => pathway === number),
        }));
      });
  }
}

/** A population in which every source delivers, as source events: one line each. */
export function connectedPopulation(patients: number, seed: number): string[] {
  let text = '';
  generatePopulation(
    { patients, seed, years: 1, organisations: organisationInputOf(organisations), feeds: 'all-connected' },
    (lines) => (text += lines),
  );
  return text.trimEnd().split('\n');
}

export const reading = loadReading(schemas, new PersonKeys(Buffer.from('a key for simulations')), definitions.set);

/** What the program's own checks and translation make of lines, gathered by who has to be looked at together. */
export function householdsOf(lines: readonly string[]): Household[] {
  const eventsOf = new Map<PersonKey, ClinicalEvent[]>();
  const known = new Set<string>();
  for (const line of lines) {
    const event = clinicalEventIn(line);
    const name = event === undefined ? '' : `${event.source} ${event.id}`;
    if (event === undefined || known.has(name)) continue; // Of a repeated event the first stands.
    known.add(name);
    addUnder(eventsOf, event.person, event);
  }
  const relations = [...eventsOf.values()].flat().flatMap(relationsOf);
  return relatedGroups(eventsOf.keys(), relations).map((keys) => new Household(keys, eventsOf));
}

function clinicalEventIn(line: string): ClinicalEvent | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined; // Some lines are cut off on purpose.
  }
  const envelope = readEnvelope(parsed);
  if (isRefused(envelope)) return undefined;
  const content = readContent(envelope, envelope.receivedAt ?? envelope.time, reading);
  return isRefused(content) ? undefined : content.event;
}
