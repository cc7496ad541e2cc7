// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const METADATA_PAGE_WORDS = {
  title: both('Metadata', 'Metadata'),
  lead: both(
    'Hvad der er registreret, af hvem og hvordan, hvor dækkende det er, og hvad tallene betyder. Siden er åben for alle.',
    'What is registered, by whom and how, how far it covers, and what the numbers mean. The page is open to everyone.',
  ),
  contents: both('Om registret', 'About the registry'),
  overview: both('Overblik', 'Overview'),
  dictionary: both('Datakatalog', 'Data dictionary'),
  codes: both('Koder og målinger', 'Codes and measures'),
  rules: both('Regler', 'Rules'),
  organisations: both('Organisationer', 'Organisations'),
  what: both('Hvad der er registreret', 'What is registered'),
  whatLead: (said: Filling<'count' | 'definition'>): Bilingual =>
    both(
      `Forløb for patienter, der har haft blodprop i hjertet eller er behandlet for åreforkalkning i hjertet: hændelser fra sygehus, kommune, almen praksis og registre, samlet for hver patient. Af dem afgøres ${inDanish(said.count)} indikatorer efter definitionen ${inDanish(said.definition)}.`,
      `Pathways of patients who had a heart attack or were treated for ischaemic heart disease: events from hospitals, municipalities, general practice and registers, joined for each patient. By them ${inEnglish(said.count)} indicators are decided under the definition ${inEnglish(said.definition)}.`,
    ),
  kept: both(
    'Personnummeret gemmes forseglet og for sig selv. I tal, lister og filer kendes patienter kun ved et pseudonym.',
    'The CPR number is kept sealed and by itself. In numbers, lists and files patients are known by a pseudonym only.',
  ),
  definitions: both('Se alle definitioner', 'See every definition'),
  sources: both('Kilder', 'Sources'),
  sourcesCaption: both('Hvem der indberetter, hvad, og hvordan det er kodet', 'Who reports what, and how it is coded'),
  source: both('Kilde', 'Source'),
  known: both('Kendes ved', 'Known by'),
  channel: both('Kommer som', 'Comes as'),
  reports: both('Indberetter', 'Reports'),
  never: both('Indberetter aldrig', 'Never reports'),
  events: both('Hændelser', 'Events'),
  organisationCount: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} organisation` : `${inDanish(said.count)} organisationer`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} organisation` : `${inEnglish(said.count)} organisations`,
    ),
  refused: both('Kan ikke registreres', 'Cannot be registered'),
  completeness: both('Dækning og fuldstændighed', 'Coverage and completeness'),
  coverage: (said: Filling<'percent' | 'period' | 'population' | 'reported'>): Bilingual =>
    both(
      `Af ${inDanish(said.population)} patienter, som Landspatientregistret kender fra ${inDanish(said.period)}, er der indberettet noget om rehabilitering for ${inDanish(said.reported)} (${inDanish(said.percent)}).`,
      `Of ${inEnglish(said.population)} patients whom the national patient register knows from ${inEnglish(said.period)}, anything on rehabilitation was reported of ${inEnglish(said.reported)} (${inEnglish(said.percent)}).`,
    ),
  coverageMore: both(
    'Se dækningen for hvert sygehus og hver kommune',
    'See the coverage of every hospital and municipality',
  ),
  completenessCaption: (said: Filling<'asOf' | 'period'>): Bilingual =>
    both(
      `Hvor fuldstændige indikatorerne er: ${inDanish(said.period)}, opgjort pr. ${inDanish(said.asOf)}`,
      `How complete the indicators are: ${inEnglish(said.period)}, as of ${inEnglish(said.asOf)}`,
    ),
  indicator: both('Indikator', 'Indicator'),
  decided: both('Afgjort', 'Decided'),
  unknown: both('Uoplyst', 'Unknown'),
  open: both('Vinduet er åbent endnu', 'The window is open yet'),
  countPercent: (said: Filling<'count' | 'percent'>): Bilingual =>
    both(
      `${inDanish(said.count)} (${inDanish(said.percent)})`,
      `${inEnglish(said.count)} (${inEnglish(said.percent)})`,
    ),
  delays: both('Forsinkelser', 'Delays'),
  delayWindow: both(
    'En indikator er først endelig, når dens vindue er lukket, for de fleste 3 til 12 måneder efter indeksdagen. Indtil da står den som åben.',
    'An indicator is final only when its window is closed, for most 3 to 12 months after the index day. Until then it is told as open.',
  ),
  delaySources: both(
    'Sygehuse og registre leverer løbende, kommuner ofte en gang om måneden med rettelser til tidligere måneder. Hvad en kilde plejer at levere, bliver målt, og udebliver det, står forløbet som uoplyst og ikke som ikke opfyldt.',
    'Hospitals and registers deliver continuously, municipalities often once a month with corrections of earlier months. What a source usually delivers is measured, and where it fails to come the pathway is told as unknown and not as not met.',
  ),
  delayCorrections: both(
    'En rettelse gælder fra den dag, den er modtaget. Et tal kan derfor flytte sig bagud i tid; en frossen rapport flytter sig aldrig.',
    'A correction holds from the day it was received. So a number may move back in time; a frozen report never moves.',
  ),
  delayFeeds: both('Se hver kildes leveringer måned for måned', 'See the deliveries of every source month by month'),
  history: both('Hvad der er ændret', 'What changed'),
  historyCaption: both(
    'Definitioner, regler, organisationer og offentliggjorte rapporter efter dato, de seneste først',
    'Definitions, rules, organisations and published reports by date, the latest first',
  ),
  day: both('Dato', 'Date'),
  change: both('Ændring', 'Change'),
  began: (said: Filling<'definition'>): Bilingual =>
    both(
      `Definitionen ${inDanish(said.definition)} gælder fra denne dag.`,
      `The definition ${inEnglish(said.definition)} is valid from this day.`,
    ),
  ruleFrom: (said: Filling<'rule' | 'title'>): Bilingual =>
    both(
      `Regel ${inDanish(said.rule)} gælder fra denne dag: ${inDanish(said.title)}.`,
      `Rule ${inEnglish(said.rule)} holds from this day: ${inEnglish(said.title)}.`,
    ),
  ruleThrough: (said: Filling<'rule' | 'title'>): Bilingual =>
    both(
      `Regel ${inDanish(said.rule)} gælder til og med denne dag: ${inDanish(said.title)}.`,
      `Rule ${inEnglish(said.rule)} holds through this day: ${inEnglish(said.title)}.`,
    ),
  organisationFrom: (said: Filling<'name'>): Bilingual =>
    both(`${inDanish(said.name)} findes fra denne dag.`, `${inEnglish(said.name)} is there from this day.`),
  organisationThrough: (said: Filling<'name'>): Bilingual =>
    both(`${inDanish(said.name)} findes til og med denne dag.`, `${inEnglish(said.name)} is there through this day.`),
  published: (said: Filling<'definition' | 'period'>): Bilingual =>
    both(
      `Rapporten for ${inDanish(said.period)} blev offentliggjort, talt efter definitionen ${inDanish(said.definition)}.`,
      `The report for ${inEnglish(said.period)} was published, counted by the definition ${inEnglish(said.definition)}.`,
    ),
  responsible: both('Hvem der er ansvarlig', 'Who is responsible'),
  responsibleRegistry: both(
    'Registrets medarbejdere svarer for definitioner, rapporter og offentliggørelse. To af dem skal være enige: én foreslår eller fryser, en anden godkender.',
    'The registry’s staff answer for definitions, reports and publication. Two of them must agree: one proposes or freezes, another approves.',
  ),
  responsibleSources: both(
    'Hver organisation svarer kun for sine egne registreringer (R12) og retter dem selv; ingen anden kan rette i dem.',
    'Every organisation answers for its own registrations only (R12) and corrects them itself; nobody else can change them.',
  ),
  responsibleOperation: both(
    'Driften holder programmet kørende og ser ikke, hvem patienterne er. Kontrollen læser, hvem der har slået patienter op, og patienten kan selv se det.',
    'Operators keep the program running and do not see who the patients are. Auditors read who looked patients up, and patients can see it themselves.',
  ),
  responsiblePatients: both(
    'Patienten bestemmer selv, om sundhedspersonale må se forløbet på tværs.',
    'Patients decide themselves whether health staff may see the pathway across sectors.',
  ),
  downloads: both('Hent det hele', 'Download all of it'),
  downloadsHint: both(
    'Til programmer og regneark. Alt er åbent uden log ind.',
    'For programs and spreadsheets. All of it is open without sign-in.',
  ),
  file: both('Fil', 'File'),
  format: both('Format', 'Format'),
  describes: both('Indhold', 'Contents'),
  metadataFile: both('Definition, valg og indikatorer', 'Definition, choices and indicators'),
  sectionFile: (said: Filling<'name'>): Bilingual =>
    both(`Afsnit: ${inDanish(said.name)}`, `Section: ${inEnglish(said.name)}`),
  measuresFile: both('Indikatorerne som FHIR Measure', 'The indicators as FHIR Measure'),
  dictionaryFile: both('Datakataloget som regneark', 'The data dictionary as a spreadsheet'),
  asyncApiFile: both('Beskeder og emner (AsyncAPI)', 'Messages and topics (AsyncAPI)'),
  schemasFile: both('Skemaer for hver slags hændelse', 'Schemas of every kind of event'),
  apiFile: both('Programmeringsgrænsefladen (OpenAPI)', 'The programming interface (OpenAPI)'),
};

