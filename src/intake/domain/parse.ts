import type { Incoming } from '../../kernel/incoming';
import { refuse, type Refusal } from './refusal';

/** What arrived as a JSON value, or why it cannot be one. */
export function parse(arrival: Incoming): { readonly event: unknown } | { readonly failure: Refusal } {
  if ('value' in arrival) return { event: arrival.value };
  if ('unreadable' in arrival) return { failure: refuse('INVALID_EVENT', undefined, arrival.unreadable) };
  try {
    return { event: JSON.parse(arrival.text) as unknown };
  } catch {
    const remedy = 'This line is not JSON; it may be cut off. Send one whole JSON object a line.';
    return { failure: refuse('INVALID_EVENT', undefined, remedy) };
  }
}
