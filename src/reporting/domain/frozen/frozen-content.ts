import type { Day } from '../../../kernel/day';
import type { Provenance } from '../../../kernel/definition';
import { formatInstant } from '../../../kernel/instant';
import { canonicalJson } from '../../../kernel/canonical-json';
import type { Cases } from '../../../counting/domain/cases';
import type { Exit } from '../../../disclosure/domain/exit';
import type { Period } from '../../../kernel/period';
import { type ReportedIndicator } from '../report';
import { WORKING_LABEL, type ReportBasis } from '../../../counting/domain/report-basis';
import type { ShownRow } from '../../../disclosure/domain/shown-row';
import { ShownTable } from '../../../disclosure/domain/shown-table';
import { CONTEXTS_OF, LEVELS, type Context, type Level } from '../../../kernel/unit';
import type { View } from '../../../kernel/view';
import { basisDigests, writeBasis } from './basis-text';
import type { Comment } from './comments';
import { textDigest } from '../../../counting/domain/sealed';

/** The tables of a report; Denmark is the same in both contexts. */
const TABLES = LEVELS.flatMap((level) =>
  CONTEXTS_OF[level]
    .filter((context) => level !== 'denmark' || context === 'treated')
    .map((context) => ({ level, context })),
);

/** What is frozen: a period, seen from somewhere, under something. */
export interface Freezing {
  readonly period: Period;
  readonly asOf: Day;
  /** Milliseconds. */
  readonly knownAt: number;
  /** The way out of its counts. */
  readonly exit: Exit;
  readonly basis: ReportBasis;
  /** What the registry writes beside indicators. */
  readonly comments?: readonly Comment[];
}

/** A frozen report's question as it is kept. */
export interface FrozenQuestion {
  readonly period: Period;
  readonly asOf: Day;
  /** RFC 3339. */
  readonly knownAt: string;
  /** Set and version. */
  readonly definition: string;
  /** Digest of the whole definition set. */
  readonly definitionDigest: string;
  readonly policy: Readonly<Record<string, string>>;
  /** Digest of the whole organisation list. */
  readonly organisationsDigest: string;
  /** As what its counts are shown. */
  readonly view: View;
}

/** A frozen report: the tables of all levels and contexts. */
export interface FrozenContent {
  readonly question: FrozenQuestion;
  readonly provenance: Provenance;
  /** `arbejdsdefinition` while the definitions are ours. */
  readonly label?: string;
  /** Nothing at all was counted: the zeros are zeros. */
  readonly isEmpty: boolean;
  readonly indicators: readonly ReportedIndicator[];
  readonly tables: readonly { readonly level: Level; readonly context: Context; readonly rows: readonly ShownRow[] }[];
  /** What the registry wrote beside indicators; absent where it wrote nothing. */
  readonly comments?: readonly Comment[];
}

/** A report ready for the book; equal questions on equal events give equal texts. */
export interface FrozenTexts {
  readonly question: string;
  readonly basis: string;
  readonly content: string;
  /** Of `content`. */
  readonly digest: string;
}

/** Counts everything there is to count of the period and writes it down. `cases` are as of and known at the question's. */
export function freeze(cases: Cases, freezing: Freezing): FrozenTexts {
  const { basis, period, asOf, exit, comments = [] } = freezing;
  exit.requirePeriod(period);
  const { set, organisations } = basis;
  const question = questionOf(freezing);
  const indicators = set.indicators.map(({ number, key, title, denominatorText, target, provenance }) => ({
    number,
    key,
    title,
    denominatorText,
    target,
    provenance,
  }));
  const counting = { indicators: set.indicators, organisations, period, asOf, interval: 'exact' } as const;
  const shown = TABLES.map((table) => ({ table, counted: new ShownTable(cases, { ...counting, ...table }, exit) }));
  const tables = shown.map(({ table, counted }) => ({ ...table, rows: counted.rows() }));
  const frozen: FrozenContent = {
    question,
    provenance: set.provenance,
    ...(set.provenance === 'working' ? { label: WORKING_LABEL } : undefined),
    isEmpty: shown.every(({ counted }) => counted.isEmpty),
    indicators,
    tables,
    ...(comments.length === 0 ? undefined : { comments }),
  };
  const content = canonicalJson(frozen);
  return { question: canonicalJson(question), basis: writeBasis(basis), content, digest: textDigest(content) };
}

function questionOf({ period, asOf, knownAt, exit, basis }: Freezing): FrozenQuestion {
  const digests = basisDigests(basis);
  return {
    period,
    asOf,
    knownAt: formatInstant(knownAt),
    definition: basis.id,
    definitionDigest: digests.definition,
    policy: basis.policy,
    organisationsDigest: digests.organisations,
    view: exit.view,
  };
}
