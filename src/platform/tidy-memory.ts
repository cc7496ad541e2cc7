import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;
/** What was in use after the last collection, in bytes. */
let leftBytes = 0;
/** So much of what came since is worth a collection: more than is allocated between two short ones. */
const GROWN_BYTES = 64 << 20;

/**
 * Collects garbage now. Long imports call it between units of work: what they drop is large and old, and left to
 * itself the heap would grow to several times of what is in use before it is collected.
 */
export function tidyMemory(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  leftBytes = getHeapStatistics().used_heap_size;
}

/** Collects garbage where there is much of it since it was last done. */
export function tidyGrownMemory(): void {
  if (getHeapStatistics().used_heap_size - leftBytes > GROWN_BYTES) tidyMemory();
}