export const METADATA_SECTION_WORDS = {
  'code-lists': both('kodelister', 'code lists'),
  measures: both('målinger', 'measures'),
  rules: both('regler', 'rules'),
  sources: both('kilder og organisationer', 'sources and organisations'),
  reasons: both('årsager', 'reasons'),
  words: both('koder i afgørelser', 'codes in decisions'),
};

export const DICTIONARY_PAGE_WORDS = {
  lead: both(
    'Hver slags hændelse med dens felter: hvad de hedder, hvad de kan indeholde, og om de skal udfyldes.',
    'Every kind of event with its fields: what they are called, what they can hold, and whether they must be filled in.',
  ),
  shared: both(
    'Alle hændelser har desuden personnummer, registreringens nummer (recordId), udgave (version) og status (active eller retracted). Et felt, der mangler, er tomt; felter, som ikke står her, gemmes uden at blive brugt.',
    'Every event has the CPR number, the registration’s number (recordId), version and status (active or retracted) too. A field that is missing is empty; fields that do not stand here are kept and not used.',
  ),
  caption: (said: Filling<'kind'>): Bilingual =>
    both(`Felter: ${inDanish(said.kind)}`, `Fields: ${inEnglish(said.kind)}`),
  field: both('Felt', 'Field'),
  type: both('Indhold', 'Holds'),
  mandatory: both('Skal udfyldes', 'Must be filled in'),
  values: both('Mulige værdier', 'Possible values'),
  ofKind: (said: Filling<'kind'>): Bilingual =>
    both(`kun når slags er ${inDanish(said.kind)}`, `only when kind is ${inEnglish(said.kind)}`),
  schema: both('Skemaet (JSON Schema)', 'The schema (JSON Schema)'),
  range: (said: Filling<'max' | 'min'>): Bilingual =>
    both(`${inDanish(said.min)} til ${inDanish(said.max)}`, `${inEnglish(said.min)} to ${inEnglish(said.max)}`),
  least: (said: Filling<'min'>): Bilingual => both(`mindst ${inDanish(said.min)}`, `at least ${inEnglish(said.min)}`),
  most: (said: Filling<'max'>): Bilingual => both(`højst ${inDanish(said.max)}`, `at most ${inEnglish(said.max)}`),
  kind: both('Hændelse', 'Event'),
  csv: both('Hent datakataloget som CSV (regneark)', 'The data dictionary as CSV (spreadsheet)'),
};

