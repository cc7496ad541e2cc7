import type { EventKind } from '../../../kernel/event-kinds';
import type { Organisation } from '../../../kernel/organisation';
import type { Statement } from '../delivered';
import { elementOf, elementsOf, extensionOf, textOf, type Element } from './element';
import { identifiersOf, RECORD_SYSTEM } from './identity';
import { extensionUrl } from '../../../kernel/fhir-extension';

/** The extension that says which event of ours a resource is (docs/formats/fhir.md). */
export const EVENT_EXTENSION = extensionUrl('event');

/** What an event of ours says beside its values: all of it comes back. */
type OwnStated = NonNullable<Statement['stated']>;

/** An event of ours, as its resource tells it. */
export interface OwnEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly source: Organisation;
  readonly record: string;
  readonly stated: OwnStated;
  /** The number as it stood, where it was no ten digits. */
  readonly cpr?: string;
  /** Fields that FHIR's elements do not bring back, and the names of those that they would bring back in excess. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly without: readonly string[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The event of ours that a resource is, or undefined for one of others. */
export function ownEventOf(resource: Element): OwnEvent | undefined {
  const extension = extensionOf(resource, EVENT_EXTENSION);
  const identifier = extension === undefined ? undefined : recordIn(resource);
  const record = textOf(identifier?.['value']);
  if (extension === undefined || identifier === undefined || record === undefined) return undefined;
  const source = String(identifier['system']).slice(RECORD_SYSTEM.length);
  const stated: Writable<OwnStated> = {};
  const own: Writable<OwnEvent> = { id: '', kind: 'registry.feed-status', source, record, stated, without: NONE };
  for (const part of elementsOf(extension['extension'])) take(part['url'], part, own, stated);
  if (own.id === '') return undefined;
  const meta = elementOf(resource['meta']);
  const version = meta === undefined ? undefined : versionIn(meta);
  if (version !== undefined) stated.version = version;
  const updated = textOf(meta?.['lastUpdated']);
  if (stated.time === undefined && updated !== undefined) stated.time = updated;
  return own;
}

const NONE: readonly string[] = [];

/** The identifier that is a registration's identity here. */
function recordIn(resource: Element): Element | undefined {
  for (const identifier of identifiersOf(resource)) {
    const { system } = identifier;
    if (typeof system === 'string' && system.startsWith(RECORD_SYSTEM)) return identifier;
  }
  return undefined;
}

function take(name: unknown, part: Element, own: Writable<OwnEvent>, stated: Writable<OwnStated>): void {
  const value = textOf(part['valueString']) ?? textOf(part['valueCode']);
  if (value === undefined) return;
  switch (name) {
    case 'id':
      own.id = value;
      stated.id = value;
      break;
    case 'kind':
      own.kind = value as EventKind;
      break;
    case 'time':
      stated.time = value;
      break;
    case 'received':
      stated.receivedtime = value;
      break;
    case 'status':
      if (value === 'active' || value === 'retracted') stated.status = value;
      break;
    case 'cpr':
      own.cpr = value;
      break;
    case 'fields':
      own.fields = fieldsIn(value);
      break;
    case 'without':
      own.without = [...own.without, value];
      break;
  }
}

/** A version that is a whole number from 1 on. */
export function versionIn(meta: Element): number | undefined {
  const text = textOf(meta['versionId']);
  const version = Number(text);
  return Number.isSafeInteger(version) && version >= 1 && String(version) === text ? version : undefined;
}

function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
