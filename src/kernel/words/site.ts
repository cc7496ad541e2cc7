// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const SITE_WORDS = {
  name: both('rehabspor', 'rehabspor'),
  about: both(
    'Hjerterehabilitering på tværs af sygehus, kommune og almen praksis',
    'Cardiac rehabilitation across hospital, municipality and general practice',
  ),
  skip: both('Gå til indholdet', 'Go to the content'),
  menu: both('Menu', 'Menu'),
  pages: both('Sider', 'Pages'),
  where: both('Her er du', 'You are here'),
  otherLanguage: both('In English', 'På dansk'),
  signIn: both('Log ind', 'Sign in'),
  signOut: both('Log ud', 'Sign out'),
  signedInAs: (said: Filling<'name'>): Bilingual =>
    both(`Logget ind som ${inDanish(said.name)}`, `Signed in as ${inEnglish(said.name)}`),
  demo: both(
    'Demo: log ind er indbygget, og hvem som helst på denne maskine kan være hvem som helst. Kun til afprøvning, aldrig med rigtige CPR-numre.',
    'Demo: sign-in is built in, and anybody on this machine can be anybody. For trying only, never with real CPR numbers.',
  ),
  published: both(
    'Tallene er den offentliggjorte visning: hvert antal er ændret lidt, så ingen kan kendes.',
    'Numbers are the published view: every count is changed a little so that nobody can be told.',
  ),
  show: both('Vis', 'Show'),
  search: both('Søg', 'Search'),
  send: both('Send', 'Send'),
  back: both('Tilbage', 'Back'),
  all: both('Alle', 'All'),
  yes: both('ja', 'yes'),
  no: both('nej', 'no'),
  none: both('ingen', 'none'),
  documentation: both('Programmeringsgrænseflade', 'Programming interface'),
  accessibility: both('Tilgængelighedserklæring', 'Accessibility statement'),
  renewed: both('Siden er opdateret.', 'The page was renewed.'),
};

export const NAVIGATION_WORDS = {
  overview: both('Overblik', 'Overview'),
  indicators: both('Indikatorer', 'Indicators'),
  units: both('Enheder', 'Units'),
  deliveries: both('Leveringer', 'Deliveries'),
  transitions: both('Overgange', 'Transitions'),
  reports: both('Rapporter', 'Reports'),
  definitions: both('Definitioner', 'Definitions'),
  persons: both('Patienter', 'Patients'),
  worklist: both('Arbejdsliste', 'Worklist'),
  own: both('Min organisation', 'My organisation'),
  mine: both('Mit forløb', 'My pathway'),
  looks: both('Opslag', 'Looks'),
  operations: both('Drift', 'Operations'),
  metadata: both('Metadata', 'Metadata'),
};

export const PROBLEM_TITLE_WORDS = {
  bad: both('Det kan siden ikke vise', 'The page cannot show that'),
  signIn: both('Log ind først', 'Sign in first'),
  forbidden: both('Det må du ikke se', 'You may not see this'),
  missing: both('Siden findes ikke', 'There is no such page'),
  busy: both('Prøv igen om lidt', 'Try again in a moment'),
  fault: both('Noget gik galt hos os', 'Something went wrong on our side'),
};

export const PROBLEM_SAYS_WORDS = {
  bad: both(
    'Noget af det, der blev spurgt om eller skrevet, kan ikke bruges. Ret det, og prøv igen.',
    'Something that was asked for or written cannot be used. Change it and try again.',
  ),
  signIn: both('Denne side er for dem, der er logget ind.', 'This page is for those who have signed in.'),
  forbidden: both(
    'Din rolle eller din organisation giver ikke adgang til dette. Sundhedspersonale, der behandler patienten, kan skrive hvorfor og få adgang; det bliver kontrolleret.',
    'Neither your role nor your organisation gives access to this. Health staff who treat the patient can say why and be let in; that is looked at later.',
  ),
  missing: both(
    'Adressen er forkert, eller det, der stod her, findes ikke mere. Gå til overblikket, eller brug menuen.',
    'The address is wrong, or what stood here is there no longer. Go to the overview, or use the menu.',
  ),
  busy: both(
    'Det kan ikke vises lige nu. Intet er gået tabt; prøv igen om lidt.',
    'It cannot be shown just now. Nothing is lost; try again in a moment.',
  ),
  fault: both(
    'Fejlen er noteret, og det, du har sendt, er ikke behandlet. Prøv igen, og skriv til os, hvis det sker igen.',
    'The fault was noted, and what you sent was not dealt with. Try again, and write to us if it happens again.',
  ),
};

export const PROBLEM_WORDS = {
  details: both('Hvad programmet svarede', 'What the program answered'),
  toOverview: both('Til overblikket', 'To the overview'),
};
