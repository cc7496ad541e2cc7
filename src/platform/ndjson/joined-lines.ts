/** Lines of a batch in one piece, as they travel between threads, with their places in the batch, ascending. */
export interface JoinedLines {
  readonly text: string;
  readonly places: Uint32Array;
}

/** Lines, none of which holds a line end, in one piece. */
export const joinLines = (texts: readonly string[], places: readonly number[]): JoinedLines => ({
  text: texts.join('\n'),
  places: Uint32Array.from(places),
});

/** The lines again, each with its place. */
export function linesIn({ text, places }: JoinedLines): { readonly at: number; readonly text: string }[] {
  const texts = places.length === 0 ? [] : text.split('\n');
  return texts.map((line, index) => ({ at: places[index] ?? 0, text: line }));
}
