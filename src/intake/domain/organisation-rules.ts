import { ORGANISATION_FIELD, type EventKind } from '../../kernel/event-kinds';
import { FIXED_NAMES, identifierOf, schemeOf, type Organisation } from '../../kernel/organisation';
import { refuse, type Refusal } from './refusal';

const SOR_PATTERN = /^\d{11,}$/;
const YDERNUMMER_PATTERN = /^\d{6}$/;

/** What is wrong with an organisation of a known scheme, in words for the sender; undefined when nothing is. */
function faultOf(organisation: Organisation, municipalities: ReadonlySet<string>): string | undefined {
  const identifier = identifierOf(organisation);
  switch (schemeOf(organisation)) {
    case 'municipality':
      return municipalities.has(identifier)
        ? undefined
        : 'must name one of the 98 municipalities by its four-digit code';
    case 'hospital':
    case 'danheart':
      return SOR_PATTERN.test(identifier) ? undefined : 'must carry a SOR code of at least 11 digits';
    case 'general-practice':
      return YDERNUMMER_PATTERN.test(identifier) ? undefined : 'must carry a ydernummer of six digits';
    case 'laboratory':
    case 'pharmacy':
    case 'person':
    case 'patient': {
      const name = FIXED_NAMES[schemeOf(organisation) as keyof typeof FIXED_NAMES];
      return identifier === name ? undefined : `must carry the register's fixed name \`${name}\``;
    }
    case 'registry':
      return identifier === '' ? 'must carry the registry’s name' : undefined;
    case undefined:
      return undefined;
  }
}

/** `UNKNOWN_ORGANISATION` for the source or an organisation in the data; other schemes in the data are let through. */
export function checkOrganisations(
  kind: EventKind,
  source: Organisation,
  data: Readonly<Record<string, unknown>>,
  municipalities: ReadonlySet<string>,
): Refusal | undefined {
  const sourceFault = faultOf(source, municipalities);
  if (sourceFault !== undefined) return refuse('UNKNOWN_ORGANISATION', 'source', `\`source\` ${sourceFault}.`);
  const field = ORGANISATION_FIELD[kind];
  const named = field === undefined ? undefined : data[field];
  if (typeof named !== 'string') return undefined;
  const fault = faultOf(named, municipalities);
  return fault === undefined
    ? undefined
    : refuse('UNKNOWN_ORGANISATION', `data.${field}`, `\`data.${field}\` ${fault}.`);
}
