import type { Place, Refused, Unmapped } from '../../domain/delivered';
import type { ReportDeletion, ReportEntry } from '../../domain/lpr3/report-entry';
import type { ReportHeader } from '../../domain/lpr3/report-header';
import type { StagedLists } from './staged-lists';

/** An entry that could be read, and where it stands. */
export interface PlacedEntry<Entry = ReportEntry> {
  readonly place: Place;
  readonly entry: Entry;
}

/** A report whose entries are put aside under its number. */
export interface GatheredReport extends ReportHeader {
  readonly number: number;
  readonly file: string;
}

type Phase = 'told' | 'deletion' | 'course' | 'contact' | 'other';

/** Entries of reports, put aside while all reports are read and taken out in the order of what replaces what. */
export class GatheredReports {
  constructor(private readonly lists: StagedLists) {}

  tell(report: number, part: Refused | Unmapped): void {
    this.add(report, 'told', part);
  }

  /** An id that the report says something of, also where that could not be read. */
  name(report: number, id: string): void {
    this.lists.add(`${report}:id`, id);
  }

  put(report: number, placed: PlacedEntry<ReportEntry | ReportDeletion>): void {
    const { kind } = placed.entry;
    this.add(report, kind === 'deletion' || kind === 'course' || kind === 'contact' ? kind : 'other', placed);
  }

  ids(report: number): ReadonlySet<string> {
    return new Set(this.lists.of(`${report}:id`));
  }

  told(report: number): Iterable<Refused | Unmapped> {
    return this.of<Refused | Unmapped>(report, 'told');
  }

  deletions(report: number): Iterable<PlacedEntry<ReportDeletion>> {
    return this.of<PlacedEntry<ReportDeletion>>(report, 'deletion');
  }

  /** What is pointed at comes before what points at it. */
  *entries(report: number): Iterable<PlacedEntry> {
    for (const phase of ['course', 'contact', 'other'] as const) yield* this.of<PlacedEntry>(report, phase);
  }

  private add(report: number, phase: Phase, part: unknown): void {
    this.lists.add(`${report}:${phase}`, JSON.stringify(part));
  }

  private *of<T>(report: number, phase: Phase): Iterable<T> {
    for (const text of this.lists.of(`${report}:${phase}`)) yield JSON.parse(text) as T;
  }
}
