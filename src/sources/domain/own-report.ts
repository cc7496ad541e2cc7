import type { Note } from '../../intake/domain/note';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { IndicatorDecision, Outcome } from '../../kernel/decision';
import { SERVICE_DATE_FIELD } from '../../kernel/event-kinds';
import type { FindingCode, PersonFinding } from '../../kernel/finding';
import { compareVersions, greatestOfEach, registrationOf } from '../../kernel/registration';

/**
 * How a report stands by now. `in-force`: it speaks for its registration. `replaced`: a newer version does. `retracted`:
 * the registration was taken back. `moved`: it is another person's by now.
 */
export const REPORT_STANDINGS = ['in-force', 'replaced', 'retracted', 'moved'] as const;
export type ReportStanding = (typeof REPORT_STANDINGS)[number];

/** What a report decided. */
interface DecidedBy {
  readonly pathway: number;
  readonly indicator: string;
  readonly number: number;
  readonly outcome: Outcome;
}

/** An accepted event as its source sees it, with what came of it. */
export interface OwnReport {
  readonly person: PersonKey;
  readonly event: string;
  readonly kind: ClinicalEvent['kind'];
  readonly record: string;
  readonly version: number;
  readonly status: ClinicalEvent['status'];
  /** The service's day; absent where the kind has none. */
  readonly on?: Day;
  /** Milliseconds. */
  readonly receivedAt: number;
  readonly standing: ReportStanding;
  readonly notes: readonly Note[];
  readonly findings: readonly FindingCode[];
  readonly decided: readonly DecidedBy[];
}

/** What is known of the person a report is about. */
export interface KnownOfPerson {
  /** All events of the person's numbers. */
  readonly events: readonly ClinicalEvent[];
  /** The greatest events of registrations that others were sent under too, by name. */
  readonly elsewhere: ReadonlyMap<string, ClinicalEvent>;
  readonly findings: readonly PersonFinding[];
  readonly decisions: readonly IndicatorDecision[];
  readonly notesOn: (event: ClinicalEvent) => readonly Note[];
}

/** A person's reports from one source with what came of each, in their order. */
export function ownReports(own: readonly ClinicalEvent[], known: KnownOfPerson): OwnReport[] {
  const greatest = greatestOfEach(known.events);
  return own.map((event) => {
    const { person, id, kind, recordId: record, version, status, receivedAt, source } = event;
    const name = registrationOf(event);
    const last = greatest.get(name) ?? event;
    const standing = standingOf(event, last, known.elsewhere.get(name));
    const isSpoken = standing !== 'moved' && compareVersions(event, last) === 0;
    const on = dayOf(event);
    const cites = (one: { readonly source: string; readonly event: string }): boolean =>
      one.source === source && one.event === id;
    return {
      ...{ person, event: id, kind, record, version, status, receivedAt, standing },
      ...(on === undefined ? undefined : { on }),
      notes: isSpoken ? known.notesOn(event) : [],
      findings: known.findings.filter(cites).map(({ code }) => code),
      decided: known.decisions
        .filter(({ decisive }) => decisive.some(cites))
        .map(({ pathway, indicator, number, outcome }) => ({ pathway, indicator, number, outcome })),
    };
  });
}

function standingOf(event: ClinicalEvent, greatest: ClinicalEvent, elsewhere?: ClinicalEvent): ReportStanding {
  if (elsewhere !== undefined && compareVersions(elsewhere, greatest) > 0) return 'moved';
  if (greatest.status === 'retracted') return 'retracted';
  return compareVersions(event, greatest) < 0 ? 'replaced' : 'in-force';
}

function dayOf({ kind, data }: ClinicalEvent): Day | undefined {
  const field = SERVICE_DATE_FIELD[kind];
  const day = field === undefined ? undefined : (data as Readonly<Record<string, unknown>>)[field];
  return typeof day === 'string' ? day : undefined;
}
