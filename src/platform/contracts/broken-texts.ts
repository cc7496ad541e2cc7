/** The paths of texts (and of names) in plain data that hold half of a surrogate pair, which no JSON can tell others. */
export function brokenTexts(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [path.join('.')];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    name.isWellFormed() ? brokenTexts(inside, [...path, name]) : [path.join('.')],
  );
}
