// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const DEFINITION_PAGE_WORDS = {
  title: both('Definitioner', 'Definitions'),
  lead: both(
    'Hvad hver indikator tæller, i ord og koder, og hvem der har ændret det hvornår.',
    'What each indicator counts, in words and codes, and who changed it when.',
  ),
  contents: both('På siden', 'On this page'),
  inForce: both('I kraft nu', 'In force now'),
  validFrom: both('Gælder fra', 'Valid from'),
  definition: both('Definition', 'Definition'),
  provenance: both('Grundlag', 'Basis'),
  choices: both('Valg, hvor reglerne er åbne', 'Choices where the rules are open'),
  choice: (said: Filling<'text' | 'title'>): Bilingual =>
    both(`${inDanish(said.title)}: ${inDanish(said.text)}`, `${inEnglish(said.title)}: ${inEnglish(said.text)}`),
  meanings: both('Hvad indikatorerne betyder', 'What the indicators mean'),
  meaningsHint: both(
    'Åbn en indikator for at læse dens definition. Sætningerne er dannet af de regler, som programmet afgør efter.',
    'Open an indicator to read its definition. The sentences are made from the rules the program decides by.',
  ),
  goToIndicator: both('Se indikatorens tal', 'See the indicator’s numbers'),
  history: both('Versioner', 'Versions'),
  historyHint: both(
    'En ændring bliver foreslået af én, prøvet på alle forløb og godkendt af en anden. Alle versioner bliver stående, så gamle rapporter kan tælles igen.',
    'A change is proposed by one person, tried on every pathway and approved by another. Every version stays, so that old reports can be counted again.',
  ),
  version: both('Version', 'Version'),
  standing: both('Tilstand', 'State'),
  current: both('i kraft nu', 'in force now'),
  next: both('i kraft fra næste start', 'in force from the next start'),
  who: both('Hvem gjorde hvad', 'Who did what'),
  given: both('fulgte med programmet', 'came with the program'),
  changes: both('Hvad der er ændret', 'What changed'),
  propose: both('Foreslå en ændring', 'Propose a change'),
  metadata: both('Kodelister, regler og kilder', 'Code lists, rules and sources'),
  titleOf: (said: Filling<'definition'>): Bilingual =>
    both(`Definition ${inDanish(said.definition)}`, `Definition ${inEnglish(said.definition)}`),
  stepsTaken: both('Forløb af forslaget', 'Steps of the proposal'),
  step: both('Skridt', 'Step'),
  by: both('Hvem', 'Who'),
  at: both('Hvornår', 'When'),
  note: both('Bemærkning', 'Note'),
  changedFrom: (said: Filling<'definition'>): Bilingual =>
    both(`Ændret i forhold til ${inDanish(said.definition)}`, `Changed against ${inEnglish(said.definition)}`),
  nothingChanged: (said: Filling<'definition'>): Bilingual =>
    both(
      `Ingen sætning siger noget andet end i ${inDanish(said.definition)}.`,
      `No sentence says anything else than in ${inEnglish(said.definition)}.`,
    ),
  indicator: both('Indikator', 'Indicator'),
  part: both('Hvad', 'What'),
  before: both('Før', 'Before'),
  after: both('Efter', 'After'),
  all: both('alle indikatorer', 'all indicators'),
  fieldByField: both('Felt for felt, som reglerne er skrevet', 'Field by field, as the rules are written'),
  field: both('Felt', 'Field'),
  absent: both('findes ikke', 'is not there'),
  written: both('Hele definitionen, som den blev skrevet', 'The whole definition as it was written'),
  digest: both('Fingeraftryk', 'Digest'),
};

export const PROPOSAL_STEP_TAKEN_WORDS = {
  proposed: both('foreslået', 'proposed'),
  tried: both('prøvet', 'tried'),
  approved: both('godkendt', 'approved'),
  rejected: both('afvist', 'rejected'),
};

export const PROPOSAL_STANDING_WORDS = {
  given: both('fulgte med programmet', 'came with the program'),
  proposed: both('foreslået, ikke prøvet endnu', 'proposed, not tried yet'),
  tried: both('prøvet, venter på godkendelse', 'tried, waits for approval'),
  approved: both('godkendt', 'approved'),
  rejected: both('afvist', 'rejected'),
};

