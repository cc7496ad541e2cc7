/** The least number of letters put in, taken out, changed or swapped that makes one text the other (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const present = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const change = a[row - 1] === b[at - 1] ? 0 : 1;
      let edits = Math.min(
        (last[at] as number) + 1,
        (present[at - 1] as number) + 1,
        (last[at - 1] as number) + change,
      );
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) {
        edits = Math.min(edits, (beforeLast[at - 2] as number) + 1);
      }
      present.push(edits);
    }
    [beforeLast, last] = [last, present];
  }
  return last[b.length] as number;
}

const LONGEST = 60;

/**
 * The name among those known that was most likely meant, letters' case aside: at most a third of it is written otherwise.
 * Undefined when none is that near.
 */
export function nearestTo(written: string, known: Iterable<string>): string | undefined {
  if (written.length > LONGEST) return undefined;
  const plain = written.toLowerCase();
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const name of known) {
    const most = Math.floor(name.length / 3);
    if (Math.abs(name.length - written.length) > most) continue;
    const edits = editsBetween(plain, name.toLowerCase());
    if (edits <= most && edits < fewest) [nearest, fewest] = [name, edits];
  }
  return nearest;
}
