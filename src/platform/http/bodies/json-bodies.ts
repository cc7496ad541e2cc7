import type { RawBodyRequest } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problem';
import type { BodyReader } from './body-reader';
import { parseBody } from './json-text';

const JSON_TYPE = /^application\/(.*\+)?json\s*(;|$)/i;
const USUAL_BYTES = 64 << 10;
const DEFINITIONS_BYTES = 128 << 10;

/**
 * Reads the body of what people and their programs post as a JSON object; `rawBody` is its text as it was written. Events
 * are read by their own controller.
 */
export function jsonBodies(reader: BodyReader, maxEventBytes: number) {
  return (request: RawBodyRequest<Request>, _response: Response, next: NextFunction): void => {
    if (request.method !== 'POST' || isEvents(request.path) || !hasBody(request)) {
      next();
      return;
    }
    read(reader, request, mostFor(request.path, maxEventBytes)).then((read) => {
      Object.assign(request, read);
      next();
    }, next);
  };
}

const isEvents = (path: string): boolean => /^\/api\/v1\/events\/?$/i.test(path);

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
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
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
