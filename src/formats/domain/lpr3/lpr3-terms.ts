import type { LprFContext } from '../lpr-f/lpr-f-context';
import type { LprFTerms } from '../lpr-f/lpr-f-terms';

/** What an entry of a report is. */
export type EntryKind = 'course' | 'contact' | 'diagnosis' | 'procedure' | 'results' | 'deletion';

/** What `contracts/formats/lpr3` says, and what LPR_F's codes mean. */
export interface Lpr3Terms {
  readonly provenance: string;
  /** What could not be read in the documentation. */
  readonly working: readonly string[];
  readonly document: { readonly name: string; readonly namespace: string };
  readonly roots: { readonly cpr: string; readonly sor: string; readonly internal: readonly string[] };
  readonly templatePrefix: string;
  readonly templates: ReadonlyMap<string, EntryKind>;
  readonly wrappers: readonly string[];
  readonly references: ReadonlyMap<string, 'contact' | 'course'>;
  readonly parts: { readonly diagnosisType: string; readonly result: string };
  readonly diagnosisTypes: Readonly<Record<string, string>>;
  readonly diagnosisTypeOfTemplate: ReadonlyMap<string, string>;
  readonly refuted: string;
  readonly paths: Readonly<Record<string, string>>;
  readonly bounds: { readonly depth: number; readonly elements: number; readonly characters: number };
  readonly lprF: LprFTerms;
  /** What columns of LPR_F say, by kind. */
  readonly fields: LprFContext['fields'];
}
