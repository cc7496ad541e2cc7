// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const OPERATIONS_PAGE_WORDS = {
  title: both('Drift', 'Operations'),
  lead: both(
    'Om programmet følger med, hvad der er afvist, og hvem der er sat til side. Siden opdaterer sig selv.',
    'Whether the program keeps up, what was refused, and who is set aside. The page renews itself.',
  ),
  ready: both('Programmet kører og er klar.', 'The program runs and is ready.'),
  notReady: both(
    'Programmet er ikke klar endnu; det kan være ved at genopbygge.',
    'The program is not ready yet; it may be rebuilding.',
  ),
  lag: both('Efterslæb', 'Lag'),
  reads: both('Læser', 'Reads'),
  topic: both('Emne', 'Topic'),
  waiting: both('Venter', 'Waiting'),
  rejected: both('Afviste hændelser', 'Refused events'),
  noneRejected: both('Ingen afviste hændelser venter.', 'No refused events wait.'),
  number: both('Nummer', 'Number'),
  received: both('Modtaget', 'Received'),
  source: both('Kilde', 'Source'),
  reason: both('Hvorfor', 'Why'),
  again: (said: Filling<'number'>): Bilingual =>
    both(`Send nummer ${inDanish(said.number)} igen`, `Send number ${inEnglish(said.number)} again`),
  resent: (said: Filling<'status'>): Bilingual =>
    both(
      `Hændelsen er sendt igen; kvitteringen siger: ${inDanish(said.status)}.`,
      `The event was sent again; the receipt says: ${inEnglish(said.status)}.`,
    ),
  setAside: both('Personer sat til side', 'Persons set aside'),
  nobodySetAside: both('Ingen er sat til side.', 'Nobody is set aside.'),
  person: both('Person', 'Person'),
  stage: both('Hvor det fejlede', 'Where it failed'),
  older: both('Vis flere', 'Show more'),
  first: both('Vis de første', 'Show the first'),
  rejectedElsewhere: both(
    'Hvilke hændelser det er, ser registrets medarbejdere og kilderne selv, hver sine.',
    'Which events these are the registry’s staff see, and the sources their own.',
  ),
  waitingFor: both('Programmet venter på', 'The program waits for'),
  setAsideCount: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.count)} person er sat til side og er ikke med i nogen opgørelse.`
        : `${inDanish(said.count)} personer er sat til side og er ikke med i nogen opgørelse.`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.count)} person is set aside and in no result.`
        : `${inEnglish(said.count)} persons are set aside and in no result.`,
    ),
  setAsideElsewhere: both('Hvem det er, ser registrets medarbejdere.', 'Who that is the registry’s staff see.'),
  feeds: both('Leveringer', 'Deliveries'),
  feedsLead: (said: Filling<'count'>): Bilingual =>
    both(
      `Hvad kilderne leverer, og hvilke alarmer der er: ${inDanish(said.count)} er åbne.`,
      `What sources deliver, and which alarms there are: ${inEnglish(said.count)} are open.`,
    ),
  toFeeds: both('Se leveringerne', 'See the deliveries'),
};

export const SET_ASIDE_STAGE_WORDS = {
  folding: both('da forløbet blev samlet', 'when the pathway was put together'),
  deciding: both('da indikatorerne blev afgjort', 'when the indicators were decided'),
  counting: both('da der blev talt op', 'when they were counted'),
  explaining: both('da afgørelserne blev forklaret', 'when decisions were explained'),
};
