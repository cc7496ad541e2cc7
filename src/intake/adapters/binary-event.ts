import type { Request } from 'express';
import type { Incoming } from '../../kernel/incoming';
import type { Bilingual } from '../../kernel/language';
import { UNREADABLE_WORDS } from '../../kernel/words/receipts';
import type { BodyReader } from '../../platform/http/bodies/body-reader';
import { parseBody } from '../../platform/http/bodies/json-text';
import { REMEDY } from './event-body';
import type { IntakeLimits } from './intake-limits';

const PREFIX = 'ce-';
const ATTRIBUTE_NAME = /^[a-z0-9]+$/;
/** In the order people write them. */
const USUAL = ['specversion', 'id', 'source', 'type', 'time', 'receivedtime', 'datacontenttype'];

/** True when an event's attributes stand in headers: CloudEvents' binary mode. A content type of theirs says otherwise. */
export const isBinary = ({ headers }: Request): boolean =>
  !/^\s*application\/cloudevents/i.test(headers['content-type'] ?? '') &&
  Object.keys(headers).some((name) => name.startsWith(PREFIX));

/**
 * Reads an event in CloudEvents' binary mode for HTTP: attributes, extensions too, in `ce-` headers, percent-encoded where
 * they are no printable ASCII, and the data as the body. It becomes the text of the same event in structured mode, so that
 * the data stay as they were written. Data that are no JSON stay as `data_base64`: the receipt can name the event.
 */
export async function readBinaryEvent(
  reader: BodyReader,
  request: Request,
  { lines, maxBodyBytes }: IntakeLimits,
): Promise<Incoming> {
  const body = await reader.text(request, maxBodyBytes, REMEDY);
  const given = attributesOf(request);
  if ('failure' in given) return { unreadable: given.failure, bytes: Buffer.from(body) };
  const attributes = JSON.stringify(given.attributes).slice(1, -1);
  const data = isJson(body) ? `"data":${body}` : `"data_base64":"${Buffer.from(body).toString('base64')}"`;
  const text = `{${[attributes, data].filter((part) => part !== '').join(',')}}`;
  const size = Buffer.byteLength(text);
  if (size <= lines.maxEventBytes) return { text };
  const unreadable = UNREADABLE_WORDS.eventTooLong({ bytes: size, most: lines.maxEventBytes });
  return { unreadable, bytes: Buffer.from(text) };
}

/** The attributes in headers, or why they are none. */
function attributesOf({
  headers,
}: Request): { readonly attributes: Record<string, string> } | { readonly failure: Bilingual } {
  const given = new Map<string, string>();
  for (const name of Object.keys(headers).filter((header) => header.startsWith(PREFIX))) {
    const attribute = name.slice(PREFIX.length);
    const value = decoded(String(headers[name]));
    if (!ATTRIBUTE_NAME.test(attribute) || attribute === 'data') {
      return { failure: UNREADABLE_WORDS.noHttpAttribute };
    }
    if (value === undefined) {
      return { failure: UNREADABLE_WORDS.notEncoded({ header: name }) };
    }
    given.set(attribute, value);
  }
  const type = headers['content-type'];
  // JSON is UTF-8 whether that is said or not, and the event is the same.
  if (type !== undefined) given.set('datacontenttype', type.replace(/\s*;\s*charset="?utf-8"?\s*$/i, ''));
  const inOrder = [...USUAL.filter((name) => given.has(name)), ...[...given.keys()].filter((n) => !USUAL.includes(n))];
  return { attributes: Object.fromEntries(inOrder.map((name) => [name, given.get(name) as string])) };
}

/** A header's text as CloudEvents' HTTP binding (3.1.3.2) decodes it: unquoted, then percent-decoded; undefined when it cannot be. */
function decoded(header: string): string | undefined {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(header)?.[1];
  try {
    return decodeURIComponent(quoted === undefined ? header : quoted.replace(/\\(.)/g, '$1'));
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  if (text.trim() === '') return false;
  try {
    JSON.parse(text);
  } catch {
    return false;
  }
  parseBody(text); // A problem when it is nested too deeply.
  return true;
}
