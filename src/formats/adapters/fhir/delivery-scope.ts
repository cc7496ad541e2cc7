import { elementOf, type Element } from '../../domain/fhir/element';
import { entriesOf, isBundle } from '../../domain/fhir/bundle';
import type { Scope } from '../../domain/fhir/reading';
import { referable, ResourceIndex } from '../../domain/fhir/scope';
import { jsonParts } from './json-parts';

/**
 * What the whole delivery holds that a resource may refer to. It is read only when a resource refers to what is not
 * beside it, and then once: of every resource that others are read by as much as that takes, about half a kilobyte.
 */
export class DeliveryScope implements Scope {
  private index: ResourceIndex | undefined;
  private lacking = false;

  constructor(private readonly files: readonly string[]) {}

  find(address: string): Element | undefined {
    if (this.index === undefined) {
      this.lacking = true;
      return undefined;
    }
    return this.index.find(address);
  }

  /** Runs a reading, and once more with all the delivery at hand where it lacked something. */
  async reading<T>(read: () => T): Promise<T> {
    this.lacking = false;
    const first = read();
    if (!this.lacking) return first;
    this.index = await this.read();
    return read();
  }

  private async read(): Promise<ResourceIndex> {
    const index = new ResourceIndex();
    for (const file of this.files) {
      for await (const parts of jsonParts(file)) {
        for (const { value } of parts) take(elementOf(value), index);
      }
    }
    return index;
  }
}

/** A resource by type and id, those of a Bundle by the address they have everywhere. */
function take(resource: Element | undefined, index: ResourceIndex): void {
  if (resource === undefined) return;
  if (!isBundle(resource)) {
    const { resourceType, id } = resource;
    const kept = typeof id === 'string' ? referable(resource) : undefined;
    if (kept !== undefined) index.add(`${String(resourceType)}/${String(id)}`, kept);
    return;
  }
  for (const { fullUrl, resource: inside } of entriesOf(resource)) {
    if (inside === undefined) continue;
    if (isBundle(inside)) take(inside, index);
    const kept = fullUrl?.includes(':') === true ? referable(inside) : undefined;
    if (kept !== undefined && fullUrl !== undefined) index.add(fullUrl, kept);
  }
}
