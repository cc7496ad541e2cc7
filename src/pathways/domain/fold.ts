import type { ClinicalEvent, ClinicalEventOf, PersonKey } from '../../kernel/clinical-event';
import { comparableCode, hasPrefix } from '../../kernel/codes';
import { addDays, type Day } from '../../kernel/day';
import type { Measures, PopulationDefinition } from '../../kernel/definition';
import type { EventKind } from '../../kernel/event-kinds';
import type { PersonFinding } from '../../kernel/finding';
import { compareCodePoints, compareRecorded } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import type { Fact, Pathway, PersonPathways } from '../../kernel/pathway';
import { civilStatesOf, compareStatuses, newestNumber, residenceOn } from './civil-registration';
import { factsInOrder } from './facts';
import { isInUnusedUnit, type FoldedBy } from './folded-by';
import { DiagnosisLinks, isValidDiagnosis } from './links';
import { eventsInForce, type GreatestElsewhere } from './registrations';
import { ServiceReferrals } from './services';

/** Raised whenever the same events fold to other facts, so that stores from before are folded anew. */
export const FOLD_VERSION = 3;

/** Everything known of one person: all events of all the person's numbers, in any order, repeated or not. */
export interface PersonEvents {
  /** The keys of the person's numbers, joined by civil registration. */
  readonly numbers: readonly PersonKey[];
  readonly events: readonly ClinicalEvent[];
  /** The greatest event of each registration among this person and those it shares registrations with. */
  readonly elsewhere?: GreatestElsewhere;
}

/** A day on which a pathway may open, with the hospital that reported it. */
interface QualifyingEvent {
  readonly on: Day;
  readonly source: Organisation;
  readonly recordId: string;
}

const ofKind = <K extends EventKind>(events: readonly ClinicalEvent[], kind: K): ClinicalEventOf<K>[] =>
  events.filter((event) => event.kind === kind) as unknown as ClinicalEventOf<K>[];

/**
 * Folds a person's events into pathways and facts: which registrations are in force, which services and
 * procedures their diagnoses carry, where pathways begin (interface.md §2). The result depends on the set of
 * events only, not on their order or repetition.
 */
export function foldPerson({ numbers, events, elsewhere }: PersonEvents, population: FoldedBy): PersonPathways {
  const inForce = eventsInForce(events, elsewhere);
  const diagnoses = ofKind(inForce, 'hospital.diagnosis');
  const links = new DiagnosisLinks(ofKind(inForce, 'hospital.contact'), diagnoses, population);
  const statuses = ofKind(inForce, 'person.status').sort(compareStatuses);
  const referrals = new ServiceReferrals(ofKind(inForce, 'hospital.referral'));
  const facts = factsInOrder(inForce, referrals, links, population);
  const { qualifying, held } = qualifyingEvents(inForce, diagnoses, links, population);

  const person = newestNumber(numbers, statuses);
  const inPathway = partsOf(facts);
  const pathways = pathwaysFrom(qualifying, population.nextPathwayAfterDays).map(
    ({ on, source }, index, starts): Pathway => {
      const municipality = residenceOn(statuses, on);
      const next = starts[index + 1]?.on;
      return {
        number: index + 1,
        indexDay: on,
        hospital: source,
        ...(municipality === undefined ? undefined : { municipality }),
        facts: inPathway(on, next),
      };
    },
  );
  return {
    person,
    numbers: [...numbers].sort(compareCodePoints),
    born: bornOf(person, events),
    civilStates: civilStatesOf(statuses),
    pathways,
    findings: findingsInOrder(held, facts, person, population.measures ?? {}),
  };
}

/** Cuts facts, which are in order, into those of one pathway after the other. */
function partsOf(facts: readonly Fact[]): (from: Day, before: Day | undefined) => readonly Fact[] {
  let at = 0;
  return (from, before) => {
    while (at < facts.length && (facts[at] as Fact).on < from) at += 1;
    const begin = at;
    while (at < facts.length && (before === undefined || (facts[at] as Fact).on < before)) at += 1;
    return facts.slice(begin, at);
  };
}

/** The date of birth the newest number states; of a number without events (only replaced ones have none) the first known. */
function bornOf(person: PersonKey, events: readonly ClinicalEvent[]): Day {
  return (events.find((event) => event.person === person) ?? events[0])?.born ?? '';
}

interface HeldBack extends PersonFinding {
  readonly on: Day;
  readonly time: number;
}

/** AMI diagnoses, and PCI and CABG with a linked IHD diagnosis; those without one are held (R10, R11). */
function qualifyingEvents(
  inForce: readonly ClinicalEvent[],
  diagnoses: readonly ClinicalEventOf<'hospital.diagnosis'>[],
  links: DiagnosisLinks,
  { diagnoses: codes, procedures }: PopulationDefinition,
): { qualifying: QualifyingEvent[]; held: HeldBack[] } {
  const qualifying: QualifyingEvent[] = [];
  const held: HeldBack[] = [];
  for (const diagnosis of diagnoses) {
    if (!isValidDiagnosis(diagnosis) || !hasPrefix(comparableCode(diagnosis.data.code), codes.ami)) continue;
    qualifying.push({ on: diagnosis.data.diagnosedOn, source: diagnosis.source, recordId: diagnosis.recordId });
  }
  for (const event of inForce) {
    if (event.kind !== 'hospital.procedure') continue;
    const { performedOn } = event.data;
    const code = comparableCode(event.data.code);
    if (!hasPrefix(code, procedures.pci) && !hasPrefix(code, procedures.cabg)) continue;
    const hindrance = links.hindranceOf(event);
    if (hindrance === undefined) {
      qualifying.push({ on: performedOn, source: event.source, recordId: event.recordId });
    } else {
      const { source, id, recordId, time } = event;
      held.push({
        code: hindrance,
        source,
        event: id,
        record: recordId,
        on: performedOn,
        about: 'qualifying-event',
        time,
      });
    }
  }
  return { qualifying, held };
}

/** The events that open pathways: the first, then each first one more than `gap` days after the last index day. */
function pathwaysFrom(qualifying: QualifyingEvent[], gap: number): QualifyingEvent[] {
  qualifying.sort(
    (a, b) =>
      (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) ||
      compareCodePoints(a.source, b.source) ||
      compareCodePoints(a.recordId, b.recordId),
  );
  const starts: QualifyingEvent[] = [];
  let closedThrough = '';
  for (const event of qualifying) {
    if (starts.length > 0 && event.on <= closedThrough) continue;
    starts.push(event);
    closedThrough = addDays(event.on, gap);
  }
  return starts;
}

/** Qualifying events held back, services that do not count and values in a unit that is not used, ordered as facts are. */
function findingsInOrder(
  held: HeldBack[],
  facts: readonly Fact[],
  person: PersonKey,
  measures: Measures,
): PersonFinding[] {
  const all = [...held];
  for (const fact of facts) {
    const isUnused = isInUnusedUnit(fact, measures);
    const code = isUnused ? 'UNIT_NOT_USED' : 'hindrances' in fact ? fact.hindrances?.[0] : undefined;
    if (code === undefined) continue;
    const { source, event, record, on, time } = fact;
    all.push({ code, source, event, record, on, about: isUnused ? 'value' : 'service', time });
  }
  all.sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : compareRecorded(a, b)));
  return all.map(({ code, source, event, record, on, about }) => ({ code, source, event, record, person, on, about }));
}
