/** Nothing is remembered of longer texts. */
const LONGEST = 64;

/**
 * The same function, which remembers what it said: for one that is asked about few texts over and over. After `most`
 * texts all are forgotten.
 */
export function remembering<V>(of: (text: string) => V, most = 1_000): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as V;
    const said = of(text);
    if (text.length <= LONGEST) {
      if (known.size >= most) known.clear();
      known.set(text, said);
    }
    return said;
  };
}
