const MOST = 500;

/** What `ask` answers to items, asked for at most 500 at a time and so many that a body of so many characters holds them; in their order. */
export async function inBatches<Item, Answer>(
  items: readonly Item[],
  mostCharacters: number,
  ask: (batch: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let batch: Item[] = [];
  let characters = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (batch.length >= MOST || (batch.length > 0 && characters + size > mostCharacters)) {
      answers.push(...(await ask(batch)));
      batch = [];
      characters = 0;
    }
    batch.push(item);
    characters += size;
  }
  if (batch.length > 0) answers.push(...(await ask(batch)));
  return answers;
}
