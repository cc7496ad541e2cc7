import type { Request } from 'express';

interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods an address takes, as `Allow` lists them; none when there is no such address. */
export function allowedMethods({ app, path }: Request): string[] {
  const { stack } = (app as unknown as { readonly router: { readonly stack: readonly Layer[] } }).router;
  const methods = stack.flatMap((layer) =>
    layer.route !== undefined && layer.match(path) ? Object.keys(layer.route.methods) : [],
  );
  const all = new Set(methods.map((method) => method.toUpperCase()));
  if (all.has('GET')) all.add('HEAD');
  return [...all].sort();
}
