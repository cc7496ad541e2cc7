import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Reader, Role } from '../../src/access/domain/reader';
import { addDays, type Day } from '../../src/kernel/day';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { generalPractice, hospital, ODENSE, ODENSE_HOSPITAL as HOSPITAL } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';
import { operationsOf, type OpenApi, type Sent } from './open-api';

/**
 * The file as it is written: what is expected is read from it here, by other code than the program's. Pages are no
 * operations: what they show they ask the API for, as whoever reads them.
 */
const {
  operations: { showPage: _pages, ...rows },
} = parse(readFileSync(contractsPath('access.yaml'), 'utf8')) as { operations: Readonly<Record<string, Row>> };
interface Row {
  readonly person?: string;
  readonly organisation?: string;
  readonly cells: Readonly<Record<string, string | { readonly related?: string; readonly unrelated?: string }>>;
}
/** The operations that the table has a row for. */
export const TABLED = Object.keys(rows);

const PRACTICE = 'general-practice:012345';
/** A hospital that has nothing to do with those who ask. */
export const FOREIGN = 'hospital:330061000016003';
/** The organisations that have a relation with those who are told of. */
export const RELATED = [HOSPITAL, ODENSE, PRACTICE];
/** A stream that never ends: it is only asked for by those who are refused. */
const ENDLESS = 'followChanges';

/** Persons by the relation that the three organisations have with them. */
export const CPR = { related: '1502779995', unrelated: '0201609995', withdrawn: '0504909995' } as const;
export type With = keyof typeof CPR;
/** Their keys. */
export type Persons = Readonly<Record<With, string>>;

const ORGANISATION_OF: Readonly<Partial<Record<Role, string>>> = {
  hospital: HOSPITAL,
  municipality: ODENSE,
  'general-practice': PRACTICE,
  administration: ODENSE,
  source: HOSPITAL,
};

/** What makes the relations, from a day on; that one of them is withdrawn, its person still has to say. */
export function relatingEvents(from: Day): SourceEvent[] {
  const story = (cpr: string) => [
    ...hospital(HOSPITAL).pci(from, { cpr }),
    hospital(HOSPITAL).referral(ODENSE, ['training'], addDays(from, 7), { cpr }),
    generalPractice().bloodPressure(130, 80, addDays(from, 9), { cpr }),
  ];
  return [...story(CPR.related), ...story(CPR.withdrawn), ...hospital(FOREIGN).pci(from, { cpr: CPR.unrelated })];
}

/** Somebody of a role; patients are the person who is related. */
export const readerOf = (role: Role, persons: Persons): Reader => ({
  ...{ subject: `a-${role}`, name: role, kind: 'person', purpose: 'quality' },
  roles: role === 'public' ? ['public'] : [role, 'public'],
  ...(ORGANISATION_OF[role] === undefined ? undefined : { organisation: ORGANISATION_OF[role] }),
  ...(role === 'patient' ? { person: persons.related } : undefined),
});

/** An operation asked about somebody and some organisation, and what the table says one sees: the view, or undefined for nothing. */
export interface Cell {
  readonly operation: string;
  readonly relation: With;
  readonly organisation: string;
  readonly view: string | undefined;
  readonly method: string;
  readonly address: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: object;
}

const document = JSON.parse(readFileSync(contractsPath('openapi.json'), 'utf8')) as OpenApi;
const samples = { set: 'dhrd-2023', version: '2', id: 'r_x', number: '1', key: 'diet', unit: 'denmark', may: true };
const usual = operationsOf(document, { ...samples, indicator: 'diet', section: 'rules', user: 'x', event: {} });
/** What is usually sent to each operation of the document. */
export const OPERATIONS: ReadonlyMap<string, Sent> = new Map(
  idsOf(document).map((id, at) => [id, usual[at]?.usual as Sent]),
);

/** The names of a document's operations. */
export function idsOf({ paths }: Pick<OpenApi, 'paths'>): string[] {
  return Object.values(paths).flatMap((item) =>
    Object.values(item).map((operation) => (operation as { operationId?: string }).operationId ?? ''),
  );
}

/** Every operation as somebody asks it: own and foreign, with, without and with withdrawn relation. */
export function cellsOf(who: Reader, persons: Persons): Cell[] {
  return Object.entries(rows).flatMap(([operation, row]) => {
    const relations: readonly With[] = row.person === undefined ? ['unrelated'] : ['related', 'unrelated', 'withdrawn'];
    const organisations = row.organisation === undefined ? [FOREIGN] : [who.organisation ?? HOSPITAL, FOREIGN];
    return relations.flatMap((relation) =>
      organisations.map((organisation): Cell => {
        const view = viewIn(row, who, relation, organisation, persons);
        return { operation, relation, organisation, view, ...sentTo(operation, relation, organisation, persons) };
      }),
    );
  });
}

/** False where an answer would never end. */
export const ends = ({ operation, view }: Cell): boolean => operation !== ENDLESS || view === undefined;

function viewIn(row: Row, who: Reader, relation: With, organisation: string, persons: Persons): string | undefined {
  const views = who.roles.flatMap((role) => {
    const cell = row.cells[role] ?? row.cells['everyone'] ?? 'none';
    const view = typeof cell === 'string' ? cell : relation === 'related' ? cell.related : cell.unrelated;
    const isOwn = row.person === undefined ? organisation === who.organisation : persons[relation] === who.person;
    return view === undefined || view === 'none' || (view === 'own' && !isOwn) ? [] : [view];
  });
  return views.find((view) => view !== 'published' && view !== 'open') ?? views[0];
}

function sentTo(operation: string, relation: With, organisation: string, persons: Persons) {
  const { method, route, path, query, body } = OPERATIONS.get(operation) as Sent;
  const values: Readonly<Record<string, string>> = { ...path, person: persons[relation], organisation };
  const changed =
    operation === 'sendEvents' || operation === 'checkEvents'
      ? { ...hospital().pci('2024-05-03')[0], id: 'again', source: organisation }
      : { ...body, cpr: CPR[relation], organisation };
  return {
    method,
    address: route.replace(/\{(\w+)\}/g, (_braced, name: string) => encodeURIComponent(values[name] ?? 'x')),
    query: rows[operation]?.organisation === 'query.source' ? { ...query, source: organisation } : query,
    ...(body === undefined ? undefined : { body: changed }),
  };
}

const REFUSALS = ['not-signed-in', 'not-permitted', 'foreign-source'].map((kind) => `urn:rehabspor:problem:${kind}`);

/** Whoever comes back from an issuer without having been sent there has not signed in, although everyone may ask. */
const RETURNS = 'returnFromIssuer';

/** What is not as the table says of an answer to a cell; undefined when all is. */
export function wrongIn({ operation, relation, organisation, view }: Cell, status: number, body: unknown): unknown {
  const { type = '', view: shown } = (body ?? {}) as { readonly type?: string; readonly view?: unknown };
  const isRefused = operation !== RETURNS && (status === 401 || status === 403) && REFUSALS.includes(type);
  const isAsSaid =
    isRefused === (view === undefined) &&
    status < 500 &&
    (typeof shown !== 'string' || view === undefined || shown === view);
  return isAsSaid ? undefined : [operation, relation, organisation, view, status, shown];
}
