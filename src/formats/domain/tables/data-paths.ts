type Data = Readonly<Record<string, unknown>>;

/** What stands at a dotted path of an event's data. */
export function valueAt(data: Data, path: string): unknown {
  if (!path.includes('.')) return data[path];
  let value: unknown = data;
  for (const name of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Data)[name];
  }
  return value;
}

/** Puts a value at a dotted path of at most two names; one that is there already stays. */
export function putAt(data: Record<string, unknown>, path: string, value: unknown): void {
  if (!path.includes('.')) {
    data[path] ??= value;
    return;
  }
  const [name = '', inner = ''] = path.split('.');
  const within = (data[name] ??= {}) as Record<string, unknown>;
  within[inner] ??= value;
}
