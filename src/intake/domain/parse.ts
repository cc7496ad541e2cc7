import type { Incoming } from '../../kernel/incoming';
import { RECEIPT_WORDS } from '../../kernel/words/receipts';
import { refuse, type Refusal } from './refusal';

/** What arrived as a JSON value, or why it cannot be one. */
export function parse(arrival: Incoming): { readonly event: unknown } | { readonly failure: Refusal } {
  if ('value' in arrival) return { event: arrival.value };
  if ('unreadable' in arrival) return { failure: refuse('INVALID_EVENT', undefined, arrival.unreadable) };
  try {
    return { event: JSON.parse(arrival.text) as unknown };
  } catch {
    return { failure: refuse('INVALID_EVENT', undefined, RECEIPT_WORDS.noJson) };
  }
}
