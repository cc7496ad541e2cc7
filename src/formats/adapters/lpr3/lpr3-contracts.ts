import { readPlainYaml } from '../../../platform/contracts/read-plain-yaml';
import { fieldColumnsOf } from '../../domain/lpr-f/kind-columns';
import type { EntryKind, Lpr3Terms } from '../../domain/lpr3/lpr3-terms';
import { loadLprF } from '../lpr-f/lpr-f-contracts';

/** contracts/formats/lpr3/lpr3.yaml, as it is written. */
interface WrittenTerms extends Omit<
  Lpr3Terms,
  'templates' | 'references' | 'diagnosisTypeOfTemplate' | 'lprF' | 'fields'
> {
  readonly templates: Readonly<Record<string, EntryKind>>;
  readonly references: Readonly<Record<string, 'contact' | 'course'>>;
  readonly diagnosisTypeOfTemplate: Readonly<Record<string, string>>;
}

/** Reads `contracts/formats/lpr3` and what it takes from `contracts/formats/lpr-f`. */
export function loadLpr3(): Lpr3Terms {
  const written = readPlainYaml<WrittenTerms>('formats', 'lpr3', 'lpr3.yaml');
  const lprF = loadLprF();
  return {
    ...written,
    templates: new Map(Object.entries(written.templates)),
    references: new Map(Object.entries(written.references)),
    diagnosisTypeOfTemplate: new Map(Object.entries(written.diagnosisTypeOfTemplate)),
    lprF,
    fields: fieldColumnsOf(lprF.codes),
  };
}