export const MEANING_PART_WORDS = {
  title: both('Navn', 'Name'),
  description: both('Beskrivelse', 'Description'),
  population: both('Hvem', 'Who'),
  denominator: both('Nævner', 'Denominator'),
  fulfilled: both('Opfyldt', 'Met'),
  window: both('Vindue', 'Window'),
  sources: both('Kilder', 'Sources'),
  target: both('Mål', 'Target'),
  added: both('Ny indikator', 'New indicator'),
  removed: both('Indikator, der ikke er med mere', 'Indicator that is there no more'),
};

export const TRIAL_PAGE_WORDS = {
  heading: both('Prøv ændringen', 'Try the change'),
  hint: both(
    'Programmet afgør alle forløb igen efter forslaget og viser forskellen. Intet, der gælder nu, bliver ændret.',
    'The program decides every pathway again by the proposal and shows the difference. Nothing that is in force changes.',
  ),
  period: both('Periode', 'Period'),
  level: both('Enheder', 'Units'),
  everyLevel: both('alle niveauer', 'every level'),
  run: both('Prøv på alle forløb', 'Try on every pathway'),
  seen: (said: Filling<'asOf' | 'at' | 'by' | 'period'>): Bilingual =>
    both(
      `Prøvet af ${inDanish(said.by)} den ${inDanish(said.at)}: ${inDanish(said.period)}, opgjort pr. ${inDanish(said.asOf)}`,
      `Tried by ${inEnglish(said.by)} on ${inEnglish(said.at)}: ${inEnglish(said.period)}, as of ${inEnglish(said.asOf)}`,
    ),
  flipped: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.count)} afgørelse bliver en anden.`
        : `${inDanish(said.count)} afgørelser bliver en anden.`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.count)} decision becomes another.`
        : `${inEnglish(said.count)} decisions become others.`,
    ),
  nobody: both('Ingen afgørelse bliver en anden.', 'No decision becomes another.'),
  caption: (said: Filling<'after' | 'before'>): Bilingual =>
    both(
      `Indikatorer med ændrede afgørelser: ${inDanish(said.before)} mod ${inDanish(said.after)}`,
      `Indicators with changed decisions: ${inEnglish(said.before)} against ${inEnglish(said.after)}`,
    ),
  unchanged: (said: Filling<'indicators'>): Bilingual =>
    both(`Uændret: ${inDanish(said.indicators)}.`, `Unchanged: ${inEnglish(said.indicators)}.`),
  flips: both('Afgørelser, der skifter', 'Decisions that change'),
  flip: (said: Filling<'count' | 'from' | 'to'>): Bilingual =>
    both(
      `${inDanish(said.from)} → ${inDanish(said.to)}: ${inDanish(said.count)}`,
      `${inEnglish(said.from)} → ${inEnglish(said.to)}: ${inEnglish(said.count)}`,
    ),
  bounds: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.count)} afgørelse er den samme, men kunne være blevet en anden`
        : `${inDanish(said.count)} afgørelser er de samme, men kunne være blevet andre`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.count)} decision is the same but could have become another`
        : `${inEnglish(said.count)} decisions are the same but could have become others`,
    ),
  share: (said: Filling<'known' | 'met' | 'percent'>): Bilingual =>
    both(
      `${inDanish(said.met)} af ${inDanish(said.known)} (${inDanish(said.percent)})`,
      `${inEnglish(said.met)} of ${inEnglish(said.known)} (${inEnglish(said.percent)})`,
    ),
  absent: both('ikke med', 'not there'),
  persons: both('Se patienterne', 'See the patients'),
  personsOf: (said: Filling<'indicator'>): Bilingual =>
    both(
      `Patienter med en anden afgørelse: ${inDanish(said.indicator)}`,
      `Patients with another decision: ${inEnglish(said.indicator)}`,
    ),
  person: both('Patient', 'Patient'),
  indexDay: both('Indeksdag', 'Index day'),
  notCounted: both('tæller ikke med', 'does not count'),
  from: both('Efter den gældende', 'By the one in force'),
  to: both('Efter forslaget', 'By the proposal'),
  noPersons: both('Ingen patienter har en anden afgørelse.', 'No patients have another decision.'),
  page: (said: Filling<'from' | 'to' | 'total'>): Bilingual =>
    both(
      `Afgørelse ${inDanish(said.from)}–${inDanish(said.to)} af ${inDanish(said.total)}`,
      `Decision ${inEnglish(said.from)}–${inEnglish(said.to)} of ${inEnglish(said.total)}`,
    ),
  more: both('Næste', 'Next'),
  units: (said: Filling<'changed' | 'compared'>): Bilingual =>
    both(
      `Enheder med et andet målniveau: ${inDanish(said.changed)} af ${inDanish(said.compared)}`,
      `Units with another goal level: ${inEnglish(said.changed)} of ${inEnglish(said.compared)}`,
    ),
  noUnits: both('Ingen enhed får et andet målniveau.', 'No unit gets another goal level.'),
  unitsCut: (said: Filling<'count'>): Bilingual =>
    both(`De første ${inDanish(said.count)} er vist.`, `The first ${inEnglish(said.count)} are shown.`),
  unit: both('Enhed', 'Unit'),
  noLevel: both('intet niveau', 'no level'),
};

