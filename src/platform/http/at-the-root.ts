import { RequestMethod, SetMetadata, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';

const AT_THE_ROOT = 'rehabspor:at-the-root';

/** Marks a controller that answers at the root, not below the API's prefix. */
export const AtTheRoot = (): ClassDecorator => SetMetadata(AT_THE_ROOT, true);

/** The addresses of the controllers that are marked so, as they are kept out of a global prefix. */
export function addressesAtTheRoot(app: INestApplication): { path: string; method: RequestMethod }[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => (isAtTheRoot(metatype as Type | null) ? [metatype as Type] : []))
    .flatMap((controller) => {
      const prototype = controller.prototype as Record<string, object>;
      const before = pathsIn(controller);
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name] as object))
        .flatMap((name) =>
          pathsIn(prototype[name] as object).flatMap((path) => before.map((one) => joined(one, path))),
        );
    })
    .map((path) => ({ path, method: RequestMethod.ALL }));
}

const isAtTheRoot = (controller: Type | null): boolean =>
  controller !== null && Reflect.getMetadata(AT_THE_ROOT, controller) === true;

const pathsIn = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');
