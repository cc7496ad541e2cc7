import type { EventKind } from '../../../kernel/event-kinds';
import type { Organisation } from '../../../kernel/organisation';
import type { Staging } from '../../../kernel/staging';
import type { ReportEntry } from '../../domain/lpr3/report-entry';
import type { Link } from '../../domain/register-tables/staged-link';
import { StagedLists } from './staged-lists';

/** A registration that stands: what its retraction must name. */
export interface Standing {
  readonly kind: EventKind;
  readonly record: string;
  readonly source: Organisation;
  readonly cpr: string;
}

/** What is known of an entry by its id, as it was last reported. */
export interface KnownEntry {
  readonly entry: ReportEntry;
  readonly link: Link;
  readonly standing: readonly Standing[];
  readonly isGone: boolean;
  /** The set whose report said it last. */
  readonly set: string;
}

/** The spaces of a delivery's working file. */
export const SPACES = { reports: 1, entries: 2, names: 3, lists: 4 } as const;

/** What the reports so far come to, in memory that does not grow with them. */
export class KnownEntries {
  private readonly lists: StagedLists;

  constructor(private readonly staging: Staging) {
    this.lists = new StagedLists(staging, SPACES.lists);
  }

  get(id: string): KnownEntry | undefined {
    const text = this.staging.get(SPACES.entries, id);
    return text === undefined ? undefined : (JSON.parse(text) as KnownEntry);
  }

  /** Puts what is known of an entry now, in place of what was before; remembers its set and what it stands under. */
  put(known: KnownEntry, before: KnownEntry | undefined): void {
    const { id, otherIds, contact, course } = known.entry;
    this.staging.set(SPACES.entries, id, JSON.stringify(known));
    for (const other of otherIds)
      if (before?.entry.otherIds.includes(other) !== true) this.staging.set(SPACES.names, other, id);
    if (before?.set !== known.set) this.lists.add(`set ${known.set}`, id);
    if (contact !== undefined && before?.entry.contact !== contact) this.lists.add(`under ${contact}`, id);
    if (course !== undefined && before?.entry.course !== course) this.lists.add(`under ${course}`, id);
  }

  /** The id an entry lasts by, of any it is pointed at by. */
  idOf(name: string): string {
    return this.staging.get(SPACES.names, name) ?? name;
  }

  /** What the reports of a set said last. */
  *ofSet(set: string): Iterable<KnownEntry> {
    for (const id of new Set(this.lists.of(`set ${set}`))) {
      const known = this.get(id);
      if (known?.set === set) yield known;
    }
  }

  /** What points at an entry now. */
  *under(id: string): Iterable<KnownEntry> {
    for (const one of new Set(this.lists.of(`under ${id}`))) {
      const known = this.get(one);
      if (known?.entry.contact === id || known?.entry.course === id) yield known;
    }
  }
}