export const PROPOSAL_DECISION_WORDS = {
  heading: both('Godkend eller afvis', 'Approve or reject'),
  approveHint: both(
    'Forslaget er prøvet. Når du godkender det, afgøres alt efter det, næste gang programmet starter.',
    'The proposal was tried. When you approve it, everything is decided by it the next time the program starts.',
  ),
  approve: both('Godkend forslaget', 'Approve the proposal'),
  reject: both('Afvis forslaget', 'Reject the proposal'),
  note: both('Bemærkning (kan udelades)', 'Note (may be left out)'),
  ownProposal: (said: Filling<'name'>): Bilingual =>
    both(
      `Forslaget skal godkendes af en anden end den, der foreslog det. Du foreslog det selv (${inDanish(said.name)}); bed en kollega i registret om at logge ind og godkende det.`,
      `The proposal is approved by another person than the one who proposed it. You proposed it yourself (${inEnglish(said.name)}); ask a colleague of the registry to sign in and approve it.`,
    ),
  tryFirst: both(
    'Forslaget kan godkendes, når det er prøvet, så forskellen er set og gemt.',
    'The proposal can be approved once it was tried, so that the difference is seen and kept.',
  ),
  'approved-already': both(
    'Forslaget er allerede godkendt. Foreslå en ny version for at ændre det.',
    'The proposal is approved already. Propose a new version to change it.',
  ),
  'rejected-already': both(
    'Forslaget er allerede afvist. Foreslå det igen som en ny version.',
    'The proposal is rejected already. Propose it again as a new version.',
  ),
  'not-tried': both(
    'Forslaget er ikke prøvet endnu. Prøv det først, så forskellen er set og gemt.',
    'The proposal was not tried yet. Try it first, so that the difference is seen and kept.',
  ),
  'same-person': both(
    'Forslaget skal godkendes af en anden end den, der foreslog det.',
    'The proposal is approved by another person than the one who proposed it.',
  ),
  refused: both('Det kunne ikke gøres. Prøv igen.', 'It could not be done. Try again.'),
  faults: both('Ret dette, før du går videre', 'Mend this before you go on'),
  badNote: both(
    'Teksten kan ikke bruges. Den må højst være 2000 tegn og må ikke indeholde et personnummer.',
    'The text cannot be used. It may have 2000 characters at most and no CPR number.',
  ),
  badPeriod: both(
    'Perioden kan ikke bruges. Vælg en af dem på listen.',
    'The period cannot be used. Choose one of the list.',
  ),
  doneProposed: (said: Filling<'definition'>): Bilingual =>
    both(
      `Ændringen er foreslået som ${inDanish(said.definition)}. Prøv den nu, så forskellen kan ses.`,
      `The change is proposed as ${inEnglish(said.definition)}. Try it now, so that the difference can be seen.`,
    ),
  doneTried: both(
    'Forslaget er prøvet, og forskellen er gemt med det.',
    'The proposal was tried, and the difference is kept with it.',
  ),
  doneApproved: both(
    'Forslaget er godkendt. Det gælder fra næste gang, programmet starter.',
    'The proposal is approved. It is in force from the next time the program starts.',
  ),
  doneRejected: both('Forslaget er afvist.', 'The proposal is rejected.'),
};

