import type { Day } from './day';
import type { FindingCode } from './finding';
import type { Bilingual } from './language';
import type { FactKind } from './pathway';
import type { Sector } from './organisation';

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

/** Facts that say what was measured or answered. */
export type MeasuredFact = Extract<
  FactKind,
  'hads' | 'blood-pressure' | 'hjertekost' | 'smoking-status' | 'exercise-capacity' | 'laboratory'
>;

/** A name and, where there is one, the code of LOINC. */
export interface MeasuredNumber {
  /** As it stands in a sentence: `the systolic pressure`. */
  readonly title: Bilingual;
  readonly loinc?: string;
}

/** What can be measured, and all that is said about it wherever it is shown: in words, as a value, in FHIR. */
export interface Measure {
  readonly fact: MeasuredFact;
  readonly title: Bilingual;
  /** Exact analysis codes; a laboratory measure has them, no other. */
  readonly npu?: readonly string[];
  readonly loinc?: string;
  /** The unit as people write it; a laboratory result in another unit is kept and not used. */
  readonly unit?: string;
  /** The same unit in UCUM. */
  readonly ucum?: string;
  /** The numbers of the fact, by field; a laboratory measure has one value and names none. */
  readonly numbers?: Readonly<Record<string, MeasuredNumber>>;
  /** The numbers are written as one, `128/78`, each known by its place. */
  readonly writtenAsOne?: true;
  /** How it is tested, by method, with the method's unit. */
  readonly methods?: Readonly<Record<string, { readonly title: Bilingual; readonly unit?: string }>>;
}

/** The measures of a set by key. */
export type Measures = Readonly<Record<string, Measure>>;

/** What narrows facts down: a sector, a first day, certain codes or values. */
interface Restrictions {
  readonly sector?: Sector;
  readonly from?: Day;
  /** Code prefixes of a dispensing. */
  readonly atc?: readonly string[];
  readonly phase?: 'start' | 'end';
  readonly outcomes?: readonly string[];
  /** Only known smoking statuses. */
  readonly known?: true;
}

/** Which facts are meant: those of a measure, or of a kind that is no measure. */
export type FactSelector = Restrictions &
  (
    | { readonly measure: string; readonly fact?: undefined }
    | { readonly fact: Exclude<FactKind, MeasuredFact>; readonly measure?: undefined }
  );

/** A selector with its measure spelled out: the kind of fact, and a laboratory's analysis codes and unit. */
export interface SelectedFacts extends Restrictions {
  readonly fact: FactKind;
  readonly npu?: readonly string[];
  readonly unit?: string;
}

/** What a number is held against; where there are several bounds, all must hold. */
export interface Bounds {
  readonly below?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A comparison of one of a fact's numbers. */
export interface Limit extends Bounds {
  readonly field: string;
}

/** A sector whose reports an indicator rests on. */
type AskedSector = Exclude<Sector, 'patient'>;

/** Who is asked about: every pathway, those with a certain fact, or those that met another indicator. */
export type DenominatorRule<S = FactSelector> =
  | { readonly rule: 'every-pathway' }
  | {
      readonly rule: 'fact';
      readonly pick: 'first' | 'latest';
      readonly of: S;
      readonly within: Span;
      /** Which of the indicator's sources could report the fact; while one was silent it is open who belongs. */
      readonly sources: readonly AskedSector[];
      /** One of these must hold of the picked fact; none given: that it is there is enough. */
      readonly anyOf?: readonly Limit[];
      readonly status?: string;
    }
  | { readonly rule: 'indicator-met'; readonly indicator: string };

interface Waiting {
  /** At least this many days after the fact that decided the denominator. */
  readonly daysAfterDenominator?: number;
}

/** What fulfils an evidence indicator. */
export interface EvidenceRule<S = FactSelector> extends Waiting {
  readonly of: S;
}

/** What a value indicator reads and when it is met. */
export type ValueRule<S = FactSelector> =
  | {
      /** Sessions attended against planned. */
      readonly rule: 'share';
      readonly of: S;
      readonly plannedFrom: S;
      readonly atLeastPercent: number;
    }
  | {
      /** The latest end test against the start test of the same method. */
      readonly rule: 'change';
      readonly of: S;
      readonly atLeastPercent: number;
    }
  | { readonly rule: 'status'; readonly of: S; readonly metWhen: readonly string[] }
  | ({
      /** Numbers of the latest fact that any of the selectors means, all of one measure. */
      readonly rule: 'limits';
      readonly of: readonly S[];
      readonly allOf: readonly Limit[];
    } & Waiting)
  | ({
      /** The latest laboratory value; a bound such as `<0.5` counts where it can tell. */
      readonly rule: 'laboratory';
      readonly of: S;
    } & Bounds &
      Waiting);

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
  /** Asked in this order whether they are in trouble; which practice a patient has is not known, so none is asked. */
  readonly sources: readonly AskedSector[];
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
  readonly measures: Measures;
  readonly policies: Readonly<Record<string, PolicyDefinition>>;
  readonly indicators: readonly IndicatorDefinition[];
}
