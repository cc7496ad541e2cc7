import supertest from 'supertest';
import type { Reader } from '../../src/access/domain/reader';
import { as } from '../support/stand-in';
import { ODENSE } from '../support/sectors';
import { fieldsOn, THERAPIST, type Website } from './website';

/** Where the municipality of these specs hands in files. */
export const FILES = `/kilder/${ODENSE}/fil`;

/** Chooses a file on the page and looks at what it says. */
export const look = (
  { server }: Website,
  content: string | Uint8Array,
  { reader = THERAPIST, name = 'juni.csv' }: { readonly reader?: Reader | undefined; readonly name?: string } = {},
): supertest.Test => {
  const posted = supertest(server.url).post(FILES).set('accept', 'text/html');
  return posted.set(as(reader)).attach('file', Buffer.from(content), name);
};

/** Presses a button of the page that shows what a file says. */
export const press = (
  { post }: Website,
  page: supertest.Response,
  what: 'send' | 'faulty',
  reader = THERAPIST,
): Promise<supertest.Response> => post(FILES, reader, { ticket: fieldsOn(page)['ticket'] ?? '', do: what });

export const HEADER = 'type;cpr;courseId;startedOn;kind;deliveredOn;measuredOn;anxiety;depression;endedOn;outcome;id';
/** Rows that can be sent, each in another form of the same things. */
export const SOUND = [
  'start;150277-9995;F-1;01-03-2024;;;;;;;;',
  'intervention;1502779995;F-1;;træning;05.03.2024;;;;;;',
  'måling;150277-9995;;;HADS;;2024-03-02;9;4;;;',
  'end;150277-9995;F-1;;;;;;;2024-05-31;gennemført;',
];
/** No such day; no such number; no such kind. */
const FAULTY = [
  'start;150277-9995;F-2;31-02-2024;;;;;;;;',
  'measurement;320177-9995;;;hads;;2024-03-02;9;4;;;',
  'slut;020160-9995;F-3;;;;;;;2024-05-31;completed;',
];
/** A month of which three rows must be corrected. */
export const MONTH = [HEADER, ...SOUND, ...FAULTY].join('\r\n');
