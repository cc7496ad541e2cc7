import type { DefinitionSet, Provenance } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { LOINC, NPU } from '../../../kernel/code-systems';
import { selectorsOf } from './code-lists';

/** A code with the URI of its system. */
interface Coding {
  readonly system: string;
  readonly code: string;
}

/** A measure of the set described: what it is called, its unit and codes, and which indicators read it. */
export interface MeasureMetadata {
  readonly key: string;
  readonly title: Bilingual;
  /** As people write it. */
  readonly unit?: string;
  readonly ucum?: string;
  readonly codings: readonly Coding[];
  /** The numbers it is read by, where it has several or a name for one. */
  readonly numbers: readonly {
    readonly name: string;
    readonly title: Bilingual;
    readonly codings: readonly Coding[];
  }[];
  readonly usedBy: readonly string[];
  readonly provenance: Provenance;
}

/** Every measure of a definition set, in its order. */
export function measuresOf({ measures, indicators, provenance }: DefinitionSet): MeasureMetadata[] {
  return Object.entries(measures).map(([key, { title, unit, ucum, loinc, npu = [], numbers = {} }]) => ({
    ...{ key, title },
    ...(unit === undefined ? undefined : { unit }),
    ...(ucum === undefined ? undefined : { ucum }),
    codings: [...loincOf(loinc), ...npu.map((code) => ({ system: NPU, code }))],
    numbers: Object.entries(numbers).map(([name, number]) => ({
      ...{ name, title: number.title },
      codings: loincOf(number.loinc),
    })),
    usedBy: indicators
      .filter((definition) => selectorsOf(definition).some(({ measure }) => measure === key))
      .map((definition) => definition.key),
    provenance,
  }));
}

const loincOf = (code: string | undefined): Coding[] => (code === undefined ? [] : [{ system: LOINC, code }]);
