import { ORGANISATION_FIELD, type EventKind } from '../../kernel/event-kinds';
import { FIXED_NAMES, identifierOf, schemeOf, type Organisation } from '../../kernel/organisation';
import type { Bilingual } from '../../kernel/language';
import { REMEDY_WORDS, RECEIPT_WORDS } from '../../kernel/words/receipts';
import { NO_FAULT, refuse, type Refusal } from './refusal';

const SOR_PATTERN = /^\d{11,}$/;
const YDERNUMMER_PATTERN = /^\d{6}$/;

/** The codes of all municipalities. */
type Listed = Pick<ReadonlySet<string>, 'has'>;

/** What is wrong with an organisation of a known scheme, in words for the sender; undefined when nothing is. */
export function organisationFault(organisation: Organisation, municipalities: Listed): Bilingual | undefined {
  const identifier = identifierOf(organisation);
  switch (schemeOf(organisation)) {
    case 'municipality':
      return municipalities.has(identifier) ? undefined : REMEDY_WORDS.municipality;
    case 'hospital':
    case 'danheart':
      return SOR_PATTERN.test(identifier) ? undefined : REMEDY_WORDS.sor;
    case 'general-practice':
      return YDERNUMMER_PATTERN.test(identifier) ? undefined : REMEDY_WORDS.ydernummer;
    case 'laboratory':
    case 'pharmacy':
    case 'person':
    case 'patient': {
      const name = FIXED_NAMES[schemeOf(organisation) as keyof typeof FIXED_NAMES];
      return identifier === name ? undefined : REMEDY_WORDS.fixedName({ name });
    }
    case 'registry':
      return identifier === '' ? REMEDY_WORDS.registry : undefined;
    case undefined:
      return undefined;
  }
}

/** `UNKNOWN_ORGANISATION` for the source and an organisation in the data; other schemes in the data are let through. */
export function checkOrganisations(
  kind: EventKind,
  source: Organisation,
  data: Readonly<Record<string, unknown>>,
  faultOf: (organisation: Organisation) => Bilingual | undefined,
): readonly Refusal[] {
  const field = ORGANISATION_FIELD[kind];
  const named = field === undefined ? undefined : data[field];
  const sourceFault = faultOf(source);
  const namedFault = typeof named === 'string' ? faultOf(named) : undefined;
  if (sourceFault === undefined && namedFault === undefined) return NO_FAULT;
  return [
    ...(sourceFault === undefined ? [] : [unknown('source', sourceFault)]),
    ...(namedFault === undefined ? [] : [unknown(`data.${field}`, namedFault)]),
  ];
}

function unknown(path: string, remedy: Bilingual): Refusal {
  return refuse('UNKNOWN_ORGANISATION', path, RECEIPT_WORDS.fault({ path, remedy }));
}
