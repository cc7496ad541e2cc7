import type { Day } from './day';
import type { Provenance } from './definition';
import type { Bilingual } from './language';
import type { Scheme, Sector } from './organisation';
import type { RejectionCode } from './receipt';

/** A rule of the database's questions and answers as data (contracts/rules.yaml). */
export interface RuleDescription {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly outcome: 'count' | 'no-count' | 'hold' | 'reject' | 'merge' | 'unknown' | 'choice';
  /** The first day it is about, where it has one. */
  readonly from?: Day;
  /** The last day it is about, where it has one. */
  readonly through?: Day;
  /** The rejection, finding or reason code that says so. */
  readonly code?: string;
  /** The policy that decides, where there is a choice. */
  readonly policy?: string;
  readonly sectors: readonly Sector[];
  readonly provenance: Provenance;
}

/** A range, both ends included. */
interface Range {
  readonly from: number;
  readonly through: number;
}

/** What is usual (contracts/rules.yaml): values by field, or by the method of an exercise test. */
export interface Usual {
  readonly firstDay: Day;
  readonly values: Readonly<Record<string, Range>>;
}

/** A kind of source: who reports what, and how (contracts/sources.yaml). */
interface SourceDescription {
  readonly scheme: Scheme;
  /** The sector its facts are credited to; absent where it reports none. */
  readonly sector?: Sector;
  readonly title: Bilingual;
  readonly identifier: Bilingual;
  readonly channel: Bilingual;
  readonly reports: Bilingual;
  readonly never: Bilingual;
  readonly provenance: Provenance;
}

/** A code and what it means. */
interface CodeWord {
  readonly code: string;
  readonly text: Bilingual;
}

/** What the contracts say in words beside the definitions: rules, sources and codes. */
export interface Descriptions {
  readonly ruleSource: Bilingual;
  readonly rules: readonly RuleDescription[];
  readonly sources: readonly SourceDescription[];
  readonly refusedSources: readonly {
    readonly title: Bilingual;
    readonly text: Bilingual;
    readonly code: RejectionCode;
    readonly provenance: Provenance;
  }[];
  readonly rejections: readonly CodeWord[];
  readonly outcomes: readonly CodeWord[];
  readonly reasons: readonly CodeWord[];
  readonly findings: readonly CodeWord[];
}