export const FIELD_TYPE_WORDS = {
  day: both('dato', 'date'),
  whole: both('helt tal', 'whole number'),
  number: both('tal', 'number'),
  choice: both('valg', 'choice'),
  'yes-no': both('ja eller nej', 'yes or no'),
  text: both('tekst', 'text'),
  other: both('flere felter i ét', 'several fields in one'),
};

export const CODES_PAGE_WORDS = {
  lead: both(
    'De koder, som definitionen læser efter, hvad der måles, og hvad koderne i en afgørelse betyder.',
    'The codes that the definition reads by, what is measured, and what the codes of a decision mean.',
  ),
  lists: both('Kodelister', 'Code lists'),
  title: both('Liste', 'List'),
  codes: both('Koder', 'Codes'),
  system: both('Kodesystem', 'Code system'),
  usedBy: both('Bruges af', 'Used by'),
  population: both('hvem der er med', 'who belongs'),
  measures: both('Målinger', 'Measures'),
  measure: both('Måling', 'Measure'),
  unit: both('Enhed', 'Unit'),
  codings: both('Kode', 'Code'),
  outcomes: both('Udfald', 'Outcomes'),
  reasons: both('Årsager', 'Reasons'),
  findings: both('Hvorfor noget ikke tæller', 'Why something does not count'),
  rejections: both('Hvorfor en hændelse afvises', 'Why an event is refused'),
  code: both('Kode', 'Code'),
  means: both('Betydning', 'Meaning'),
};

