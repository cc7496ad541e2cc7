import { ExactNumber } from './exact-number';

type Part = { readonly text: string } | { readonly value: unknown };

/**
 * A parsed value as JSON text, however deep it is nested and however many digits its numbers have: `JSON.stringify`
 * gives up after some thousand levels and has no way to write an `ExactNumber`.
 */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return writeDeep(value);
  }
}

function writeDeep(value: unknown): string {
  let written = '';
  const rest: Part[] = [{ value }];
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    if ('text' in part) written += part.text;
    else if (part.value instanceof ExactNumber) written += part.value.text;
    else if (typeof part.value !== 'object' || part.value === null) written += JSON.stringify(part.value);
    else {
      written += Array.isArray(part.value) ? '[' : '{';
      for (const inner of partsOf(part.value).reverse()) rest.push(inner);
    }
  }
  return written;
}

/** What stands between the brackets, and the closing one. */
function partsOf(value: object): Part[] {
  const parts: Part[] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined && !Array.isArray(value)) continue;
    const comma = parts.length === 0 ? '' : ',';
    parts.push({ text: Array.isArray(value) ? comma : `${comma}${JSON.stringify(name)}:` }, { value: inner });
  }
  return [...parts, { text: Array.isArray(value) ? ']' : '}' }];
}
