import { digestOfJson } from '../../kernel/digest';
import { tidyName } from '../../kernel/human-words';
import { formatInstant, parseInstant } from '../../kernel/instant';
import type { Clock } from '../../ports/clock';
import type { BookedReport, ListedReport, ReportBook, ReportStep } from '../../ports/report-book';
import {
  freeze,
  type Freezing,
  type FrozenContent,
  type FrozenQuestion,
  type FrozenTexts,
} from '../domain/frozen/frozen-content';
import { misplacedComment, tidyComments, type Comment } from '../domain/frozen/comments';
import { readBasis, writeBasis } from '../domain/frozen/basis-text';
import { refusalOf, type LaterStep, type StepRefusal } from '../domain/frozen/life-cycle';
import { textDigest } from '../../counting/domain/sealed';
import type { Period } from '../../kernel/period';
import type { View } from '../../kernel/view';
import { Exit } from '../../disclosure/domain/exit';
import type { ReportBasis } from '../../counting/domain/report-basis';
import type { CasesByDefinition } from '../../counting/domain/cases-by-definition';

export interface FreezingPorts {
  readonly book: ReportBook;
  readonly decided: CasesByDefinition;
  readonly clock: Clock;
  /** What new reports are counted under. */
  readonly basis: ReportBasis;
  /** The way out of new reports' counts. */
  readonly exit: Exit;
  /** Resolves once everything received so far has landed where decisions are made from. */
  readonly landed: () => Promise<unknown>;
}

/** Whoever acts on a report, with what they say about it. */
export interface Acting {
  readonly by: string;
  readonly note?: string;
}

export interface FreezeRequest extends Acting {
  readonly period: Period;
  readonly asOf: string;
  /** Milliseconds; absent: the moment of freezing. */
  readonly knownAt?: number;
  /** As what its counts are shown; absent: as the program shows counts. */
  readonly view?: View;
  /** What the registry writes beside indicators. */
  readonly comments?: readonly Comment[];
}

/** What counting a frozen report again comes to. */
export interface Reproduction {
  readonly id: string;
  readonly outcome: 'same' | 'other';
  /** Of the report as it was frozen. */
  readonly digest: string;
  readonly countedAgain: string;
  /** True when the kept text still has the digest it was frozen with. */
  readonly isKeptWhole: boolean;
}

/** Why something was not done to a report. */
export type Refusal =
  | StepRefusal
  | { readonly kind: 'no-such-report' }
  | { readonly kind: 'known-in-future' }
  | { readonly kind: 'no-such-indicator'; readonly comment: number; readonly indicators: readonly string[] }
  | { readonly kind: 'counted-otherwise'; readonly reproduction: Reproduction };

/** The result, or why there is none. */
export type Done = { readonly report: BookedReport } | { readonly refusal: Refusal };

/**
 * Freezes reports and leads them through their lives: approved by a second person, published, or withdrawn.
 *
 * A report is counted from the events known at its moment, never from what happens to be stored, so whatever comes
 * later changes nothing. Before it is approved it is counted again: what was on its way while it was frozen would show.
 */
export class FrozenReports {
  constructor(private readonly ports: FreezingPorts) {}

  async freeze({ period, asOf, knownAt, view, comments = [], by, note }: FreezeRequest): Promise<Done> {
    const now = this.ports.clock.now();
    if (knownAt !== undefined && knownAt > now) return { refusal: { kind: 'known-in-future' } };
    const indicators = this.ports.basis.set.indicators.map(({ key }) => key);
    const comment = misplacedComment(comments, indicators);
    if (comment !== undefined) return { refusal: { kind: 'no-such-indicator', comment, indicators } };
    await this.ports.landed();
    const exit = view === undefined ? this.ports.exit : new Exit({ view });
    const asked = { period, asOf, knownAt: knownAt ?? now, comments: tidyComments(comments) };
    const texts = await this.count(asked, { basis: this.ports.basis, exit });
    const step = stepOf('frozen', { by, ...(note === undefined ? undefined : { note }) }, now);
    const id = `r${digestOfJson([texts.digest, step])}`;
    await this.ports.book.freeze({ id, ...texts }, step);
    return { report: { id, ...texts, steps: [step] } };
  }

