/** A command holds no more, or a single document; a server takes 16 MiB. */
const MOST_BYTES = 8 << 20;
/** A server takes 100,000. */
const MOST_DOCUMENTS = 10_000;
/** What a member takes beside its text: its name, its type, a number. */
const BYTES_A_MEMBER = 40;
/** The most that one unit of a text takes in UTF-8. */
const BYTES_A_UNIT = 3;

/** Documents in their order, in portions that a server takes in one command. */
export function portionsOf<D extends object>(documents: readonly D[]): readonly (readonly D[])[] {
  const portions: (readonly D[])[] = [];
  let from = 0;
  let bytes = 0;
  for (const [at, document] of documents.entries()) {
    const size = mostBytesOf(document);
    if (at > from && (bytes + size > MOST_BYTES || at - from === MOST_DOCUMENTS)) {
      portions.push(documents.slice(from, at));
      from = at;
      bytes = 0;
    }
    bytes += size;
  }
  if (from < documents.length) portions.push(from === 0 ? documents : documents.slice(from));
  return portions;
}

/** What a value takes as BSON at most. */
function mostBytesOf(value: unknown): number {
  if (typeof value === 'string') return BYTES_A_MEMBER + BYTES_A_UNIT * value.length;
  if (value instanceof Uint8Array) return BYTES_A_MEMBER + value.length;
  if (typeof value !== 'object' || value === null) return BYTES_A_MEMBER;
  let bytes = BYTES_A_MEMBER;
  if (Array.isArray(value)) for (const one of value as readonly unknown[]) bytes += mostBytesOf(one);
  else for (const one of Object.values(value)) bytes += mostBytesOf(one);
  return bytes;
}
