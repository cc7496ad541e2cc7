import type { TablesDescription } from '../register-tables/table-description';

/** What codes in LPR_F's columns say; keys in upper case. */
export interface LprFCodes {
  readonly contactModes: Readonly<Record<string, string>>;
  readonly diagnosisRoles: readonly string[];
  readonly refuted: Readonly<Record<string, boolean>>;
  readonly procedureTypesLeftOut: readonly string[];
  readonly surgicalPrefix: string;
}

/** A part of a measurement: the row that says it, and how. */
export interface ResultPart {
  readonly types: readonly string[];
  readonly trigger?: string;
  readonly field: string;
  /** What answers that are no numbers stand for; keys in upper case. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** What some results measure. */
export interface ResultMeasure {
  readonly kind: string;
  readonly fixed?: Readonly<Record<string, string>>;
  readonly parts: readonly ResultPart[];
}

/** What `contracts/formats/lpr-f` says. */
export interface LprFTerms {
  readonly tables: TablesDescription;
  readonly codes: LprFCodes;
  /** The hospital of each unit, both by SOR code. */
  readonly units: ReadonlyMap<string, string>;
  /** The hospitals of `contracts/organisations`, by SOR code. */
  readonly hospitals: ReadonlySet<string>;
  readonly results: readonly ResultMeasure[];
}
