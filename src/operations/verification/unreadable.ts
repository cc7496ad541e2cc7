/** What a store is told to be when something in it cannot be read as what it should be; repeats nothing that stands there. */
export function sayUnreadable(error: unknown): string {
  const { name = 'Error', code } = error as { name?: string; code?: string };
  const what = code?.startsWith('SQLITE') === true ? (error as Error).message : name;
  return `what stands in the store cannot be read as it was written (${what}): restore it from a backup`;
}
