import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Incoming } from '../../kernel/incoming';
import type { Language } from '../../kernel/language';
import type { Receipt } from '../../kernel/receipt';
import { told } from '../domain/note';
import type { PersonNotes } from '../domain/person-notes';

/** What became of an event, as far as its person's notes need it. */
type Result = { readonly arrival: Incoming } & (
  | { readonly result: 'accepted'; readonly told: ClinicalEvent }
  | { readonly result: 'refused' | 'duplicate' | 'reused' | 'taken' }
);

/**
 * The receipts with what accepted events are told by all that is known of their persons by now. A note is not worth a
 * receipt: what was taken is answered as taken, whatever stands in the way of saying more.
 */
export async function withPersonNotes(
  personNotes: PersonNotes | undefined,
  results: readonly (Result | undefined)[],
  receipts: readonly (Receipt | undefined)[],
  language: Language = 'en',
): Promise<(Receipt | undefined)[]> {
  const eventOf = (result: Result | undefined) => (result?.result === 'accepted' ? result.told : undefined);
  const accepted = results.map(eventOf).filter((event) => event !== undefined);
  const notes = accepted.length === 0 ? undefined : await notesOf(personNotes, accepted);
  if (notes === undefined || notes.size === 0) return [...receipts];
  return receipts.map((receipt, at) => {
    const event = eventOf(results[at]);
    const found = event === undefined ? undefined : notes.get(event);
    if (receipt === undefined || found === undefined) return receipt;
    return {
      ...receipt,
      notes: [...(receipt.notes ?? []), ...told(found, results[at]?.arrival.language ?? language)],
    };
  });
}

async function notesOf(personNotes: PersonNotes | undefined, accepted: readonly ClinicalEvent[]) {
  try {
    return await personNotes?.of(accepted);
  } catch {
    return undefined;
  }
}
