// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

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
};
