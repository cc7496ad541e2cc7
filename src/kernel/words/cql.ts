// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const LIBRARY_WORDS = {
  title: (said: Filling<'title'>): Bilingual =>
    both(
      `${inDanish(said.title)}: indikatorerne i Clinical Quality Language (CQL)`,
      `${inEnglish(said.title)}: the indicators in Clinical Quality Language (CQL)`,
    ),
  description: (said: Filling<'id' | 'policy'>): Bilingual =>
    both(
      `Lavet af definitionssættet ${inDanish(said.id)} under ${inDanish(said.policy)}. Det læser, hvad \`export --format fhir\` skriver om en person. Populationen er en persons forløb: det, hvis indeksdag ligger i måleperioden.`,
      `Made from the definition set ${inEnglish(said.id)} under ${inEnglish(said.policy)}. It reads what \`export --format fhir\` writes of a person. The population is a person's pathway: the one whose index day lies in the measurement period.`,
    ),
  outcome: both(
    'Afgørelsens udfald; `unknown` og `pending` er kun i den første population.',
    "The decision's outcome; `unknown` and `pending` are in no population but the initial one.",
  ),
};

export const LIMIT_WORDS = {
  silence: both(
    'Om en kilde var tavs: udfald, der af den grund er uoplyst, `possible`, åbne nævnere og yderpunkter. Feedstatus hører ikke til en person. Der afgøres, som om alle kilder havde indberettet.',
    'Whether a source was silent: outcomes that are unknown for it, `possible`, open denominators and bounds. Feed statuses are of no person. What is decided is what would be if every source had reported.',
  ),
  numbers: both(
    'At to CPR-numre er samme persons: en Bundle gælder ét nummer. Bundles skal samles forinden, under det nyeste.',
    "That two CPR numbers are one person's: a Bundle is of one number. Bundles have to be joined before, under the newest.",
  ),
  moved: both(
    'At en registrering er flyttet til en anden person: den nyere version står i den persons Bundle.',
    "That a registration has moved to another person: the newer version stands in that person's Bundle.",
  ),
  knownAt: both(
    'Hvad der var kendt på et tidligere tidspunkt: de gældende versioner er dem i Bundlen.',
    'What was known at an earlier time: the versions in force are those of the Bundle.',
  ),
  second: (said: Filling<'days'>): Bilingual =>
    both(
      `Et andet forløb i samme måleperiode. En periode på højst et år har ingen, da det næste åbner mere end ${inDanish(said.days)} dage efter det forrige; af en længere periode afgøres det første forløb.`,
      `A second pathway in one measurement period. A period of a year or less holds none, since the next opens more than ${inEnglish(said.days)} days after the one before; of a longer period the first pathway is decided.`,
    ),
  bridging: both(
    'At en værdi fra broperioden tæller dér (R23): et forløb hører til den periode, indeksdagen ligger i.',
    'That a value of the bridging period counts there (R23): a pathway belongs to the period of its index day.',
  ),
  units: both(
    'Hvem der har ansvaret, hvor patienten bor, og rater for sygehuse, kommuner og regioner.',
    'Who is responsible, where the patient lives, and the rates of hospitals, municipalities and regions.',
  ),
  grounds: both(
    'De fakta, der afgjorde, afgørelsens fund og dens forklaring.',
    'The facts that decided, the findings and the explanation of a decision.',
  ),
  elements: both(
    "Værdier, som FHIR's elementer ikke rummer, og som extension `event` bærer som JSON.",
    "Values that FHIR's elements do not hold and the extension `event` carries as JSON.",
  ),
};
