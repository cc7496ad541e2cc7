import { compareCodePoints } from '../../kernel/ordering';

/** A value as JSON without spaces and with members in code point order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareCodePoints(a, b)))
      : inner,
  );
}
