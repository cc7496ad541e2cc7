import type { EventKind } from '../../../kernel/event-kinds';
import type { Organisation } from '../../../kernel/organisation';
import type { Statement } from '../delivered';
import { elementsOf, extensionOf, textOf, type Element } from './element';
import { identifiersOf, RECORD_SYSTEM } from './identity';
import { extensionUrl } from './own-extensions';

/** The extension that says which event of ours a resource is (docs/formats/fhir.md). */
export const EVENT_EXTENSION = extensionUrl('event');

/** What an event of ours says beside its values: all of it comes back. */
export interface OwnStated extends NonNullable<Statement['stated']> {
  readonly receivedtime?: string;
  /** The `status` that stood in the event; absent where none did. */
  readonly status?: 'active' | 'retracted';
}

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

/** The event of ours that a resource is, or undefined for one of others. */
export function ownEventOf(resource: Element): OwnEvent | undefined {
  const extension = extensionOf(resource, EVENT_EXTENSION);
  if (extension === undefined) return undefined;
  const said = new Map<string, string>();
  const without: string[] = [];
  for (const part of elementsOf(extension['extension'])) {
    const name = textOf(part['url']);
    const value = textOf(part['valueString']) ?? textOf(part['valueCode']);
    if (name === 'without' && value !== undefined) without.push(value);
    else if (name !== undefined && value !== undefined) said.set(name, value);
  }
  const [identifier] = identifiersOf(resource).filter(({ system }) => isRecord(system));
  const id = said.get('id');
  const kind = said.get('kind') as EventKind | undefined;
  const record = textOf(identifier?.['value']);
  if (id === undefined || kind === undefined || record === undefined) return undefined;
  const fields = fieldsIn(said.get('fields'));
  return {
    ...{ id, kind, record, source: String(identifier?.['system']).slice(RECORD_SYSTEM.length), without },
    stated: statedIn(resource, id, said),
    ...(said.has('cpr') && { cpr: said.get('cpr') as string }),
    ...(fields && { fields }),
  };
}

const isRecord = (system: unknown): boolean => typeof system === 'string' && system.startsWith(RECORD_SYSTEM);

function statedIn(resource: Element, id: string, said: ReadonlyMap<string, string>): OwnStated {
  const meta = (resource['meta'] ?? {}) as Element;
  const version = versionIn(meta);
  const time = said.get('time') ?? textOf(meta['lastUpdated']);
  const received = said.get('received');
  const status = said.get('status');
  return {
    id,
    ...(time !== undefined && { time }),
    ...(version !== undefined && { version }),
    ...(received !== undefined && { receivedtime: received }),
    ...((status === 'active' || status === 'retracted') && { status }),
  };
}

/** A version that is a whole number from 1 on. */
export function versionIn(meta: Element): number | undefined {
  const text = textOf(meta['versionId']);
  const version = Number(text);
  return Number.isSafeInteger(version) && version >= 1 && String(version) === text ? version : undefined;
}

function fieldsIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
