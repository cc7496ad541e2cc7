import { digestOfName } from '../../kernel/digest';
import type { ContentMode } from '../../ports/webhook-book';
import type { DecisionEvent } from './cloud-event';

/** Events as a request body (CloudEvents 1.0.2, HTTP protocol binding, 3.2 structured and 3.3 batched content mode). */
export interface EventMessage {
  /** The same for the same events, so that a request that comes again is known. */
  readonly id: string;
  readonly contentType: string;
  readonly body: string;
}

/** Writes events as a mode wants them; in structured mode there is one. */
export function messageOf(events: readonly DecisionEvent[], mode: ContentMode): EventMessage {
  const id = `m_${digestOfName(...events.map((event) => event.id))}`;
  return mode === 'structured'
    ? { id, contentType: 'application/cloudevents+json; charset=utf-8', body: JSON.stringify(events[0]) }
    : { id, contentType: 'application/cloudevents-batch+json; charset=utf-8', body: JSON.stringify(events) };
}
