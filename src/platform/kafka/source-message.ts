import type { Incoming } from '../../kernel/incoming';
import type { KafkaHeaders } from './kafka-headers';

/** A message of a source topic as it came. */
export interface SourceMessage {
  /** The topic's name in the contract. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** When the broker appended it (milliseconds); source topics are made so. */
  readonly timestamp: number;
  readonly key: string | null;
  readonly headers: KafkaHeaders;
  readonly value: Buffer | null;
  readonly trace?: string;
}

/** What a message says, without where and when it came. */
type Content = { readonly text: string } | Unreadable;
type Unreadable = { readonly unreadable: string; readonly bytes: Uint8Array };

const PREFIX = 'ce_';
const STRUCTURED = 'application/cloudevents+json';
const ATTRIBUTE_NAME = /^[a-z0-9]+$/;
/** In the order people write them. */
const USUAL = ['specversion', 'id', 'source', 'type', 'time', 'receivedtime', 'datacontenttype'];
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const NOTHING = new Uint8Array(0);

/**
 * A source's message as intake takes it: the text of a whole event (structured mode) or the event put together from
 * `ce_` headers and the value (binary mode), as CloudEvents' Kafka binding has them; data stay as they were written. Data
 * of a binary message that are not JSON stay as `data_base64`, so that the receipt can name the event and nothing of it
 * is lost.
 */
export function incomingOf({ topic, partition, offset, timestamp, trace, headers, value }: SourceMessage): Incoming {
  return {
    ...contentOf(headers, value),
    arrivedAt: timestamp,
    origin: `${topic}/${partition}/${offset}`,
    ...(trace === undefined ? undefined : { trace }),
  };
}

function contentOf(headers: KafkaHeaders, value: Buffer | null): Content {
  if (value === null) {
    const remedy = 'Send one CloudEvents event a message; to take a registration back, send it as retracted';
    return unreadable(NOTHING, 'This message has no value', remedy);
  }
  const type = mediaTypeOf(headers);
  if (type !== undefined && type.startsWith('application/cloudevents') && type !== STRUCTURED) {
    return unreadable(value, `Content type ${type} is not taken`, `Send one event a message as ${STRUCTURED}`);
  }
  const attributes = Object.keys(headers).filter((name) => name.startsWith(PREFIX));
  return type === STRUCTURED || attributes.length === 0 ? structured(value) : binary(headers, attributes, value);
}

function structured(value: Buffer): Content {
  const text = textOf(value);
  if (text === undefined) return unreadable(value, 'This message is not UTF-8 text', 'Encode events as UTF-8');
  return { text };
}

function binary(headers: KafkaHeaders, names: readonly string[], value: Buffer): Content {
  const attributes = new Map<string, string>();
  for (const name of names) {
    const attribute = name.slice(PREFIX.length);
    const text = headerText(headers[name]);
    if (!ATTRIBUTE_NAME.test(attribute) || attribute === 'data') {
      const remedy = 'Name attributes with a–z and 0–9, and put the data into the value';
      return unreadable(value, `\`${name}\` is not the header of an attribute`, remedy);
    }
    if (text === undefined) {
      return unreadable(
        value,
        `The header \`${name}\` comes twice or is not UTF-8 text`,
        'Send an attribute in one header',
      );
    }
    attributes.set(attribute, text);
  }
  if (!attributes.has('specversion')) {
    const remedy = `Send all attributes as \`ce_\` headers, or the whole event in the value as ${STRUCTURED}`;
    return unreadable(value, 'This message has `ce_` headers but no `ce_specversion`', remedy);
  }
  const contentType = contentTypeOf(headers);
  if (contentType !== undefined) attributes.set('datacontenttype', contentType);
  const event: Record<string, unknown> = {};
  for (const name of [...USUAL, ...attributes.keys()]) if (attributes.has(name)) event[name] = attributes.get(name);
  const data = jsonOf(value);
  if (data === undefined) return { text: JSON.stringify({ ...event, data_base64: value.toString('base64') }) };
  return { text: `${JSON.stringify(event).slice(0, -1)},"data":${data}}` };
}

/** JSON text as it was written; undefined for anything else. */
function jsonOf(value: Uint8Array): string | undefined {
  try {
    const text = textOf(value) ?? '';
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}

/** The media type without its parameters. */
const mediaTypeOf = (headers: KafkaHeaders): string | undefined =>
  contentTypeOf(headers)?.split(';')[0]?.trim().toLowerCase();

function contentTypeOf(headers: KafkaHeaders): string | undefined {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'content-type');
  return name === undefined ? undefined : headerText(headers[name]);
}

function headerText(header: KafkaHeaders[string]): string | undefined {
  if (header === undefined || Array.isArray(header)) return undefined;
  return typeof header === 'string' ? header : textOf(header);
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

const unreadable = (bytes: Uint8Array, what: string, remedy: string): Unreadable => ({
  unreadable: `${what}. ${remedy}.`,
  bytes,
});
