import { existsSync, readFileSync } from 'node:fs';

/** Of what `/proc` counts, a second. */
const TICKS_A_SECOND = 100;

/** Processing time in seconds since the machine started: all of it, and that of this process with its ended children. */
interface Spent {
  readonly all: number;
  readonly own: number;
}

/** Undefined where the system does not tell. */
function spent(): Spent | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const own = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0);
  return { all: (user + nice + system + irq + softirq) / TICKS_A_SECOND, own: own / TICKS_A_SECOND };
}

/** Runs work and tells how many seconds of processing time others took meanwhile: what was timed beside much of that is worth little. */
export async function besideOthers<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: number; readonly othersSeconds: number | undefined }> {
  const before = spent();
  const begun = performance.now();
  const result = await work();
  const after = spent();
  const othersSeconds =
    before === undefined || after === undefined
      ? undefined
      : Math.max(0, Math.round((after.all - before.all - (after.own - before.own)) * 10) / 10);
  return { result, seconds: Math.round((performance.now() - begun) / 100) / 10, othersSeconds };
}
