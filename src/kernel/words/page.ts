// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const PAGE_WORDS = {
  title: both('Hjerterehabilitering på tværs af sektorer', 'Cardiac rehabilitation across sectors'),
  lead: both(
    'Hele landet: hvor mange der opfylder hver indikator, hvem der opfyldte den, og hvad vi ikke ved.',
    'Denmark: how many fulfil each indicator, who fulfilled it, and what we do not know.',
  ),
  period: both('Periode', 'Period'),
  asOf: both('Opgjort pr.', 'As of'),
  show: both('Vis', 'Show'),
  otherLanguage: both('In English', 'På dansk'),
  signIn: both('Log ind', 'Sign in'),
  signOut: both('Log ud', 'Sign out'),
  signedInAs: both('Logget ind som', 'Signed in as'),
  chooseUser: both('Log ind som demobruger', 'Sign in as a demo user'),
  demo: both(
    'Demo: log ind er indbygget, og hvem som helst på denne maskine kan være hvem som helst. Kun til afprøvning, aldrig med rigtige CPR-numre.',
    'Demo: sign-in is built in, and anybody on this machine can be anybody. For trying only, never with real CPR numbers.',
  ),
  definition: both('Definition', 'Definition'),
  working: both('arbejdsdefinition', 'arbejdsdefinition (working definition)'),
  workingMeaning: both(
    'Indikatorerne er arbejdsdefinitioner og ikke de officielle.',
    'The indicators are working definitions, not the official ones.',
  ),
  digest: both('Fingeraftryk', 'Digest'),
  nobody: both('Ingen endnu', 'Nobody yet'),
  share: (said: Filling<'denominator' | 'numerator'>): Bilingual =>
    both(
      `${inDanish(said.numerator)} af ${inDanish(said.denominator)}`,
      `${inEnglish(said.numerator)} of ${inEnglish(said.denominator)}`,
    ),
  caption: both('Indikatorer for hele landet', 'Indicators for Denmark'),
  stillOpen: (said: Filling<'metSoFar' | 'pending'>): Bilingual =>
    both(
      `opfyldt foreløbig: ${inDanish(said.metSoFar)}, afventer: ${inDanish(said.pending)}`,
      `met so far: ${inEnglish(said.metSoFar)}, pending: ${inEnglish(said.pending)}`,
    ),
  onceClosed: (said: Filling<'bounds'>): Bilingual =>
    both(`kan ende på ${inDanish(said.bounds)}`, `could end at ${inEnglish(said.bounds)}`),
  notes: [
    both(
      'Perioden er indeksdagens: hvert forløb hører til den periode, det begyndte i. Tallene er om forløb, hvis vindue er lukket.',
      'The period is that of the index day: each pathway belongs to the period it began in. Numbers are about pathways whose window has ended.',
    ),
    both(
      'Skøn: opfyldte blandt dem, hvor ingen kilde var tavs eller ikke tilsluttet. Er der ingen af dem, er der intet skøn.',
      'Estimate: met among those for whom no source was silent or not connected. Where there are none of these there is no estimate.',
    ),
    both(
      'Yderpunkter: så langt ned og op kunne de tavse kilders indberetninger højst flytte andelen.',
      'Bounds: so far down and up could reports of the silent sources have moved the share at most.',
    ),
    both(
      'Af indberettede: opfyldte af de afgjorte, som de blev indberettet. Det siger intet om dem, der mangler.',
      'Of reported: met of the decided, as they were reported. It says nothing of those that are missing.',
    ),
    both(
      'Uoplyst: ingen kan sige, om indikatoren er opfyldt; nogle hører måske ikke engang til nævneren.',
      'Unknown: nobody can say whether the indicator is met; some may not even belong to the denominator.',
    ),
    both(
      'Åbne endnu: vinduet er ikke lukket. De tælles ikke med, for tidlige opfyldelser alene ville løfte andelen.',
      'Still open: the window has not ended. They are not counted, since early fulfilment alone would lift the share.',
    ),
    both(
      'Afgjort af: den sektor, hvis oplysning afgjorde, at indikatoren er opfyldt.',
      'Decided by: the sector whose information decided that the indicator is met.',
    ),
  ],
  badPeriod: both(
    'Perioden kan ikke læses. Skriv for eksempel 2023, 2023Q1, 2023T1, 2023-05 eller all.',
    'The period cannot be read. Write for example 2023, 2023Q1, 2023T1, 2023-05 or all.',
  ),
  badDay: both('Dagen kan ikke læses. Skriv den som ÅÅÅÅ-MM-DD.', 'The day cannot be read. Write it as YYYY-MM-DD.'),
  documentation: both('Programmeringsgrænseflade', 'Programming interface'),
};
