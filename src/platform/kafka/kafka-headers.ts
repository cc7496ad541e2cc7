/** A message's headers as kafkajs gives them; a name that comes several times has a list. */
export type KafkaHeaders = Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;

/** The W3C trace context a message came with. */
export function traceOf(headers: KafkaHeaders | undefined): { readonly trace?: string } {
  const header = headers?.['traceparent'];
  return header === undefined || Array.isArray(header) ? {} : { trace: header.toString() };
}
