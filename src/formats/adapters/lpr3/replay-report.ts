import { REPORT_ENTRY_WORDS as REASONS } from '../../../kernel/words/lpr-reports';
import type { Delivered, DeliveryAsked, Place, Refused, Statement, Unmapped } from '../../domain/delivered';
import { entrySays, type EntrySays } from '../../domain/lpr3/entry-says';
import type { Lpr3Terms } from '../../domain/lpr3/lpr3-terms';
import type { ReportEntry } from '../../domain/lpr3/report-entry';
import { RowFault, RowUnmapped } from '../../domain/register-tables/row-fault';
import { REFUSED, type Link } from '../../domain/register-tables/staged-link';
import type { GatheredReport, GatheredReports } from './gathered-reports';
import type { KnownEntries, KnownEntry, Standing } from './known-entries';

const NO_LINK: Link = { cpr: REFUSED, source: '', startedOn: '' };

/** Reads one report after the other into what changes by it. */
export class ReportReplay {
  constructor(
    private readonly terms: Lpr3Terms,
    private readonly gathered: GatheredReports,
    private readonly known: KnownEntries,
    private readonly asked: Pick<DeliveryAsked, 'source'>,
  ) {}

  /** What a report changes, once those before it were read. */
  *of(report: GatheredReport): Iterable<Delivered> {
    const ids = this.gathered.ids(report.number);
    const change = new ReportChange(report, ids, this.terms, this.known, this.asked);
    yield* this.gathered.told(report.number);
    if (report.isReplacing) yield* change.withoutRest({ file: report.file, row: 1 });
    for (const { entry, place } of this.gathered.deletions(report.number)) yield* change.delete(entry.targets, place);
    for (const { entry, place } of this.gathered.entries(report.number)) {
      yield* change.state(this.resolved(entry), place);
    }
  }

  /** Ids that hold within a report alone give way to those that last, and what is pointed at tells what it is. */
  private resolved(entry: ReportEntry): ReportEntry {
    const { known } = this;
    let { contact, course } = entry;
    contact = contact === undefined ? undefined : known.idOf(contact);
    course = course === undefined ? undefined : known.idOf(course);
    for (const other of entry.others) {
      const target = known.get(known.idOf(other))?.entry;
      if (target?.kind === 'course') course ??= target.id;
      else if (target?.kind === 'contact') contact ??= target.id;
      else if (target !== undefined) {
        contact ??= target.contact;
        course ??= target.course;
      }
    }
    const { contact: _, course: __, ...rest } = entry;
    return { ...rest, ...(contact !== undefined && { contact }), ...(course !== undefined && { course }) };
  }
}

/** What one report changes. */
class ReportChange {
  constructor(
    private readonly report: GatheredReport,
    /** What the report says something of: it is neither deleted with others nor read again by itself. */
    private readonly ids: ReadonlySet<string>,
    private readonly terms: Lpr3Terms,
    private readonly known: KnownEntries,
    private readonly asked: Pick<DeliveryAsked, 'source'>,
  ) {}

  /** A report that replaces its set takes back what the set said and it does not say again, and nothing of other sets. */
  *withoutRest(place: Place): Iterable<Delivered> {
    for (const one of this.known.ofSet(this.report.set)) {
      if (!this.ids.has(one.entry.id)) yield* this.withdrawAlone(one, place);
    }
  }

  *delete(targets: readonly string[], place: Place): Iterable<Delivered> {
    for (const target of targets) {
      const id = this.known.idOf(target);
      if (this.ids.has(id)) continue;
      const one = this.known.get(id);
      if (one === undefined) yield { is: 'refused', place, reason: REASONS.notReported };
      else if (one.isGone) yield { is: 'unmapped', place, what: 'deletion of what was deleted before' };
      else yield* this.withdraw(one, place);
    }
  }

