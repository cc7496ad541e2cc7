import { DEMO_USERS } from '../../src/access/domain/demo-users';
import { demoAt } from './browsing';

/** Whoever visits: every demo user that is a person, and somebody who has not signed in. */
export const VISITORS: readonly string[] = [
  ...DEMO_USERS.map(({ name }) => name).filter((name) => !name.endsWith('-system')),
  'public',
];

/** Constructed number of the FAQ's patient, whom the demo's patient is too. */
const GOLDEN_CPR = '1502779995';
const ODENSE_HOSPITAL = 'hospital:330901000016003';
const ODENSE = 'municipality:0461';

/** What an operation of the API answers a demo user. */
async function askedAs<T>(user: string, path: string, init: RequestInit = {}): Promise<T> {
  const { access_token: token } = (await (
    await fetch(demoAt(`/sign-in/demo/${user}/token`), { method: 'POST' })
  ).json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(demoAt(path), { ...init, headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return (await answer.json()) as T;
}

/** The key of a person by number. */
const personKeyOf = async (cpr: string): Promise<string> =>
  (
    await askedAs<{ person: string }>('registry', '/api/v1/persons/lookup', {
      method: 'POST',
      body: JSON.stringify({ cpr }),
    })
  ).person;

/** Every page, by an address at which there is something to see, with somebody who sees most of it. */
export async function everyPage(): Promise<readonly { readonly path: string; readonly best: string }[]> {
  const person = await personKeyOf(GOLDEN_CPR);
  return [
    { path: '/', best: 'registry' },
    { path: '/sign-in/demo', best: 'public' },
    { path: '/indikatorer', best: 'registry' },
    { path: '/indikatorer/diet', best: 'registry' },
    { path: `/indikatorer/diet/udvikling?unit=${ODENSE}`, best: 'registry' },
    { path: `/indikatorer/diet/patienter?unit=${ODENSE_HOSPITAL}`, best: 'registry' },
    { path: '/enheder', best: 'registry' },
    { path: `/enheder/${ODENSE_HOSPITAL}`, best: 'registry' },
    { path: `/enheder/${ODENSE}`, best: 'municipality' },
    { path: '/leveringer', best: 'registry' },
    { path: `/leveringer/${ODENSE_HOSPITAL}`, best: 'registry' },
    { path: '/overgange', best: 'registry' },
    { path: '/definitioner', best: 'registry' },
    { path: '/definitioner/ny', best: 'registry' },
    { path: '/definitioner/dhrd-2023/2', best: 'registry' },
    { path: '/metadata', best: 'public' },
    { path: '/metadata/datakatalog', best: 'public' },
    { path: '/metadata/koder', best: 'public' },
    { path: '/metadata/regler', best: 'public' },
    { path: '/metadata/organisationer', best: 'public' },
    { path: '/drift', best: 'registry' },
    { path: '/rapporter', best: 'registry' },
    { path: '/rapporter/ny', best: 'registry' },
    { path: '/rapporter/sammenlign', best: 'registry' },
    { path: '/rapporter/abonnementer', best: 'registry' },
    { path: '/personer', best: 'hospital' },
    { path: `/personer/${person}`, best: 'municipality' },
    { path: '/arbejdsliste', best: 'hospital' },
    { path: `/kilder/${ODENSE_HOSPITAL}`, best: 'hospital' },
    { path: `/kilder/${ODENSE}`, best: 'municipality' },
    { path: `/kilder/${ODENSE}/indberet`, best: 'municipality' },
    ...['start', 'forloeb', 'maaling', 'slut'].map((form) => ({
      path: `/kilder/${ODENSE}/indberet/${form}`,
      best: 'municipality',
    })),
    { path: `/kilder/${ODENSE}/fil`, best: 'municipality' },
    { path: '/mig', best: 'patient' },
    { path: '/opslag?kontrol=1', best: 'auditor' },
    { path: '/tilgaengelighed', best: 'public' },
    { path: '/findes-ikke', best: 'public' },
  ];
}
