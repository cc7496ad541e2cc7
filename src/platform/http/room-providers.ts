import type { Abstract, Provider, Type } from '@nestjs/common';

/** A class, abstract or not, that Nest injects by. */
type Token<T> = Type<T> | Abstract<T>;

/** A token for each member of an object. */
export type TokensOf<O> = { readonly [K in keyof O]: Token<O[K]> };

/**
 * What a room's composing function makes of its ports, as Nest provides it: the ports are injected by their tokens, the
 * use cases are provided by their classes. The function is called once.
 */
export function roomProviders<P extends object, U extends object>(
  compose: (ports: P) => U,
  ports: TokensOf<P>,
  useCases: Partial<TokensOf<U>>,
): Provider[] {
  const names = Object.keys(ports) as (keyof P & string)[];
  const room = Symbol(compose.name);
  const made: Provider = {
    provide: room,
    inject: names.map((name) => ports[name]),
    useFactory: (...given: unknown[]) => compose(Object.fromEntries(names.map((name, at) => [name, given[at]])) as P),
  };
  const provided = Object.entries<Token<unknown> | undefined>(useCases).flatMap(([name, token]): Provider[] =>
    token === undefined ? [] : [{ provide: token, inject: [room], useFactory: (of: U) => of[name as keyof U] }],
  );
  return [made, ...provided];
}

/** What stands already, such as the ports of a platform, as Nest provides it: each member under its token. */
export function standingProviders<O extends object>(tokens: TokensOf<O>, standing: NoInfer<O>): Provider[] {
  const names = Object.keys(tokens) as (keyof O)[];
  return names.map((name) => ({ provide: tokens[name], useValue: standing[name] }));
}
