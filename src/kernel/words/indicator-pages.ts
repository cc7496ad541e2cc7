// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const INDICATOR_PAGE_WORDS = {
  listTitle: both('Indikatorer', 'Indicators'),
  listLead: both(
    'Hvad der måles, og hvad målet er. Vælg en indikator for at læse dens definition og se enhederne ved siden af hinanden.',
    'What is measured, and what the goal is. Choose an indicator to read its definition and see the units beside each other.',
  ),
  listCaption: (said: Filling<'definition'>): Bilingual =>
    both(
      `Indikatorer i definitionen ${inDanish(said.definition)}`,
      `Indicators of the definition ${inEnglish(said.definition)}`,
    ),
  what: both('Hvad den måler', 'What it measures'),
  goal: both('Mål', 'Goal'),
  window: both('Vindue', 'Window'),
  asked: both('Kilder', 'Sources'),
  kind: both('Grundlag', 'Basis'),
  working: both('arbejdsdefinition', 'working definition'),
  workingMeaning: both(
    'Arbejdsdefinition: reglen er vores egen læsning og ikke registrets officielle definition.',
    "Working definition: the rule is our own reading and not the registry's official definition.",
  ),
  official: both('officiel definition', 'official definition'),
  contents: both('På siden', 'On this page'),
  definition: both('Definition', 'Definition'),
  definitionIs: (said: Filling<'definition'>): Bilingual =>
    both(
      `Definitionen hedder ${inDanish(said.definition)}.`,
      `The definition is called ${inEnglish(said.definition)}.`,
    ),
  population: both('Hvem', 'Who'),
  denominator: both('Nævner', 'Denominator'),
  fulfilled: both('Opfyldt', 'Met'),
  codes: both('Koder, der tæller', 'Codes that count'),
  codesOf: (said: Filling<'codes' | 'title'>): Bilingual =>
    both(`${inDanish(said.title)}: ${inDanish(said.codes)}`, `${inEnglish(said.title)}: ${inEnglish(said.codes)}`),
  withChildren: both('med alle underkoder', 'with all codes below'),
  alone: both('netop disse koder', 'these codes alone'),
  versions: both(
    'Se versioner af definitionen, og hvad der er ændret',
    'See versions of the definition and what changed',
  ),
  metadata: both('Se alle definitioner, kodelister og regler', 'See all definitions, code lists and rules'),
  compared: both('Enhederne ved siden af hinanden', 'The units beside each other'),
  comparedCaption: (said: Filling<'indicator' | 'level' | 'period'>): Bilingual =>
    both(
      `${inDanish(said.indicator)}: ${inDanish(said.level)}, ${inDanish(said.period)}`,
      `${inEnglish(said.indicator)}: ${inEnglish(said.level)}, ${inEnglish(said.period)}`,
    ),
  drawing: both('Skøn, konfidensinterval, yderpunkter og mål', 'Estimate, confidence interval, bounds and goal'),
  drawingOf: (said: Filling<'bounds' | 'estimate'>): Bilingual =>
    both(
      `skøn ${inDanish(said.estimate)}, yderpunkter ${inDanish(said.bounds)}`,
      `estimate ${inEnglish(said.estimate)}, bounds ${inEnglish(said.bounds)}`,
    ),
  reading: both(
    'Prikken er skønnet; hul, når skønnet er et yderpunkt. Stregen er 95 %-konfidensintervallet, det lyse felt yderpunkterne og den lodrette stribede streg målet. Aksen går fra 0 til 100 %.',
    'The dot is the estimate; hollow where the estimate is a bound. The line is the 95 % confidence interval, the pale field the bounds and the upright dashed line the goal. The axis runs from 0 to 100 %.',
  ),
  empty: (said: Filling<'units'>): Bilingual =>
    both(
      `Uden forløb i perioden: ${inDanish(said.units)}.`,
      `Without pathways in the period: ${inEnglish(said.units)}.`,
    ),
  funnel: both('Er forskellene større end tilfældet', 'Are the differences greater than chance'),
  series: both('Udvikling, kilder og patienter', 'Trend, sources and patients'),
  seriesOf: (said: Filling<'unit'>): Bilingual =>
    both(`Udvikling: ${inDanish(said.unit)}`, `Trend: ${inEnglish(said.unit)}`),
  unit: both('Enhed', 'Unit'),
  step: both('Trin', 'Step'),
  trendHeading: both('Udvikling', 'Trend'),
  controlHeading: both('Kontroldiagram', 'Control chart'),
  creditHeading: both('Hvem der opfyldte den', 'Who fulfilled it'),
  creditSectors: (said: Filling<'count'>): Bilingual =>
    both(
      `Sektorer bag de ${inDanish(said.count)}, hvor indikatoren er opfyldt`,
      `Sectors behind the ${inEnglish(said.count)} where the indicator is met`,
    ),
  creditOrganisations: (said: Filling<'count'>): Bilingual =>
    both(
      `Organisationer bag de ${inDanish(said.count)}, hvor indikatoren er opfyldt`,
      `Organisations behind the ${inEnglish(said.count)} where the indicator is met`,
    ),
  creditNote: both(
    'Først: den, hvis oplysning kom først. Delt: ligeligt mellem alle, der har oplyst det. Enhver: alle, der har oplyst det, så nogle tæller flere gange.',
    'First: the one whose information came first. Shared: equally among all who told it. Any: everybody who told it, so that some count several times.',
  ),
  sector: both('Sektor', 'Sector'),
  organisation: both('Organisation', 'Organisation'),
  first: both('Først', 'First'),
  shared: both('Delt', 'Shared'),
  any: both('Enhver', 'Any'),
  nobodyCredited: both('Ingen har opfyldt indikatoren i perioden.', 'Nobody has met the indicator in the period.'),
  unknownHeading: both('Hvad der er uoplyst, og hvorfor', 'What is unknown, and why'),
  unknownCaption: (said: Filling<'count' | 'percent'>): Bilingual =>
    both(
      `Uoplyst: ${inDanish(said.count)} (${inDanish(said.percent)})`,
      `Unknown: ${inEnglish(said.count)} (${inEnglish(said.percent)})`,
    ),
  unknownNone: both('Intet er uoplyst i perioden.', 'Nothing is unknown in the period.'),
  reason: both('Årsag', 'Reason'),
  count: both('Antal', 'Count'),
  means: both('Hvad det betyder', 'What it means'),
  patients: both('Patienterne bag', 'The patients behind'),
  patientsOf: (said: Filling<'indicator'>): Bilingual =>
    both(`Patienterne bag: ${inDanish(said.indicator)}`, `The patients behind: ${inEnglish(said.indicator)}`),
  patientsLead: (said: Filling<'period' | 'unit'>): Bilingual =>
    both(
      `${inDanish(said.unit)}, ${inDanish(said.period)}. Registret ser patienterne under pseudonymer.`,
      `${inEnglish(said.unit)}, ${inEnglish(said.period)}. The registry sees patients under pseudonyms.`,
    ),
  patientsCaption: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} forløb` : `${inDanish(said.count)} forløb`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} pathway` : `${inEnglish(said.count)} pathways`,
    ),
  outcome: both('Udfald', 'Outcome'),
  every: both('alle udfald', 'every outcome'),
  patient: both('Patient', 'Patient'),
  pathway: (said: Filling<'number'>): Bilingual =>
    both(`forløb ${inDanish(said.number)}`, `pathway ${inEnglish(said.number)}`),
  indexDay: both('Indeksdag', 'Index day'),
  hospital: both('Sygehus', 'Hospital'),
  municipality: both('Kommune', 'Municipality'),
  credit: both('Opfyldt af', 'Met by'),
  nobody: both('Ingen forløb med dette udfald i perioden.', 'No pathways with this outcome in the period.'),
  page: (said: Filling<'from' | 'to' | 'total'>): Bilingual =>
    both(
      `Forløb ${inDanish(said.from)}–${inDanish(said.to)} af ${inDanish(said.total)}`,
      `Pathways ${inEnglish(said.from)}–${inEnglish(said.to)} of ${inEnglish(said.total)}`,
    ),
  earlier: both('Forrige', 'Previous'),
  later: both('Næste', 'Next'),
  units: both('Enhedens alle indikatorer', 'All indicators of the unit'),
  metSoFar: both('opfyldt foreløbig', 'met so far'),
  windowDays: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} dag` : `${inDanish(said.count)} dage`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} day` : `${inEnglish(said.count)} days`,
    ),
  windowMonths: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} måned` : `${inDanish(said.count)} måneder`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} month` : `${inEnglish(said.count)} months`,
    ),
};

export const STEP_CHOICE_WORDS = {
  month: both('måneder', 'months'),
  quarter: both('kvartaler', 'quarters'),
  year: both('år', 'years'),
};
