// Made from contracts/words by npm run generate:words: change the words there.
import { both } from '../language';

export const OVERVIEW_WORDS = {
  title: both('Hjerterehabilitering på tværs af sektorer', 'Cardiac rehabilitation across sectors'),
  lead: both(
    'Hele landet: hvor mange der opfylder hver indikator, hvem der opfyldte den, og hvad vi ikke ved.',
    'Denmark: how many fulfil each indicator, who fulfilled it, and what we do not know.',
  ),
  digest: both('Fingeraftryk', 'Digest'),
  workingMeaning: both(
    'Indikatorerne er arbejdsdefinitioner og ikke de officielle.',
    'The indicators are working definitions, not the official ones.',
  ),
  notes: both('Sådan læses tabellen', 'How to read the table'),
};

export const CHOICE_WORDS = {
  period: both('Periode', 'Period'),
  asOf: both('Opgjort pr.', 'As of'),
  knownAt: both('Som kendt den', 'As known on'),
  level: both('Niveau', 'Level'),
  context: both('Opgjort efter', 'Counted by'),
  show: both('Vis', 'Show'),
  badPeriod: both(
    'Perioden kan ikke læses. Skriv for eksempel 2023, 2023Q1, 2023T1, 2023-05 eller all.',
    'The period cannot be read. Write for example 2023, 2023Q1, 2023T1, 2023-05 or all.',
  ),
  badDay: both('Dagen kan ikke læses. Skriv den som ÅÅÅÅ-MM-DD.', 'The day cannot be read. Write it as YYYY-MM-DD.'),
};

export const CHOOSE_USER_WORDS = {
  title: both('Log ind som demobruger', 'Sign in as a demo user'),
  lead: both(
    'Vælg, hvem du vil være. Hver bruger ser det, som den rolle må se.',
    'Choose who to be. Each user sees what that role may see.',
  ),
};
