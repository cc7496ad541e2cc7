import type { Day } from './day';
import type { FindingCode } from './finding';
import type { FactKind } from './pathway';
import type { Sector } from './organisation';

/** A text in both languages people read it in. */
export interface Bilingual {
  readonly da: string;
  readonly en: string;
}

/** A stretch from the index day on: `180d` days or `12m` calendar months, both ends included. */
export type Span = `${number}d` | `${number}m`;

/** Who belongs and what the codes mean; codes match by prefix, children inherit (domain.md §2). */
export interface PopulationDefinition {
  /** Whole years on the index day below which nothing is decided. */
  readonly adultAge: number;
  /** A qualifying day more than this many days after an index day opens the next pathway. */
  readonly nextPathwayAfterDays: number;
  readonly diagnoses: {
    readonly ihd: readonly string[];
    readonly ami: readonly string[];
    readonly observation: readonly string[];
  };
  readonly procedures: { readonly pci: readonly string[]; readonly cabg: readonly string[] };
  readonly services: {
    readonly participation: readonly string[];
    readonly diet: readonly string[];
    readonly 'smoking-cessation': readonly string[];
  };
}

/** Which facts are meant: of a kind, from a sector, from a day on, with certain codes or values. */
export interface FactSelector {
  readonly fact: FactKind;
  readonly sector?: Sector;
  readonly from?: Day;
  /** Code prefixes of a dispensing. */
  readonly atc?: readonly string[];
  /** Exact analysis codes of a laboratory result. */
  readonly npu?: readonly string[];
  readonly unit?: string;
  readonly phase?: 'start' | 'end';
  readonly outcomes?: readonly string[];
  /** Only known smoking statuses. */
  readonly known?: true;
}

/** A comparison of one of a fact's numbers. */
export interface Limit {
  readonly field: string;
  readonly below?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Who is asked about: every pathway, those with a certain fact, or those that met another indicator. */
export type DenominatorRule =
  | { readonly rule: 'every-pathway' }
  | {
      readonly rule: 'fact';
      readonly pick: 'first' | 'latest';
      readonly of: FactSelector;
      readonly within: Span;
      /** One of these must hold of the picked fact; none given: that it is there is enough. */
      readonly anyOf?: readonly Limit[];
      readonly status?: string;
    }
  | { readonly rule: 'indicator-met'; readonly indicator: string };

/** What fulfils an evidence indicator. */
interface EvidenceRule {
  readonly of: FactSelector;
  /** At least this many days after the fact that decided the denominator. */
  readonly daysAfterDenominator?: number;
}

/** What a value indicator reads and when it is met. */
export type ValueRule =
  | {
      /** Sessions attended against planned. */
      readonly rule: 'share';
      readonly of: FactSelector;
      readonly plannedFrom: FactSelector;
      readonly atLeastPercent: number;
    }
  | {
      /** The latest end test against the start test of the same method. */
      readonly rule: 'change';
      readonly of: FactSelector;
      readonly atLeastPercent: number;
    }
  | { readonly rule: 'status'; readonly of: FactSelector; readonly metWhen: readonly string[] }
  | { readonly rule: 'limits'; readonly of: readonly FactSelector[]; readonly allOf: readonly Limit[] }
  | { readonly rule: 'laboratory'; readonly of: FactSelector; readonly atMost: number };

interface Target {
  readonly direction: 'at-least' | 'at-most';
  readonly percent: number;
  /** Cut points of the goal levels. */
  readonly levels: { readonly high: number; readonly moderate: number };
}

/** Whether a definition is the official wording or a working definition of ours (domain.md, marks). */
export type Provenance = 'official' | 'working';

export interface IndicatorDefinition {
  readonly key: string;
  readonly number: number;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** The thing asked for, as it stands in a sentence about the patient. */
  readonly subject: Bilingual;
  readonly window: Span;
  readonly denominator: DenominatorRule;
  /** Who is in the denominator, in words. */
  readonly denominatorText: Bilingual;
  readonly evidence?: EvidenceRule;
  readonly value?: ValueRule;
  /** Hospital services of this kind that did not count are told with the decision. */
  readonly findingsOf?: 'participation' | 'diet' | 'smoking-cessation';
  /** Asked in this order whether they are in trouble. */
  readonly sources: readonly ('hospital' | 'municipality' | 'laboratory' | 'pharmacy')[];
  readonly target: Target;
  readonly provenance: Provenance;
}

/** A choice the rules leave open, e.g. R13. */
interface PolicyDefinition {
  readonly title: Bilingual;
  readonly default: string;
  readonly options: Readonly<
    Record<
      string,
      {
        readonly text: Bilingual;
        readonly waives: readonly { readonly fact: FactKind; readonly finding: FindingCode }[];
      }
    >
  >;
}

/** A versioned set of indicator definitions with the population they are about. */
export interface DefinitionSet {
  readonly set: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly validFrom: Day;
  readonly provenance: Provenance;
  /** Days of a window a source must have been in trouble before it is said. */
  readonly troubleDays: number;
  readonly population: PopulationDefinition;
  readonly policies: Readonly<Record<string, PolicyDefinition>>;
  readonly indicators: readonly IndicatorDefinition[];
}
