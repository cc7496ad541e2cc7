import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { AccessTable } from '../domain/access-table';

type Handler = (...given: never[]) => unknown;

/** The `operationId` a handler is documented under; undefined when it has none. */
export const operationOf = (handler: Handler | object): string | undefined =>
  (Reflect.getMetadata('swagger/apiOperation', handler) as { readonly operationId?: string } | undefined)?.operationId;

/** Throws, naming them, when the server answers at an address of which the table does not say who may see what. */
export function requireRows(table: AccessTable, discovery: DiscoveryService, scanner: MetadataScanner): void {
  const without = discovery.getControllers().flatMap(({ instance }): string[] => {
    const prototype = Object.getPrototypeOf(instance as object) as Readonly<Record<string, Handler>>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata('path', prototype[name] as Handler))
      .map((name) => operationOf(prototype[name] as Handler) ?? `${prototype.constructor.name}.${name}`)
      .filter((operation) => !table.has(operation));
  });
  if (without.length === 0) return;
  throw new Error(
    `contracts/access.yaml does not say who may see what ${without.join(', ')} ${without.length === 1 ? 'answers' : 'answer'}: ` +
      'give each a row; nothing is served without one.',
  );
}
