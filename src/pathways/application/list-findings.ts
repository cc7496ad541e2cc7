import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ClinicalEvent } from '../../kernel/clinical-event';
import { danishDay, type Day } from '../../kernel/day';
import type { EventKind } from '../../kernel/event-kinds';
import type { FindingCode, PersonFinding } from '../../kernel/finding';
import type { IntakeLedger } from '../../ports/intake-ledger';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore } from '../../ports/person-event-store';
import type { KeptRejection, RejectedEvents } from '../../ports/rejected-events';

/** Where a page begins: among the findings on folded persons, then among refused corrections. */
export interface FindingsCursor {
  readonly part: 'folded' | 'corrections';
  /** Absent: from the beginning. */
  readonly after?: string;
}
export interface FindingsPage {
  readonly items: readonly PersonFinding[];
  readonly next?: FindingsCursor;
}

/** Which findings are asked for; what is absent does not matter. */
export interface FindingsQuestion {
  readonly source?: string;
  readonly code?: FindingCode;
  /** Days, both included: of the service or event, of a refused correction that it came in on. */
  readonly since?: Day;
  readonly until?: Day;
}

type Registration = NonNullable<KeptRejection['registration']>;

const BEGINNING: FindingsCursor = { part: 'folded' };

/** Lists what is held back or does not count, and the corrections that were refused. */
export class ListFindings {
  constructor(
    private readonly states: PathwayStateStore,
    private readonly rejected: RejectedEvents,
    private readonly ledger: IntakeLedger,
    private readonly events: PersonEventStore,
  ) {}

  /** About `limit` findings that are asked for; fewer only when no more follow. */
  async page(question: FindingsQuestion, limit: number, cursor: FindingsCursor = BEGINNING): Promise<FindingsPage> {
    const items: PersonFinding[] = [];
    for (let from: FindingsCursor | undefined = cursor; from !== undefined;) {
      const page: FindingsPage = await this.part(question, limit, from);
      items.push(...page.items);
      from = page.next;
      if (items.length >= limit) return from === undefined ? { items } : { items, next: from };
      await othersTurn();
    }
    return { items };
  }

  /** What one look at the stores gives of those asked for. */
  private async part(
    question: FindingsQuestion,
    limit: number,
    { part, after }: FindingsCursor,
  ): Promise<FindingsPage> {
    const { code } = question;
    if (part === 'corrections') return this.corrections(question, Number(after ?? 0), limit);
    if (code === 'CORRECTION_REJECTED') return { items: [], next: { part: 'corrections' } };
    const { items, next } = await this.states.findings(after, limit, code);
    const asked = items.filter(({ source, on }) => isAsked(question, source, on));
    if (next !== undefined) return { items: asked, next: { part: 'folded', after: next } };
    return code === undefined ? { items: asked, next: { part: 'corrections' } } : { items: asked };
  }

  /** Refused events that left an accepted version of their registration in force. */
  private async corrections(question: FindingsQuestion, after: number, limit: number): Promise<FindingsPage> {
    const kept = await this.rejected.list({ after, limit });
    const named = kept.flatMap(({ receipt, receivedAt, registration }) =>
      registration === undefined || !isAsked(question, registration.source, danishDay(receivedAt))
        ? []
        : [{ event: receipt.id ?? '', registration }],
    );
    const owners = await this.ledger.ownersOf(
      named.map(({ registration: { source, kind, recordId } }) => ({ source, recordId, kind: kind as EventKind })),
    );
    const groups = await this.events.groupsOf(owners.filter((owner) => owner !== undefined));
    const eventsOf = await this.events.load(groups.flat());
    const items = named.flatMap(({ event, registration }, at): PersonFinding[] => {
      const person = owners[at];
      if (person === undefined) return [];
      const group = groups.find((keys) => keys.includes(person)) ?? [person];
      if (group.some((key) => eventsOf(key).some((accepted) => supersedes(accepted, registration)))) return [];
      const { source, recordId } = registration;
      return [{ code: 'CORRECTION_REJECTED', source, event, record: recordId, person, about: 'correction' }];
    });
    const last = kept.at(-1);
    return kept.length < limit || last === undefined
      ? { items }
      : { items, next: { part: 'corrections', after: String(last.number) } };
  }
}

/** True when a source and a day are those asked for; what has no day lies in no span of days. */
function isAsked({ source, since, until }: FindingsQuestion, sent: string, on: Day | undefined): boolean {
  if (source !== undefined && sent !== source) return false;
  if (since !== undefined && (on === undefined || on < since)) return false;
  return until === undefined || (on !== undefined && on <= until);
}

/** True when an accepted event of the same registration is newer than the refused one. */
function supersedes(accepted: ClinicalEvent, refused: Registration): boolean {
  return (
    accepted.source === refused.source &&
    accepted.kind === refused.kind &&
    accepted.recordId === refused.recordId &&
    (accepted.version - refused.version || accepted.time - refused.time) > 0
  );
}
