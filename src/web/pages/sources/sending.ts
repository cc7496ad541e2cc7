import { answered } from '../../site/api-refusal';
import type { Visit } from '../../site/visit';
import type { Receipt } from './receipt';

/** An event as it is sent. */
export interface SentEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}

const headers = { 'content-type': 'application/cloudevents-batch+json' };
const bodySerializer = (body: unknown): string => JSON.stringify(body);

/** What events would be answered if they were sent now, in their order; nothing is taken in. */
export async function checked({ api }: Visit, events: readonly SentEvent[]): Promise<readonly Receipt[]> {
  const asked = { body: [...events] as never, headers, bodySerializer };
  return (await answered(api.POST('/api/v1/events/check', asked))) as Receipt[];
}

/** Sends events as whoever visits; the receipts stand in their order. */
export async function sent({ api }: Visit, events: readonly SentEvent[]): Promise<readonly Receipt[]> {
  const asked = { body: [...events] as never, headers, bodySerializer };
  return (await answered(api.POST('/api/v1/events', asked))) as unknown as Receipt[];
}
