import supertest from 'supertest';
import { addDays } from '../../src/kernel/day';
import type { Reader, Role } from '../../src/access/domain/reader';
import { startTestServer, type TestServer } from '../http/server';
import { linesOf, type Told } from '../support/evaluate';
import { hospital, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { ANNA, type SourceEvent } from '../support/source-event';
import { as, StandIn } from '../support/stand-in';

const person = (role: Role, purpose: Reader['purpose'], more: Partial<Reader> = {}): Reader => ({
  ...{ subject: role, name: `${role} i prøven`, kind: 'person', purpose },
  roles: [role, 'public'],
  ...more,
});

/** Those who visit pages. */
export const REGISTRY = person('registry', 'quality', { name: 'Rie, registret' });
export const NURSE = person('hospital', 'treatment', { name: 'Henrik, sygehus', organisation: ODENSE_HOSPITAL });
export const THERAPIST = person('municipality', 'treatment', { name: 'Kirsten, kommune', organisation: ODENSE });
/** Of a municipality that treats nobody here. */
export const STRANGER = person('municipality', 'treatment', { subject: 'aarhus', organisation: 'municipality:0751' });
export const OPERATOR = person('operator', 'operation');
export const AUDITOR = person('auditor', 'control');

/** Pages as they are asked for over HTTP, of a store that is the spec's own; nobody has signed in unless somebody asks. */
export interface Website {
  readonly server: TestServer;
  /** A patient, as whom they sign in, by number. */
  readonly patient: (cpr: string) => Reader;
  readonly keyOf: (cpr: string) => string;
  readonly tell: (told: Told) => Promise<void>;
  /** Tells events as received when they say. */
  readonly receive: (events: readonly SourceEvent[]) => Promise<void>;
  readonly get: (path: string, reader?: Reader) => Promise<supertest.Response>;
  readonly post: (
    path: string,
    reader: Reader | undefined,
    fields: Readonly<Record<string, string>>,
  ) => Promise<supertest.Response>;
  readonly stop: () => Promise<void>;
}

export async function openWebsite(environment: Readonly<Record<string, string>> = {}): Promise<Website> {
  const server = await startTestServer(environment, { signIn: new StandIn('nobody') });
  const web = supertest(server.url);
  const keyOf = (cpr: string): string => server.embedded.keys.keyOf(cpr);
  const receive = async (texts: readonly string[], receivedAt: 'clock' | 'stated-or-clock'): Promise<void> => {
    const receipts = await server.embedded.intake.receive(
      texts.map((text) => ({ text })),
      { receivedAt },
    );
    await server.embedded.log.settled();
    expect(receipts.filter((receipt) => receipt === undefined)).toEqual([]);
  };
  return {
    server,
    keyOf,
    patient: (cpr) => person('patient', 'own', { name: 'Petra', person: keyOf(cpr) }),
    tell: (told) => receive(linesOf(told), 'clock'),
    receive: (events) => receive(linesOf(events), 'stated-or-clock'),
    get: async (path, reader) => {
      const asked = web.get(path).set('accept', 'text/html');
      return reader === undefined ? asked : asked.set(as(reader));
    },
    post: async (path, reader, fields) => {
      const posted = web.post(path).type('form').set('accept', 'text/html').send(fields);
      return reader === undefined ? posted : posted.set(as(reader));
    },
    stop: () => server.stop(),
  };
}

/** A hospital that fixed a vessel and referred, and a municipality that began in time and treated the diet. */
export const story = (cpr = ANNA): SourceEvent[] => [
  ...hospital().pci('2024-01-03', { cpr }),
  hospital().referral(ODENSE, ['training', 'diet'], '2024-01-10', { cpr }),
  municipality().start('2024-01-20', { cpr }),
  municipality().intervention('diet', '2024-02-01', { cpr }),
];

/** What a hospital sends every day from the first of March through a day, received the day after. */
export function dailyThrough(last: string): SourceEvent[] {
  const events: SourceEvent[] = [];
  for (let day = '2024-03-01'; day <= last; day = addDays(day, 1)) {
    const own = [1, 2, 3, 4, 5, 6].map((number) => hospital().contact(`k-${day}-${number}`, day));
    events.push(...own.map((event) => ({ ...event, receivedtime: `${addDays(day, 1)}T02:00:00Z` })));
  }
  return events;
}

/** What a page says to somebody who reads it, without its markup. */
export const saidOn = ({ text }: supertest.Response): string =>
  text
    .replace(/<(script|style)[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** Where a page's links lead. */
export const linksOn = ({ text }: supertest.Response): string[] =>
  [...text.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'));

/** The values of a page's hidden and other fields by name, as they would be posted. */
export const fieldsOn = ({ text }: supertest.Response): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
      const name = /\bname="([^"]*)"/.exec(input)?.[1];
      return name === undefined ? [] : [[name, /\bvalue="([^"]*)"/.exec(input)?.[1] ?? '']];
    }),
  );