export const RULES_PAGE_WORDS = {
  lead: both(
    'Reglerne fra registrets spørgsmål og svar, som programmet følger dem. Hvor teksten lader et valg stå åbent, er valget vores.',
    'The rules of the registry’s questions and answers as the program follows them. Where the text leaves a choice open, the choice is ours.',
  ),
  source: (said: Filling<'source'>): Bilingual =>
    both(`Kilde: ${inDanish(said.source)}`, `Source: ${inEnglish(said.source)}`),
  rule: both('Regel', 'Rule'),
  text: both('Hvad den siger', 'What it says'),
  outcome: both('Hvad den gør', 'What it does'),
  sectors: both('Gælder', 'Holds for'),
  basis: both('Grundlag', 'Basis'),
  official: both('officiel', 'official'),
  from: (said: Filling<'day'>): Bilingual => both(`fra ${inDanish(said.day)}`, `from ${inEnglish(said.day)}`),
  through: (said: Filling<'day'>): Bilingual =>
    both(`til og med ${inDanish(said.day)}`, `through ${inEnglish(said.day)}`),
};

export const RULE_OUTCOME_WORDS = {
  count: both('tæller med', 'counts'),
  'no-count': both('gemmes, tæller ikke', 'kept, does not count'),
  hold: both('gemmes, venter på noget', 'kept, waits for something'),
  reject: both('afvises med kvittering', 'refused with a receipt'),
  merge: both('samles', 'joined'),
  unknown: both('siges at være uoplyst', 'told as unknown'),
  choice: both('afhænger af et valg', 'depends on a choice'),
};

export const ORGANISATIONS_PAGE_WORDS = {
  lead: both(
    'De regioner, sygehuse og kommuner, som tallene kan vises for, og hvornår de fandtes.',
    'The regions, hospitals and municipalities that numbers can be shown for, and when they were there.',
  ),
  regions: both('Regioner', 'Regions'),
  hospitals: both('Sygehuse', 'Hospitals'),
  municipalities: both('Kommuner', 'Municipalities'),
  name: both('Navn', 'Name'),
  code: both('Kode', 'Code'),
  region: both('Region', 'Region'),
  valid: both('Findes', 'Is there'),
  fromOnly: (said: Filling<'from'>): Bilingual => both(`fra ${inDanish(said.from)}`, `from ${inEnglish(said.from)}`),
  fromTo: (said: Filling<'from' | 'to'>): Bilingual =>
    both(`${inDanish(said.from)} til ${inDanish(said.to)}`, `${inEnglish(said.from)} to ${inEnglish(said.to)}`),
};
