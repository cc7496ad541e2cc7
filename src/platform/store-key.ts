import { StoreError } from './store-error';

/** The name of the note in which a store remembers the key it is filled under. */
export const KEY_NOTE = 'key';

/**
 * Throws `StoreError` unless a store is filled under the program's key. Both are notes of keys: `secret` or
 * `development`, a blank, and the fingerprint with its algorithm's name.
 */
export function refuseOtherKey(store: string, filledUnder: string | undefined, own: string): void {
  if (filledUnder === own) return;
  if (filledUnder === undefined) {
    throw refusal(`${store} does not say which key it was filled under`, 'restore it from a backup');
  }
  const remedy = isDevelopment(filledUnder)
    ? 'leave REHABSPOR_KEY out to use that store, or choose another place for a store of this key'
    : 'set REHABSPOR_KEY to the key it was filled under, or choose another place for a store of this key';
  throw refusal(`${store} was filled under ${nameOf(filledUnder)}, not under ${ownNameOf(own)}`, remedy);
}

function refusal(what: string, remedy: string): StoreError {
  return new StoreError(`${what}: ${remedy} (docs/operating.md, “The key”). Nothing was read or written.`, {
    retriable: false,
  });
}

const isDevelopment = (note: string): boolean => note.startsWith('development ');

const nameOf = (note: string): string =>
  isDevelopment(note) ? 'the development key (REHABSPOR_KEY was not set)' : 'another REHABSPOR_KEY';

const ownNameOf = (note: string): string =>
  isDevelopment(note) ? 'the development key (REHABSPOR_KEY is not set)' : 'the one that is set';
