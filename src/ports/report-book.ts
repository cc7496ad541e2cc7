/** The steps of a frozen report's life. */
export type ReportStepName = 'frozen' | 'approved' | 'published' | 'withdrawn';

/** Who did what to a frozen report, and when. */
export interface ReportStep {
  readonly step: ReportStepName;
  /** A person's name. */
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** A note; on a withdrawal its reason. */
  readonly note?: string;
}

/** A report as it was frozen; all three texts are canonical JSON. */
export interface FrozenReport {
  readonly id: string;
  /** What was asked, from where and under what. */
  readonly question: string;
  /** Definitions, policy and organisations in full, so that it can be counted again when others are in force. */
  readonly basis: string;
  readonly content: string;
  /** `sha256:` and the digest of `content` as UTF-8. */
  readonly digest: string;
}

/** A frozen report in the list: without what is long. */
export interface ListedReport extends Pick<FrozenReport, 'id' | 'question' | 'digest'> {
  /** Oldest first; the first is `frozen`. */
  readonly steps: readonly ReportStep[];
}

export type BookedReport = FrozenReport & ListedReport;

/**
 * The book of frozen reports.
 *
 * Promises: what was put in stays as it is, byte for byte, and so does every step; steps are only added, each at the
 * place after the last, and of two added to the same place at the same moment one is kept and the other refused.
 */
export abstract class ReportBook {
  /** Puts a report in with its first step; false when one of that id is there, which stays as it is. */
  abstract freeze(report: FrozenReport, step: ReportStep): Promise<boolean>;

  /** Adds a step after the `after` there are; false when there are more by now. The report must be there. */
  abstract add(id: string, step: ReportStep, after: number): Promise<boolean>;

  abstract find(id: string): Promise<BookedReport | undefined>;

  /** All reports, in the order they were frozen, then by id. */
  abstract list(): Promise<readonly ListedReport[]>;
}
