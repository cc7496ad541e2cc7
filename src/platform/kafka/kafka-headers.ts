import type { Language } from '../../kernel/language';
import { languageAskedIn } from '../../kernel/language-asked';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A message's headers as kafkajs gives them; a name that comes several times has a list. */
export type KafkaHeaders = Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;

/** The W3C trace context a message came with. */
export function traceOf(headers: KafkaHeaders | undefined): { readonly trace?: string } {
  const header = headers?.['traceparent'];
  return header === undefined || Array.isArray(header) ? {} : { trace: header.toString() };
}

/** The language that the header `accept-language` asks to be answered in. */
export function languageIn(headers: KafkaHeaders): Language | undefined {
  const asked = headerNamed(headers, 'accept-language');
  return asked === undefined ? undefined : languageAskedIn(asked);
}

/** A header by its name, in whatever case it is written. */
export function headerNamed(headers: KafkaHeaders, wanted: string): string | undefined {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === wanted);
  return name === undefined ? undefined : headerText(headers[name]);
}

/** A header's text; undefined where it comes several times or is no text. */
export function headerText(header: KafkaHeaders[string]): string | undefined {
  if (header === undefined || Array.isArray(header)) return undefined;
  return typeof header === 'string' ? header : textOf(header);
}

/** Bytes as UTF-8 text; undefined where they are none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}
