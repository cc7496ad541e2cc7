import { SetMetadata } from '@nestjs/common';

const SAYS_ITSELF = 'rehabspor:says-itself';

/** Marks a handler that tells its reader itself what it could not use of a request, instead of refusing it: a page. */
export const SaysItself = (): MethodDecorator => SetMetadata(SAYS_ITSELF, true);

/** Whether a handler is marked so. */
export const saysItself = (handler: object): boolean => Reflect.getMetadata(SAYS_ITSELF, handler) === true;
