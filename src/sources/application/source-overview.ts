import type { ListRejected } from '../../intake/application/list-rejected';
import { addUnder } from '../../kernel/add-under';
import type { Day } from '../../kernel/day';
import type { Outcome } from '../../kernel/decision';
import type { DeliveryCount } from '../../kernel/delivery';
import type { EventKind } from '../../kernel/event-kinds';
import type { FindingCode } from '../../kernel/finding';
import type { Organisation } from '../../kernel/organisation';
import type { NoteCode, RejectionCode } from '../../kernel/receipt';
import type { DeliveryStore } from '../../ports/delivery-store';
import { isReceived, type OwnReports } from './own-reports';

/** How many events came and what became of them. */
interface Sent {
  readonly sent: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** Of the accepted: corrections and retractions. */
  readonly corrections: number;
}

/** How often something was. */
export interface Times<C extends string> {
  readonly code: C;
  readonly count: number;
}

/** What a source sent in a period of receipt and what came of it; days, both included. */
export interface Overview {
  readonly source: Organisation;
  readonly from: Day;
  readonly to: Day;
  readonly total: Sent;
  readonly months: readonly (Sent & { readonly month: string })[];
  readonly kinds: readonly (Sent & { readonly kind: EventKind })[];
  /** Refused events that still wait to be corrected. */
  readonly waiting: readonly Times<RejectionCode>[];
  /** Reports in force that are told something, and what. */
  readonly noted: number;
  readonly notes: readonly Times<NoteCode>[];
  /** Services that are held back until something else comes. */
  readonly held: number;
  readonly findings: readonly Times<FindingCode>[];
  /** Decisions by what one of these reports decided. */
  readonly decided: readonly {
    readonly indicator: string;
    readonly number: number;
    readonly outcome: Outcome;
    readonly count: number;
  }[];
}

/** Counts what a source sent and what came of it. */
export class SourceOverview {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly rejected: ListRejected,
    private readonly reports: OwnReports,
    /** Whether what is found holds a report back until something else comes. */
    private readonly isHeld: (code: FindingCode) => boolean,
  ) {}

  async of(source: Organisation, from: Day, to: Day): Promise<Overview> {
    const delivered = await this.deliveries.of({ organisation: source, from, to });
    return {
      source,
      from,
      to,
      total: sentOf(delivered),
      months: grouped(delivered, ({ day }) => day.slice(0, 7)).map(([month, counts]) => ({ month, ...sentOf(counts) })),
      kinds: grouped(delivered, ({ kind }) => kind).map(([kind, counts]) => ({ kind, ...sentOf(counts) })),
      waiting: await this.waiting(source, from, to),
      ...(await this.cameOf(source, from, to)),
    };
  }

  private async waiting(source: Organisation, since: Day, until: Day): Promise<Times<RejectionCode>[]> {
    const codes = await this.rejected.codes({ source, since, until });
    return [...codes].map(([code, count]) => ({ code, count }));
  }

  private async cameOf(source: Organisation, from: Day, to: Day) {
    const notes: NoteCode[] = [];
    const findings: FindingCode[] = [];
    const decided = new Map<string, { indicator: string; number: number; outcome: Outcome; count: number }>();
    let noted = 0;
    let held = 0;
    const received = { since: from, until: to };
    for await (const { reports } of this.reports.of(source, received)) {
      /** Several reports may decide one decision together. */
      const counted = new Set<string>();
      for (const report of reports) {
        if (!isReceived(report, received)) continue;
        if (report.notes.length > 0) noted += 1;
        if (report.findings.some(this.isHeld)) held += 1;
        notes.push(...report.notes.map(({ code }) => code));
        findings.push(...report.findings);
        for (const { pathway, indicator, number, outcome } of report.decided) {
          const decision = `${pathway} ${indicator}`;
          if (counted.has(decision)) continue;
          counted.add(decision);
          const row = decided.get(`${indicator} ${outcome}`) ?? { indicator, number, outcome, count: 0 };
          decided.set(`${indicator} ${outcome}`, { ...row, count: row.count + 1 });
        }
      }
    }
    const byNumber = [...decided.values()].sort((a, b) => a.number - b.number || (a.outcome < b.outcome ? -1 : 1));
    return { noted, notes: timesOf(notes), held, findings: timesOf(findings), decided: byNumber };
  }
}

function sentOf(counts: readonly DeliveryCount[]): Sent {
  const sum = (of: (count: DeliveryCount) => number): number => counts.reduce((total, count) => total + of(count), 0);
  const [accepted, duplicate, rejected] = [
    sum((count) => count.accepted),
    sum((count) => count.duplicate),
    sum((count) => count.rejected),
  ];
  const corrections = sum((count) => count.corrections);
  return { sent: accepted + duplicate + rejected, accepted, duplicate, rejected, corrections };
}

function grouped<K extends string>(
  counts: readonly DeliveryCount[],
  keyOf: (count: DeliveryCount) => K,
): [K, DeliveryCount[]][] {
  const groups = new Map<K, DeliveryCount[]>();
  for (const count of counts) addUnder(groups, keyOf(count), count);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function timesOf<C extends string>(codes: readonly C[]): Times<C>[] {
  const times = new Map<C, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, count }));
}
