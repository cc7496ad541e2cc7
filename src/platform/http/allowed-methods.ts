import type { Request } from 'express';

interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods an address takes, as `Allow` lists them, a name's own before those of names in its place; none when there is no such address. */
export function allowedMethods({ app, path }: Request): string[] {
  const { stack } = (app as unknown as { readonly router: { readonly stack: readonly Layer[] } }).router;
  const routes = stack.flatMap((layer) => (layer.route !== undefined && layer.match(path) ? [layer.route] : []));
  const exact = routes.filter((route) => !String(route.path).includes(':'));
  const methods = (exact.length > 0 ? exact : routes).flatMap((route) => Object.keys(route.methods));
  const all = new Set(methods.map((method) => method.toUpperCase()));
  if (all.has('GET')) all.add('HEAD');
  return [...all].sort();
}