  *state(entry: ReportEntry, place: Place): Iterable<Delivered> {
    const before = this.known.get(entry.id);
    let read: EntrySays;
    try {
      read = entrySays(entry, {
        terms: this.terms,
        cpr: this.report.cpr,
        ...this.linksOf(entry),
        ...(this.asked.source === undefined ? undefined : { source: this.asked.source }),
      });
    } catch (error) {
      yield this.told(error, entry, place);
      const isNew = before === undefined || before.isGone;
      if (isNew) this.known.put({ entry, link: NO_LINK, standing: [], isGone: false, set: this.report.set }, before);
      return;
    }
    for (const fault of read.faults) yield this.told(fault, entry, place);
    const standing = read.says.map(({ kind, record, source, cpr }): Standing => ({ kind, record, source, cpr }));
    for (const one of before?.standing ?? []) {
      if (!standing.some((now) => isSame(now, one))) yield this.statement(one, 'retracted', {}, place);
    }
    for (const [at, one] of standing.entries()) yield this.statement(one, 'active', read.says[at]?.values ?? {}, place);
    this.known.put({ entry, link: read.link, standing, isGone: false, set: this.report.set }, before);
    if (before !== undefined && !isSameLink(before.link, read.link)) yield* this.restate(entry.id, place);
  }

  /** What stands under a contact says its day and its hospital, so that it changes with them. */
  private *restate(id: string, place: Place): Iterable<Delivered> {
    for (const { entry, isGone } of this.known.under(id)) {
      if (!isGone && !this.ids.has(entry.id)) yield* this.state(entry, place);
    }
  }

  /** Takes back an entry and all that points at it. */
  private *withdraw(one: KnownEntry, place: Place): Iterable<Delivered> {
    if (one.isGone) return;
    yield* this.withdrawAlone(one, place);
    for (const under of this.known.under(one.entry.id)) {
      if (!this.ids.has(under.entry.id)) yield* this.withdraw(under, place);
    }
  }

  private *withdrawAlone(one: KnownEntry, place: Place): Iterable<Delivered> {
    for (const standing of one.standing) yield this.statement(standing, 'retracted', {}, place);
    this.known.put({ ...one, standing: [], isGone: true }, one);
  }

  private linksOf({ contact, course }: ReportEntry): { readonly contact?: Link; readonly course?: Link } {
    const contactLink = this.linkOf(contact);
    const courseLink = this.linkOf(course);
    return {
      ...(contactLink === undefined ? undefined : { contact: contactLink }),
      ...(courseLink === undefined ? undefined : { course: courseLink }),
    };
  }

  /** A contact that the report has and that is not known by now could not be read. */
  private linkOf(id: string | undefined): Link | undefined {
    if (id === undefined) return undefined;
    const one = this.known.get(id);
    if (one === undefined) return this.ids.has(id) ? NO_LINK : undefined;
    return one.isGone ? undefined : one.link;
  }

  private statement(
    { kind, record, source, cpr }: Standing,
    status: Statement['status'],
    values: Statement['values'],
    place: Place,
  ): Statement {
    const { time, version } = this.report;
    return { is: 'statement', place, source, kind, record, status, cpr, values, stated: { time, version } };
  }

  private told(error: unknown, { path }: ReportEntry, place: Place): Refused | Unmapped {
    if (!(error instanceof RowFault || error instanceof RowUnmapped)) throw error;
    const { column } = error;
    const at = { ...place, column: column === undefined ? path : `${path}/${this.terms.paths[column] ?? column}` };
    if (error instanceof RowUnmapped) return { is: 'unmapped', place: at, what: error.what };
    return { is: 'refused', place: at, reason: error.reason };
  }
}

const isSame = (a: Standing, b: Standing): boolean =>
  a.kind === b.kind && a.record === b.record && a.source === b.source;

const isSameLink = (a: Link, b: Link): boolean =>
  a.cpr === b.cpr && a.source === b.source && a.startedOn === b.startedOn;