  /** Counts a report as if to freeze it; nothing is kept. */
  look(question: Pick<Freezing, 'period' | 'asOf' | 'knownAt'>): Promise<FrozenTexts> {
    return this.count(question, this.ports);
  }

  /** Every report that may be shown in the program's view: in the published view those frozen in it. */
  async list(): Promise<readonly ListedReport[]> {
    return (await this.ports.book.list()).filter((report) => this.isShown(report));
  }

  /** A report that may be shown in the program's view. */
  async find(id: string): Promise<BookedReport | undefined> {
    const report = await this.ports.book.find(id);
    return report !== undefined && this.isShown(report) ? report : undefined;
  }

  /** Takes the next step; of two at the same moment one is taken and the other refused by what then stands. */
  async advance(id: string, step: LaterStep, acting: Acting): Promise<Done> {
    const { book, clock } = this.ports;
    for (;;) {
      const report = await book.find(id);
      if (report === undefined) return { refusal: { kind: 'no-such-report' } };
      const refusal = refusalOf(report.steps, { step, by: acting.by });
      if (refusal !== undefined) return { refusal };
      if (step === 'approved') {
        const reproduction = await this.reproduceReport(report);
        if (reproduction.outcome === 'other') return { refusal: { kind: 'counted-otherwise', reproduction } };
      }
      const taken = stepOf(step, acting, clock.now());
      if (await book.add(id, taken, report.steps.length)) {
        return { report: { ...report, steps: [...report.steps, taken] } };
      }
    }
  }

  /** Counts a report again from the events, under what it was frozen under; undefined when there is no such report. */
  async reproduce(id: string): Promise<Reproduction | undefined> {
    const report = await this.ports.book.find(id);
    return report === undefined ? undefined : this.reproduceReport(report);
  }

  private isShown({ question }: Pick<ListedReport, 'question'>): boolean {
    return this.ports.exit.view === 'exact' || (JSON.parse(question) as FrozenQuestion).view === 'published';
  }

  private async reproduceReport({ id, question, basis, content, digest }: BookedReport): Promise<Reproduction> {
    await this.ports.landed();
    const asked = JSON.parse(question) as FrozenQuestion;
    const { period, asOf, view } = asked;
    const under = { basis: readBasis(basis), exit: new Exit({ view }) };
    const isKeptWhole = textDigest(content) === digest;
    const comments = isKeptWhole ? ((JSON.parse(content) as FrozenContent).comments ?? []) : [];
    const countedAgain = await this.count({ period, asOf, knownAt: momentOf(asked), comments }, under);
    const outcome = isKeptWhole && countedAgain.digest === digest ? 'same' : 'other';
    return { id, outcome, digest, countedAgain: countedAgain.digest, isKeptWhole };
  }

  private async count(
    question: Pick<Freezing, 'period' | 'asOf' | 'knownAt' | 'comments'>,
    { basis: given, exit }: Pick<FreezingPorts, 'basis' | 'exit'>,
  ): Promise<FrozenTexts> {
    const basis = readBasis(writeBasis(given)); // As it will be read when the report is counted again.
    const cases = await this.ports.decided.cases(basis.set, basis.policy, question);
    return freeze(cases, { ...question, exit, basis });
  }
}

const momentOf = ({ knownAt }: FrozenQuestion): number => parseInstant(knownAt) as number;

function stepOf(step: ReportStep['step'], { by, note }: Acting, at: number): ReportStep {
  return { step, by: tidyName(by), at: formatInstant(at), ...(note === undefined ? undefined : { note: note.trim() }) };
}
