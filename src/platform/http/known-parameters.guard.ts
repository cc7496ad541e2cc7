import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Request } from 'express';
import { documentedNames, unknownName } from './known-names';
import { problemOfFields } from './problem-of-fields';
import { saysItself } from './says-itself';

type Handler = ReturnType<ExecutionContext['getHandler']>;

const TWICE = 'must be given once';

/** Refuses a request with a parameter, or a body, that the operation does not take: it would be passed over unseen. */
export class KnownParametersGuard implements CanActivate {
  private readonly taken = new WeakMap<Handler, { readonly query: readonly string[]; readonly body: boolean }>();

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (saysItself(handler)) return true;
    const taken = this.taken.get(handler) ?? takenBy(context.getClass(), handler);
    this.taken.set(handler, taken);
    const request = context.switchToHttp().getRequest<Request>();
    const { query } = request;
    const fields = taken.body ? [] : Object.keys((request.body as object | undefined) ?? {});
    const faults = [
      ...namesBeside(Object.keys(query), taken.query),
      ...Object.keys(query).flatMap((name) =>
        Array.isArray(query[name]) ? [{ path: name || '""', remedy: TWICE }] : [],
      ),
      ...fields.map((field) => unknownName(field, field, [])),
    ];
    if (faults.length > 0) throw problemOfFields(faults);
    return true;
  }
}

const namesBeside = (names: readonly string[], known: readonly string[]) =>
  names.filter((name) => !known.includes(name)).map((name) => unknownName(name, name, known));

function takenBy(controller: Type, handler: Handler) {
  const places = (Reflect.getMetadata('__routeArguments__', controller, handler.name) ?? {}) as Record<
    string,
    { readonly index: number }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler.name) ??
    []) as Type[];
  const of = (kind: RouteParamtypes): Type[] =>
    Object.entries(places)
      .filter(([place]) => place.startsWith(`${kind}:`))
      .map(([, { index }]) => types[index] as Type);
  const alone = (Reflect.getMetadata('swagger/apiParameters', handler) ?? []) as readonly {
    readonly in: string;
    readonly name?: string;
  }[];
  const query = [
    ...of(RouteParamtypes.QUERY).flatMap((type) => documentedNames(type)),
    ...alone.flatMap(({ in: place, name }) => (place === 'query' && name !== undefined ? [name] : [])),
  ];
  return { query, body: of(RouteParamtypes.BODY).length > 0 || of(RouteParamtypes.REQUEST).length > 0 };
}
