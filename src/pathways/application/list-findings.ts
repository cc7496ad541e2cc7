import type { ClinicalEvent } from '../../kernel/clinical-event';
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

  /** About `limit` findings; a page may have fewer although more follow. */
  async page(limit: number, cursor: FindingsCursor = BEGINNING, code?: FindingCode): Promise<FindingsPage> {
    if (cursor.part === 'folded' && code !== 'CORRECTION_REJECTED') {
      const { items, next } = await this.states.findings(cursor.after, limit, code);
      if (next !== undefined) return { items, next: { part: 'folded', after: next } };
      return code === undefined ? { items, next: { part: 'corrections' } } : { items };
    }
    if (code !== undefined && code !== 'CORRECTION_REJECTED') return { items: [] };
    return this.corrections(cursor.part === 'folded' ? 0 : Number(cursor.after ?? 0), limit);
  }

  /** Refused events that left an accepted version of their registration in force. */
  private async corrections(after: number, limit: number): Promise<FindingsPage> {
    const kept = await this.rejected.list({ after, limit });
    const named = kept.flatMap(({ receipt, registration }) =>
      registration === undefined ? [] : [{ event: receipt.id ?? '', registration }],
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

/** True when an accepted event of the same registration is newer than the refused one. */
function supersedes(accepted: ClinicalEvent, refused: Registration): boolean {
  return (
    accepted.source === refused.source &&
    accepted.kind === refused.kind &&
    accepted.recordId === refused.recordId &&
    (accepted.version - refused.version || accepted.time - refused.time) > 0
  );
}
