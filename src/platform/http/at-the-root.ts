import { SetMetadata, type INestApplication, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService } from '@nestjs/core';

const AT_THE_ROOT = 'rehabspor:at-the-root';
const BELOW = 'rehabspor:below';

/** Marks a controller that answers at the root, not below the API's prefix. */
export const AtTheRoot = (): ClassDecorator => SetMetadata(AT_THE_ROOT, true);

/**
 * Puts the controllers that are not marked so below a prefix, before they are asked for their addresses. It goes by
 * controller, not by address: a page and an operation of the API may be spelled alike, `/metadata` and `/api/v1/metadata`.
 */
export function putBelow(app: INestApplication, prefix: string): void {
  for (const { metatype } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    const controller = metatype as Type | null;
    if (controller === null || isAtTheRoot(controller) || Reflect.hasOwnMetadata(BELOW, controller)) continue;
    const paths = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
    const below = paths.map((path) => `${prefix}/${path.replace(/^\/+/, '')}`);
    Reflect.defineMetadata(PATH_METADATA, below, controller);
    Reflect.defineMetadata(BELOW, true, controller);
  }
}

const isAtTheRoot = (controller: Type): boolean => Reflect.getMetadata(AT_THE_ROOT, controller) === true;
