import { maskCpr } from '../../kernel/cpr-text';

const DEEPEST = 6;

/** A value for the log: texts masked, errors as what they are, nothing deeper than a log line needs. */
export function maskedValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskCpr(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) return '…';
  if (value instanceof Error) return maskedError(value, depth);
  if (Array.isArray(value)) return value.map((item) => maskedValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [maskCpr(name), maskedValue(inner, depth + 1)]),
  );
}

function maskedError(error: Error, depth: number): object {
  return {
    type: error.constructor.name,
    message: maskCpr(error.message),
    ...(error.stack === undefined ? undefined : { stack: maskCpr(error.stack) }),
    ...(error.cause === undefined ? undefined : { cause: maskedValue(error.cause, depth + 1) }),
  };
}
