import type { ClinicalEvent } from '../../kernel/clinical-event';
import { danishDay, type Day } from '../../kernel/day';
import type { EventKind } from '../../kernel/event-kinds';
import type { FindingCode, PersonFinding, SetAsideFinding } from '../../kernel/finding';
import { othersTurn } from '../../kernel/others-turn';
import type { IntakeLedger } from '../../ports/intake-ledger';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { PersonEventStore } from '../../ports/person-event-store';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { KeptRejection, RejectedEvents } from '../../ports/rejected-events';

/** Where a page begins: among persons set aside, then the findings on folded persons, then refused corrections. */
export interface FindingsCursor {
  readonly part: 'set-aside' | 'folded' | 'corrections';
  /** Absent: from the beginning. */
  readonly after?: string;
}
export interface FindingsPage {
  readonly items: readonly (PersonFinding | SetAsideFinding)[];
  readonly next?: FindingsCursor;
}

export type ListedCode = FindingCode | 'PERSON_SET_ASIDE';

/** Which findings are asked for; what is absent does not matter. */
export interface FindingsQuestion {
  readonly source?: string;
  readonly code?: ListedCode;
  /** Days, both included: of the service or event, of a refused correction that it came in on. */
  readonly since?: Day;
  readonly until?: Day;
}

type Registration = NonNullable<KeptRejection['registration']>;

const BEGINNING: FindingsCursor = { part: 'set-aside' };

/** Lists who is set aside, what is held back or does not count, and the corrections that were refused. */
export class ListFindings {
  constructor(
    private readonly states: PathwayStateStore,
    private readonly rejected: RejectedEvents,
    private readonly ledger: IntakeLedger,
    private readonly events: PersonEventStore,
    private readonly setAside: SetAsidePersons,
  ) {}

  /** About `limit` findings that are asked for; fewer only when no more follow. */
  async page(question: FindingsQuestion, limit: number, cursor: FindingsCursor = BEGINNING): Promise<FindingsPage> {
    const items: (PersonFinding | SetAsideFinding)[] = [];
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
    if (part === 'set-aside') return this.aside(question, limit, after);
    if (code === 'PERSON_SET_ASIDE') return { items: [] };
    if (part === 'corrections') return this.corrections(question, Number(after ?? 0), limit);
    if (code === 'CORRECTION_REJECTED') return { items: [], next: { part: 'corrections' } };
    const { items, next } = await this.states.findings(after, limit, code);
    const asked = items.filter(({ source, on }) => isAsked(question, source, on));
    if (next !== undefined) return { items: asked, next: { part: 'folded', after: next } };
    return code === undefined ? { items: asked, next: { part: 'corrections' } } : { items: asked };
  }

  /** They are of no source and no day: whoever asks for one does not ask for them. */
  private async aside(question: FindingsQuestion, limit: number, after: string | undefined): Promise<FindingsPage> {
    const { code = 'PERSON_SET_ASIDE', source, since, until } = question;
    const isAskedFor = code === 'PERSON_SET_ASIDE' && [source, since, until].every((one) => one === undefined);
    const found = isAskedFor ? await this.setAside.list(after, limit) : [];
    const items = found.map(({ person, stage, reason }): SetAsideFinding => {
      return { code: 'PERSON_SET_ASIDE', about: 'person', person, stage, message: reason };
    });
    const last = found.at(-1);
    const next: FindingsCursor =
      found.length < limit || last === undefined ? { part: 'folded' } : { part: 'set-aside', after: last.person };
    return { items, next };
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
