import { comparableCode, hasPrefix } from './codes';
import { FAMILY, type EventKind } from './event-kinds';

const OTHER = 'other';

/**
 * The code family of an event’s checked data: `BUG`, `PCI`, `AMI`, `blood-pressure`, `diet` …, `other` where no family
 * has the code, empty where the kind knows no codes or a retracted event gives none.
 */
export function codeFamily(kind: EventKind, data: object): string {
  const fields = data as Readonly<Record<string, unknown>>;
  const family = FAMILY[kind];
  if (family === undefined) return '';
  if (typeof family === 'string') return textOf(fields[family]);
  const code = comparableCode(textOf(fields[family.field]));
  if (code === '') return '';
  return family.families.find(([, prefixes]) => hasPrefix(code, prefixes))?.[0] ?? OTHER;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
