import type { Incoming } from '../../kernel/incoming';
import type { Bilingual } from '../../kernel/language';
import { senderOf } from '../../kernel/source-topic';
import { UNREADABLE_WORDS } from '../../kernel/words/receipts';
import { headerNamed, headerText, languageIn, textOf, type KafkaHeaders } from './kafka-headers';

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
type Unreadable = { readonly unreadable: Bilingual; readonly bytes: Uint8Array };

const PREFIX = 'ce_';
const STRUCTURED = 'application/cloudevents+json';
const ATTRIBUTE_NAME = /^[a-z0-9]+$/;
/** In the order people write them. */
const USUAL = ['specversion', 'id', 'source', 'type', 'time', 'receivedtime', 'datacontenttype'];
const NOTHING = new Uint8Array(0);

/**
 * A source's message as intake takes it: the text of a whole event (structured mode) or the event put together from
 * `ce_` headers and the value (binary mode), as CloudEvents' Kafka binding has them; data stay as they were written. Data
 * of a binary message that are not JSON stay as `data_base64`, so that the receipt can name the event and nothing of it
 * is lost. It is answered in what its header `accept-language` asks for. What a topic of a source's own brings was sent
 * by that source.
 */
export function incomingOf({ topic, partition, offset, timestamp, trace, headers, value }: SourceMessage): Incoming {
  const language = languageIn(headers);
  const sentBy = senderOf(topic);
  return {
    ...contentOf(headers, value),
    arrivedAt: timestamp,
    origin: `${topic}/${partition}/${offset}`,
    ...(trace === undefined ? undefined : { trace }),
    ...(language === undefined ? undefined : { language }),
    ...(sentBy === undefined ? undefined : { sentBy }),
  };
}

function contentOf(headers: KafkaHeaders, value: Buffer | null): Content {
  if (value === null) return { unreadable: UNREADABLE_WORDS.noValue, bytes: NOTHING };
  const type = mediaTypeOf(headers);
  if (type !== undefined && type.startsWith('application/cloudevents') && type !== STRUCTURED) {
    return { unreadable: UNREADABLE_WORDS.contentType({ type, structured: STRUCTURED }), bytes: value };
  }
  const attributes = Object.keys(headers).filter((name) => name.startsWith(PREFIX));
  return type === STRUCTURED || attributes.length === 0 ? structured(value) : binary(headers, attributes, value);
}

function structured(value: Buffer): Content {
  const text = textOf(value);
  return text === undefined ? { unreadable: UNREADABLE_WORDS.messageNotText, bytes: value } : { text };
}

function binary(headers: KafkaHeaders, names: readonly string[], value: Buffer): Content {
  const attributes = new Map<string, string>();
  for (const name of names) {
    const attribute = name.slice(PREFIX.length);
    const text = headerText(headers[name]);
    if (!ATTRIBUTE_NAME.test(attribute) || attribute === 'data') {
      return { unreadable: UNREADABLE_WORDS.noAttribute({ header: name }), bytes: value };
    }
    if (text === undefined) return { unreadable: UNREADABLE_WORDS.attributeTwice({ header: name }), bytes: value };
    attributes.set(attribute, text);
  }
  if (!attributes.has('specversion')) {
    return { unreadable: UNREADABLE_WORDS.noVersion({ structured: STRUCTURED }), bytes: value };
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

const contentTypeOf = (headers: KafkaHeaders): string | undefined => headerNamed(headers, 'content-type');
