import { StoreError } from '../../platform/store-error';

/** What a store is told to be when something in it cannot be read as what it should be; repeats nothing that stands there. */
export function sayUnreadable(error: unknown): string {
  return `what stands in the store cannot be read as it was written (${inShort(error)}): restore it from a backup`;
}

/** What went wrong in reading, without what stands there. */
export function inShort(error: unknown): string {
  const { name = 'Error', code } = error as { name?: string; code?: string };
  const isOfStore = error instanceof StoreError || code?.startsWith('SQLITE') === true;
  return isOfStore ? (error as Error).message : name;
}
