import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A page of what was not taken of a delivery, as it stands in the file. */
export interface RejectsPage {
  readonly items: readonly object[];
  /** `after` of the next page; absent on the last. */
  readonly next?: number;
}

/** The lines of a file after the first `after`, `limit` of them at most; none where there is no file. */
export async function rejectsPage(file: string, after: number, limit: number): Promise<RejectsPage> {
  if (!existsSync(file)) return { items: [] };
  const items: object[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (number <= after) continue;
    if (items.length === limit) return { items, next: after + limit };
    items.push(JSON.parse(line) as object);
  }
  return { items };
}