export const PROPOSAL_FORM_WORDS = {
  title: both('Foreslå en ændring', 'Propose a change'),
  lead: both(
    'Ændr tallene i en indikators regel, eller skriv hele definitionen. Forslaget ændrer intet, før det er prøvet og godkendt af en anden.',
    'Change the numbers of an indicator’s rule, or write the whole definition. The proposal changes nothing before it was tried and approved by another person.',
  ),
  one: both('Ændr én indikator', 'Change one indicator'),
  choose: both('Indikator', 'Indicator'),
  show: both('Vis tallene', 'Show the numbers'),
  now: both('Gælder nu', 'In force now'),
  version: (said: Filling<'definition'>): Bilingual =>
    both(
      `Forslaget kommer til at hedde ${inDanish(said.definition)}.`,
      `The proposal will be called ${inEnglish(said.definition)}.`,
    ),
  count: (said: Filling<'name'>): Bilingual => both(`${inDanish(said.name)}, tal`, `${inEnglish(said.name)}, number`),
  unit: (said: Filling<'name'>): Bilingual => both(`${inDanish(said.name)}, enhed`, `${inEnglish(said.name)}, unit`),
  days: both('dage', 'days'),
  months: both('måneder', 'months'),
  note: both('Hvorfor (kan udelades)', 'Why (may be left out)'),
  propose: both('Foreslå ændringen', 'Propose the change'),
  whole: both('Skriv hele definitionen', 'Write the whole definition'),
  wholeHint: both(
    'Til ændringer af regler, koder eller indikatorer. Ret teksten (YAML eller JSON); nummeret under "version" skal være nyt.',
    'For changes of rules, codes or indicators. Change the text (YAML or JSON); the number under "version" must be new.',
  ),
  text: both('Hele definitionen', 'The whole definition'),
  proposeWhole: both('Foreslå hele definitionen', 'Propose the whole definition'),
  nothingChanged: both('Ændr mindst ét tal, før du foreslår det.', 'Change at least one number before you propose it.'),
  badNumber: (said: Filling<'name'>): Bilingual =>
    both(
      `${inDanish(said.name)}: skriv et tal på 0 eller mere.`,
      `${inEnglish(said.name)}: write a number of 0 or more.`,
    ),
  badPercent: (said: Filling<'name'>): Bilingual =>
    both(
      `${inDanish(said.name)}: skriv et tal fra 0 til 100.`,
      `${inEnglish(said.name)}: write a number from 0 to 100.`,
    ),
  badSpan: (said: Filling<'name'>): Bilingual =>
    both(
      `${inDanish(said.name)}: skriv et helt tal på mindst 1.`,
      `${inEnglish(said.name)}: write a whole number of at least 1.`,
    ),
  noText: both('Skriv definitionen.', 'Write the definition.'),
  taken: both(
    'Der findes allerede en anden definition med det navn og versionsnummer. Giv den et nyt versionsnummer.',
    'There is another definition of that name and version already. Give it a new version.',
  ),
  refused: (said: Filling<'count'>): Bilingual =>
    both(
      `Der kan ikke afgøres efter definitionen. ${inDanish(said.count)} steder skal rettes; de står nedenfor.`,
      `Nothing can be decided by this definition. ${inEnglish(said.count)} places must be mended; they stand below.`,
    ),
  places: both('Hvad programmet fandt', 'What the program found'),
};

export const RULE_PLACE_WORDS = {
  indicator: (said: Filling<'name'>): Bilingual => both(`${inDanish(said.name)}`, `${inEnglish(said.name)}`),
  denominator: (said: Filling<'name'>): Bilingual =>
    both(`Nævner: ${inDanish(said.name)}`, `Denominator: ${inEnglish(said.name)}`),
  fulfilled: (said: Filling<'name'>): Bilingual =>
    both(`Opfyldt: ${inDanish(said.name)}`, `Met: ${inEnglish(said.name)}`),
  target: (said: Filling<'name'>): Bilingual => both(`Mål: ${inDanish(said.name)}`, `Target: ${inEnglish(said.name)}`),
};

export const RULE_NUMBER_WORDS = {
  window: both('vinduets længde', 'length of the window'),
  within: both('inden for', 'within'),
  percent: both('procent', 'percent'),
  high: both('høj målopfyldelse, procent', 'high goal attainment, percent'),
  moderate: both('moderat målopfyldelse, procent', 'moderate goal attainment, percent'),
  below: both('under', 'below'),
  atLeast: both('mindst', 'at least'),
  atMost: both('højst', 'at most'),
  atLeastPercent: both('mindst så mange procent', 'at least so many percent'),
  daysAfterDenominator: both('mindst så mange dage senere', 'at least so many days later'),
  ofField: (said: Filling<'field' | 'name'>): Bilingual =>
    both(`${inDanish(said.field)}, ${inDanish(said.name)}`, `${inEnglish(said.field)}, ${inEnglish(said.name)}`),
};
