import type { EventKind } from './event-type';
import { hasPrefix } from './codes';

/** Families of codes that stop and start together, by the prefixes of domain.md §2 and §4; the first that fits counts. */
const FAMILIES: Readonly<Partial<Record<EventKind, { readonly field: string; readonly families: Families }>>> = {
  'hospital.procedure': {
    field: 'code',
    families: [
      ['BUG', ['BUG']],
      ['BRXT', ['BRXT']],
      ['BVDY0', ['BVDY0']],
      ['PCI', ['KFNG']],
      ['CABG', ['KFNA', 'KFNB', 'KFNC', 'KFND', 'KFNE']],
    ],
  },
  'hospital.diagnosis': {
    field: 'code',
    families: [
      ['AMI', ['DI21', 'DI22']],
      ['IHD', ['DI20', 'DI23', 'DI24', 'DI25']],
      ['obs', ['DZ03']],
    ],
  },
  'laboratory.result': {
    field: 'npu',
    families: [
      ['LDL', ['NPU01568', 'NPU10171', 'AAB00101', 'AAB00102']],
      ['HbA1c', ['NPU27300']],
    ],
  },
  'pharmacy.dispensing': {
    field: 'atc',
    families: [
      ['statin', ['C10']],
      ['antithrombotic', ['B01A']],
    ],
  },
};
type Families = readonly (readonly [family: string, prefixes: readonly string[]])[];

/** Kinds whose family is a closed choice that stands in a field. */
const CHOICES: Readonly<Partial<Record<EventKind, string>>> = {
  'hospital.measurement': 'kind',
  'municipality.measurement': 'kind',
  'general-practice.measurement': 'kind',
  'municipality.intervention': 'kind',
};

const OTHER = 'other';

/**
 * The code family of an event’s checked data: `BUG`, `PCI`, `AMI`, `blood-pressure`, `diet` …, `other` where no family
 * has the code, empty where the kind knows no codes or a retracted event gives none.
 */
export function codeFamily(kind: EventKind, data: object): string {
  const fields = data as Readonly<Record<string, unknown>>;
  const choice = CHOICES[kind];
  if (choice !== undefined) return textOf(fields[choice]);
  const coded = FAMILIES[kind];
  if (coded === undefined) return '';
  const code = textOf(fields[coded.field]);
  if (code === '') return '';
  return coded.families.find(([, prefixes]) => hasPrefix(code, prefixes))?.[0] ?? OTHER;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
