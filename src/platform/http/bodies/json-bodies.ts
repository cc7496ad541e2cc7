import type { RawBodyRequest } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problem';
import type { BodyReader } from './body-reader';
import { parseForm } from './form-text';
import { parseBody } from './json-text';

const JSON_TYPE = /^application\/(.*\+)?json\s*(;|$)/i;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;
const UPLOAD_TYPE = /^multipart\/form-data\s*(;|$)/i;
const USUAL_BYTES = 64 << 10;
const DEFINITIONS_BYTES = 128 << 10;

/**
 * Reads the body of what people and their programs post as a JSON object; `rawBody` is its text as it was written. Events
 * and deliveries are read by their own controllers. Pages take forms, and files that their own controller reads; the API does not.
 */
export function jsonBodies(reader: BodyReader, maxEventBytes: number) {
  return (request: RawBodyRequest<Request>, _response: Response, next: NextFunction): void => {
    const isLeft = isEvents(request.path) || (isOfPage(request.path) && UPLOAD_TYPE.test(typeOf(request)));
    if (request.method !== 'POST' || isLeft || !hasBody(request)) {
      next();
      return;
    }
    read(reader, request, mostFor(request.path, maxEventBytes)).then((read) => {
      Object.assign(request, read);
      next();
    }, next);
  };
}

const isEvents = (path: string): boolean => /^\/api\/v1\/(events(\/check)?|deliveries\/[^/]+)\/?$/i.test(path);

const isOfPage = (path: string): boolean => !/^\/api\//i.test(path);

const typeOf = ({ headers }: Request): string => headers['content-type'] ?? '';

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** A corrected event comes in an object of its own; nothing else here is large. */
function mostFor(path: string, maxEventBytes: number): number {
  if (/^\/api\/v1\/rejected\//i.test(path)) return maxEventBytes + 1024;
  return /^\/api\/v1\/definitions\/?$/i.test(path) ? DEFINITIONS_BYTES : USUAL_BYTES;
}

async function read(
  reader: BodyReader,
  request: Request,
  most: number,
): Promise<{ readonly body?: object; readonly rawBody?: Buffer }> {
  if (isOfPage(request.path) && FORM_TYPE.test(typeOf(request))) {
    return { body: parseForm(await reader.text(request, most, 'Say it in fewer words.')) };
  }
  if (!JSON_TYPE.test(typeOf(request))) {
    // A body of another type would be passed over, as if nothing had been sent.
    throw new Problem(415, 'The body is not named as JSON; send it with Content-Type: application/json.');
  }
  const text = await reader.text(request, most, 'See /docs for what this address takes.');
  return text.trim() === '' ? {} : { body: objectIn(text), rawBody: Buffer.from(text) };
}

function objectIn(text: string): object {
  const body = parseBody(text);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new Problem(400, 'The body is no JSON object; send the fields in one, as /docs shows.');
}
