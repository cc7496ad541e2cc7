import { parseInstant } from '../../../kernel/instant';
import { FHIR_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import type { Delivered, Place, Statement } from '../delivered';
import { elementOf, textOf, type Element } from './element';
import { recordOf } from './identity';
import { ownEventOf, versionIn, type OwnEvent } from './own-event';
import { cprOfSubject } from './person';
import type { Reading, ReadResource } from './reading';
import { RefusedHere, type Registration, type Said } from './said';

/** Where a resource stands: the place of its line or entry, and the path from there. */
export interface Where {
  readonly file: string;
  readonly row: number;
  readonly path: string;
}

const placeAt = ({ file, row, path }: Where, within = ''): Place => {
  const column = path !== '' && within !== '' ? `${path}.${within}` : path + within;
  return column === '' ? { file, row } : { file, row, column };
};

/** A refusal at a place. */
export const refusedAt = (where: Where, { path, reason }: RefusedHere): Delivered => ({
  is: 'refused',
  place: placeAt(where, path),
  reason,
});

/** What a resource delivers: what `read` says of it, about its person; what is refused has its path. */
export function deliver(resource: Element, where: Where, reading: Reading, read: ReadResource): readonly Delivered[] {
  try {
    const own = ownEventOf(resource);
    if (own !== undefined) {
      const { source } = own;
      const { terms, scope } = reading;
      return [ownStatement(own, resource, where, { terms, scope, source, reporter: source }, read)];
    }
    return read(resource, reading).map((said) => delivered(said, resource, where, reading));
  } catch (error) {
    if (error instanceof RefusedHere) return [refusedAt(where, error)];
    throw error;
  }
}

function delivered(said: Said, resource: Element, where: Where, reading: Reading): Delivered {
  if (said instanceof RefusedHere) return refusedAt(where, said);
  if (said.is === 'unmapped') return { is: 'unmapped', place: placeAt(where), what: said.what };
  const record = recordOf(resource);
  if (record === undefined) {
    return refusedAt(where, new RefusedHere('id', FHIR_REFUSED_WORDS.missing({ element: 'identifier / id' })));
  }
  return statementOf(said, record, resource, where, reading);
}

function statementOf(
  { kind, source, status, values }: Registration,
  record: string,
  resource: Element,
  where: Where,
  reading: Reading,
): Statement {
  const stated = statedIn(resource, reading.time);
  const cpr = cprOfSubject(resource, reading);
  const place = placeAt(where);
  return stated === undefined
    ? { is: 'statement', place, source, kind, record, status, cpr, values }
    : { is: 'statement', place, source, kind, record, status, cpr, values, stated };
}

/** What `meta` says of the version, where that is sound; `recorded` where it gives no time. */
function statedIn(resource: Element, recorded: string | undefined): Statement['stated'] | undefined {
  const meta = elementOf(resource['meta']);
  const version = meta === undefined ? undefined : versionIn(meta);
  const updated = textOf(meta?.['lastUpdated']);
  const time = updated !== undefined && parseInstant(updated) !== undefined ? updated : recorded;
  if (version === undefined && time === undefined) return undefined;
  return { ...(time !== undefined && { time }), ...(version !== undefined && { version }) };
}

/** An event of ours: the values its elements give, put right by what its extension says. */
function ownStatement(own: OwnEvent, resource: Element, where: Where, reading: Reading, read: ReadResource): Statement {
  const { source, kind, record, stated } = own;
  const place = placeAt(where);
  const status = stated.status ?? 'active';
  const values = putRight(valuesRead(resource, kind, reading, read), own);
  if (kind === 'registry.feed-status') return { is: 'statement', place, source, kind, record, status, values, stated };
  const cpr = own.cpr ?? cprOfSubject(resource, reading);
  return { is: 'statement', place, source, kind, record, status, cpr, values, stated };
}

/** The values that a resource's elements give for a kind; none where they are not enough for it. */
export function valuesRead(
  resource: Element,
  kind: OwnEvent['kind'],
  reading: Reading,
  read: ReadResource,
): Readonly<Record<string, unknown>> {
  try {
    for (const said of read(resource, reading)) {
      if (!(said instanceof RefusedHere) && said.is === 'registration' && said.kind === kind) return said.values;
    }
    return {};
  } catch (error) {
    if (error instanceof RefusedHere) return {};
    throw error;
  }
}

function putRight(values: Readonly<Record<string, unknown>>, own: OwnEvent): Readonly<Record<string, unknown>> {
  if (own.fields === undefined && own.without.length === 0) return values;
  const right = { ...values, ...own.fields };
  for (const name of own.without) delete (right as Record<string, unknown>)[name];
  return right;
}
