import { identifiersOf } from './identity';
import type { Element } from './element';
import type { Scope } from './reading';

/** Resources by the addresses they are referred to by; an address that two different ones bear leads to neither. */
export class ResourceIndex implements Scope {
  private readonly byAddress = new Map<string, Element | undefined>();

  /** Takes a resource under an address. */
  add(address: string, resource: Element): void {
    if (!this.byAddress.has(address)) {
      this.byAddress.set(address, resource);
      return;
    }
    const known = this.byAddress.get(address);
    if (known !== undefined && known !== resource && !isSame(known, resource)) this.byAddress.set(address, undefined);
  }

  find(address: string): Element | undefined {
    return this.byAddress.get(address);
  }
}

const isSame = (one: Element, other: Element): boolean =>
  JSON.stringify(identifiersOf(one)) === JSON.stringify(identifiersOf(other));

/** An entry of a Bundle. */
interface Addressed {
  readonly resource: Element | undefined;
  readonly fullUrl: string | undefined;
}

/**
 * The resources of a Bundle by `fullUrl` and by type and id. What is not among them is looked up in the whole delivery
 * where its address is the same everywhere (a URL or URN): `Patient/1` is another person in another Bundle.
 */
export class BundleScope implements Scope {
  private index: ResourceIndex | undefined;

  constructor(
    private readonly entries: readonly Addressed[],
    private readonly delivery: Scope,
  ) {}

  find(address: string): Element | undefined {
    this.index ??= this.indexed();
    const found = this.index.find(address) ?? this.index.find(relativeOf(address));
    return found ?? (address.includes(':') ? this.delivery.find(address) : undefined);
  }

  private indexed(): ResourceIndex {
    const index = new ResourceIndex();
    for (const { resource, fullUrl } of this.entries) {
      if (resource === undefined) continue;
      if (fullUrl !== undefined) index.add(fullUrl, resource);
      const { resourceType, id } = resource;
      if (typeof id === 'string') index.add(`${String(resourceType)}/${id}`, resource);
    }
    return index;
  }
}

/** `Patient/1` of `https://server/fhir/Patient/1`; a URN stays as it is. */
function relativeOf(address: string): string {
  const id = address.lastIndexOf('/');
  const type = id <= 0 ? -1 : address.lastIndexOf('/', id - 1);
  return type < 0 ? address : address.slice(type + 1);
}

/** Elements that reading another resource goes by, by the type of the resource that has them. */
const READ_THROUGH: Readonly<Record<string, readonly string[]>> = {
  Patient: [],
  Organization: ['partOf'],
  PractitionerRole: ['organization'],
  Encounter: ['serviceProvider', 'period', 'episodeOfCare', 'diagnosis'],
  EpisodeOfCare: [],
  ServiceRequest: ['authoredOn'],
};

/** As much of a resource as others are read by, or undefined where none is read by its type. */
export function referable(resource: Element): Element | undefined {
  const { resourceType, id, identifier } = resource;
  const names = READ_THROUGH[String(resourceType)];
  if (names === undefined) return undefined;
  const kept: Record<string, unknown> = { resourceType, id, identifier };
  for (const name of names) if (resource[name] !== undefined) kept[name] = resource[name];
  return kept;
}
