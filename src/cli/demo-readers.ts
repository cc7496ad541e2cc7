import { DEMO_USERS } from '../access/domain/demo-users';
import { danishDay } from '../kernel/day';
import type { Language } from '../kernel/language';
import { DEMO_WORDS } from '../kernel/words/demo';
import { alignedText } from '../platform/text/aligned-text';
import { answered, serverAt } from './remote/client';

/** Six demo users of six roles. */
const ASKING = ['registry', 'hospital', 'municipality', 'practice', 'administration', 'patient'];
const ODENSE = 'municipality:0461';

type Server = ReturnType<typeof serverAt>;

/**
 * What six people of six roles are answered at the same two addresses of a server with the demo's store: the pathway of
 * the constructed patient who is one of them, and a table; as text.
 */
export async function sameAddresses(url: string, now: number, language: Language): Promise<string> {
  const period = String(Number(danishDay(now).slice(0, 4)) - 1);
  const patient = await asDemoUser(url, 'patient');
  const { person = '' } = await answered(patient.GET('/api/v1/reader'));
  const rows: string[][] = [];
  for (const name of ASKING) {
    const server = await asDemoUser(url, name);
    const { title = name } = DEMO_USERS.find((user) => user.name === name) ?? {};
    rows.push([title, await pathwaySeen(server, person, language), await countSeen(server, period, language)]);
  }
  const headings = [DEMO_WORDS.who, DEMO_WORDS.person, DEMO_WORDS.numbers({ period })];
  const table = alignedText(
    headings.map((heading) => ({ heading: heading[language], side: 'left' })),
    rows,
  );
  return `${[DEMO_WORDS.sameAddress({ person })[language], '', ...table].join('\n')}\n`;
}

async function asDemoUser(url: string, user: string): Promise<Server> {
  const asking = serverAt({ address: url, token: '' }).POST('/sign-in/demo/{user}/token', {
    params: { path: { user } },
    headers: { authorization: null },
  });
  const { access_token: token } = await answered(asking);
  return serverAt({ address: url, token });
}

async function pathwaySeen(server: Server, person: string, language: Language): Promise<string> {
  const asked = await server.GET('/api/v1/persons/{person}/pathways', { params: { path: { person } } });
  if (asked.response.status === 403) {
    const reader = await answered(server.GET('/api/v1/reader'));
    const isHealthStaff = reader.purpose === 'treatment';
    return (isHealthStaff ? DEMO_WORDS.noRelation : DEMO_WORDS.notForRole)[language];
  }
  const { pathways, events, decisions } = await answered(Promise.resolve(asked));
  return DEMO_WORDS.seen({ pathways: pathways.length, events: events.length, decisions: decisions.length })[language];
}

async function countSeen(server: Server, period: string, language: Language): Promise<string> {
  const query = { period, level: 'municipality' } as const;
  const path = { key: 'participation' };
  const { view, rows } = await answered(server.GET('/api/v1/indicators/{key}/results', { params: { path, query } }));
  const { numerator = 0, denominator = 0 } = rows.find(({ unit }) => unit.id === ODENSE)?.estimate ?? {};
  return (view === 'published' ? DEMO_WORDS.perturbed : DEMO_WORDS.counted)({ numerator, denominator })[language];
}
