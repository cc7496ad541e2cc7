import type { Day } from '../../kernel/day';
import type { PersonKey } from '../../kernel/clinical-event';
import type { EventKind } from '../../kernel/event-kinds';
import type { FindingCode } from '../../kernel/finding';
import type { Organisation } from '../../kernel/organisation';
import type { OwnReport, ReportStanding } from '../domain/own-report';
import { isReceived, type OwnReports } from './own-reports';

/** Which reports are asked for by what came of them. */
export const CAME_OF = ['noted', 'held', 'found', 'decided'] as const;
export type CameOf = (typeof CAME_OF)[number];

/** Which of a source's reports are asked for; what is absent does not matter. */
export interface OwnReportQuestion {
  readonly cameOf?: CameOf;
  readonly standing?: ReportStanding;
  readonly kind?: EventKind;
  /** Days they came in on, both included. */
  readonly since?: Day;
  readonly until?: Day;
}

export interface OwnReportPage {
  readonly items: readonly OwnReport[];
  /** Where the following page begins; undefined on the last. */
  readonly next?: PersonKey;
}

/** Lists what a source sent that was accepted, person by person. */
export class ListOwnReports {
  constructor(
    private readonly reports: OwnReports,
    private readonly isHeld: (code: FindingCode) => boolean,
  ) {}

  /** About `limit` that are asked for, all of a person together; fewer only when no more follow. */
  async page(
    source: Organisation,
    question: OwnReportQuestion,
    limit: number,
    after?: PersonKey,
  ): Promise<OwnReportPage> {
    const items: OwnReport[] = [];
    let last: PersonKey | undefined;
    for await (const { person, reports } of this.reports.of(source, question, {
      ...(after === undefined ? undefined : { after }),
      isAsked: (event) => isOfQuestion(event, question),
    })) {
      const asked = reports.filter((report) => this.isAsked(report, question));
      if (asked.length === 0) continue;
      if (items.length >= limit && last !== undefined) return { items, next: last };
      items.push(...asked);
      last = person;
    }
    return { items };
  }

  private isAsked(report: OwnReport, question: OwnReportQuestion): boolean {
    const { cameOf, standing } = question;
    return (
      isOfQuestion(report, question) &&
      (standing === undefined || report.standing === standing) &&
      (cameOf === undefined || this.did(report, cameOf))
    );
  }

  private did({ notes, findings, decided }: OwnReport, cameOf: CameOf): boolean {
    switch (cameOf) {
      case 'noted':
        return notes.length > 0;
      case 'held':
        return findings.some(this.isHeld);
      case 'found':
        return findings.length > 0;
      case 'decided':
        return decided.length > 0;
    }
  }
}

/** Whether a report is one of those that are asked for, as far as it says itself. */
const isOfQuestion = (report: Pick<OwnReport, 'receivedAt' | 'kind'>, question: OwnReportQuestion): boolean =>
  (question.kind === undefined || report.kind === question.kind) && isReceived(report, question);
