import { notesOf } from '../../intake/domain/notes';
import type { Reading } from '../../intake/domain/reading';
import type { SoundEvent } from '../../intake/domain/source-event';
import { firstReceipts } from '../../indicators/application/first-receipts';
import { addUnder } from '../../kernel/add-under';
import { danishDay } from '../../kernel/day';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { PopulationDefinition } from '../../kernel/definition';
import { readExactJson } from '../../kernel/exact-json';
import type { Organisation } from '../../kernel/organisation';
import { othersTurn } from '../../kernel/others-turn';
import { KnownPerson } from '../../pathways/domain/effect-notes';
import type { Clock } from '../../ports/clock';
import type { DecisionStore } from '../../ports/decision-store';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { DaysOfReceipt, JoinedKeys, PersonEventStore } from '../../ports/person-event-store';
import type { Sealing } from '../../ports/sealing';
import { ownReports, type OwnReport } from '../domain/own-report';

/** Whoever asks for a page wants a few; whoever goes through all of them more and more at a time. */
const PERSONS_AT_FIRST = 16;
const PERSONS_AT_A_TIME = 512;

export interface OwnReportPorts {
  readonly events: PersonEventStore;
  readonly states: PathwayStateStore;
  readonly decisions: DecisionStore;
  readonly clock: Clock;
  readonly reading: Reading;
  /** Opens what unknown fields were sealed as. */
  readonly fields: Pick<Sealing, 'open'>;
  readonly population: PopulationDefinition;
}

/** Whether something was received on some days. */
export function isReceived({ receivedAt }: { readonly receivedAt: number }, { since, until }: DaysOfReceipt): boolean {
  if (since === undefined && until === undefined) return true;
  const day = danishDay(receivedAt);
  return (since === undefined || day >= since) && (until === undefined || day <= until);
}

/** Whether a report is asked about, by what it says itself. */
type IsAsked = (event: ClinicalEvent) => boolean;

/** What a source reported of one person. */
interface ReportsOnPerson {
  readonly person: PersonKey;
  readonly reports: readonly OwnReport[];
}

/**
 * What a source sent that was accepted, with what came of it: told anew from what is kept, so that a note or a finding
 * is that of today and nothing is kept twice.
 */
export class OwnReports {
  constructor(private readonly ports: OwnReportPorts) {}

  /**
   * Person by person, from after one on; each person once, in an order that stays. Those alone of whom such a report was
   * received in the days: what came of the others is not looked up.
   */
  async *of(
    source: Organisation,
    received: DaysOfReceipt,
    {
      after,
      isAsked = (event) => isReceived(event, received),
    }: { readonly after?: PersonKey; readonly isAsked?: IsAsked } = {},
  ): AsyncIterable<ReportsOnPerson> {
    let last = after;
    for (let atATime = PERSONS_AT_FIRST; ; atATime = Math.min(2 * atATime, PERSONS_AT_A_TIME)) {
      const keys = await this.ports.events.reportedBy(source, last, atATime, received);
      yield* await this.amongThese(source, keys, isAsked);
      if (keys.length < atATime) return;
      last = keys.at(-1);
      await othersTurn();
    }
  }

  private async amongThese(
    source: Organisation,
    keys: readonly PersonKey[],
    isAsked: IsAsked,
  ): Promise<ReportsOnPerson[]> {
    const eventsOf = await this.ports.events.load(keys);
    const own = new Map<PersonKey, ClinicalEvent[]>();
    for (const key of keys)
      for (const event of firstReceipts(eventsOf(key))) if (event.source === source) addUnder(own, key, event);
    for (const [key, events] of own) if (!events.some(isAsked)) own.delete(key);
    if (own.size === 0) return [];
    const knownOf = await this.known([...own.keys()]);
    return [...own].map(([person, events]) => ({ person, reports: ownReports(events, knownOf(person)) }));
  }

  private async known(persons: readonly PersonKey[]) {
    const { events, states, decisions, population } = this.ports;
    const groups = await events.joinedTo(persons);
    const keys = groups.flatMap((group) => group.keys);
    const eventsOf = await events.load(keys);
    const elsewhere = await events.greatestOf(new Set(groups.flatMap(({ records }) => records)));
    const folded = await states.load(keys);
    const decided = await decisions.load(keys);
    const groupOf = new Map<PersonKey, JoinedKeys>();
    for (const group of groups) for (const key of group.keys) groupOf.set(key, group);
    return (person: PersonKey) => {
      const ofPerson = groupOf.get(person)?.keys ?? [person];
      const everything = ofPerson.flatMap((key) => eventsOf(key));
      const effects = new KnownPerson(everything, population, elsewhere);
      return {
        events: everything,
        elsewhere,
        findings: ofPerson.flatMap((key) => folded.get(key)?.folded.findings ?? []),
        decisions: ofPerson.flatMap((key) => decided.get(key)?.decisions ?? []),
        notesOn: (event: ClinicalEvent) => [...this.notesOnAlone(event), ...effects.notesOn(event)],
      };
    };
  }

  /** What can be told of an event from it alone; where its identifiers held a CPR number is told in its receipt only. */
  private notesOnAlone(event: ClinicalEvent) {
    const { reading, clock, fields } = this.ports;
    const sound: SoundEvent = { event, numbers: [], ...keptIn(event, fields) };
    return notesOf(sound, reading, clock.now(), []) ?? [];
  }
}

function keptIn({ sealed }: ClinicalEvent, fields: OwnReportPorts['fields']): Pick<SoundEvent, 'kept'> {
  if (sealed === undefined) return {};
  const [kept] = readExactJson(fields.open(Buffer.from(sealed, 'base64')).toString('utf8')) as [SoundEvent['kept']];
  return kept === undefined ? {} : { kept };
}
