// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const TRANSITION_PAGE_WORDS = {
  title: both('Tabt i overgangen', 'Lost in transition'),
  lead: both(
    'Fra sygehusets henvisning til kommunens start og slut: hvem der kom i gang, hvem der stadig kan nå det, og hvem der gik tabt.',
    'From the hospital’s referral to the municipality’s start and end: who got going, who can still make it, and who was lost.',
  ),
  hospital: both('Sygehus', 'Hospital'),
  municipality: both('Kommune', 'Municipality'),
  flow: both('Fra henvisning til slut', 'From referral to end'),
  said: (said: Filling<'lost' | 'open' | 'referred' | 'started' | 'unknown'>): Bilingual =>
    both(
      `Af ${inDanish(said.referred)} henvisninger er ${inDanish(said.started)} startet, ${inDanish(said.lost)} tabt, ${inDanish(said.open)} stadig åbne og ${inDanish(said.unknown)} uoplyst.`,
      `Of ${inEnglish(said.referred)} referrals ${inEnglish(said.started)} started, ${inEnglish(said.lost)} are lost, ${inEnglish(said.open)} still open and ${inEnglish(said.unknown)} unknown.`,
    ),
  none: both('Ingen henvisninger i perioden.', 'No referrals in the period.'),
  alone: (said: Filling<'others' | 'unreferred'>): Bilingual =>
    both(
      `${inDanish(said.unreferred)} startede i en kommune uden en henvisning fra sygehuset, og ${inDanish(said.others)} blev henvist til andre end kommuner; de er ikke med i figuren.`,
      `${inEnglish(said.unreferred)} started in a municipality without a referral by the hospital, and ${inEnglish(said.others)} were referred to others than municipalities; they are not in the figure.`,
    ),
  aloneHere: (said: Filling<'unreferred'>): Bilingual =>
    both(
      `${inDanish(said.unreferred)} startede uden en henvisning fra sygehuset; de er ikke med i figuren.`,
      `${inEnglish(said.unreferred)} started without a referral by the hospital; they are not in the figure.`,
    ),
  figureOf: (said: Filling<'from' | 'period' | 'to'>): Bilingual =>
    both(
      `Henvisninger fra ${inDanish(said.from)} til ${inDanish(said.to)}, ${inDanish(said.period)}`,
      `Referrals from ${inEnglish(said.from)} to ${inEnglish(said.to)}, ${inEnglish(said.period)}`,
    ),
  everyHospital: both('alle sygehuse', 'every hospital'),
  everyMunicipality: both('alle kommuner', 'every municipality'),
  figureSays: both(
    'Strømmen læses fra venstre: henvist, hvad der kom af det, og hvordan forløbet i kommunen endte. Jo bredere, jo flere.',
    'The flow is read from the left: referred, what came of it, and how the course in the municipality ended. The wider, the more.',
  ),
  step: both('Trin', 'Step'),
  of: both('Kommer fra', 'Comes from'),
  count: both('Antal', 'Count'),
  ofReferred: both('Andel af henviste', 'Share of the referred'),
  node: (said: Filling<'count' | 'name' | 'percent'>): Bilingual =>
    both(
      `${inDanish(said.name)}: ${inDanish(said.count)} (${inDanish(said.percent)})`,
      `${inEnglish(said.name)}: ${inEnglish(said.count)} (${inEnglish(said.percent)})`,
    ),
  meaning: both('Sådan læses tallene', 'How to read the numbers'),
  lostMeans: both(
    'Tabt: der er ikke kendt nogen start, og nu er det for sent, til at den tæller.',
    'Lost: no start is known, and now it is too late for one to count.',
  ),
  openMeans: both(
    'Åben: der er ikke kendt nogen start, men en start tæller endnu.',
    'Open: no start is known, but one still counts.',
  ),
  unknownMeans: both(
    'Uoplyst: kommunen var tavs eller ikke tilsluttet, så en start ville vi ikke have hørt om.',
    'Unknown: the municipality was silent or not connected, so that we would not have heard of a start.',
  ),
  elsewhereMeans: both(
    'Andetsteds: sygehuset ved, at en anden end kommunen har stået for det.',
    'Elsewhere: the hospital knows that somebody else than the municipality delivered it.',
  ),
  days: (said: Filling<'median' | 'ninetieth'>): Bilingual =>
    both(
      `Dage fra henvisning til start: halvdelen inden ${inDanish(said.median)}, ni af ti inden ${inDanish(said.ninetieth)}.`,
      `Days from referral to start: half within ${inEnglish(said.median)}, nine of ten within ${inEnglish(said.ninetieth)}.`,
    ),
  stopped: (said: Filling<'reasons'>): Bilingual =>
    both(`Grunde til at stoppe: ${inDanish(said.reasons)}.`, `Reasons for stopping: ${inEnglish(said.reasons)}.`),
  reasonCount: (said: Filling<'count' | 'reason'>): Bilingual =>
    both(`${inDanish(said.reason)} (${inDanish(said.count)})`, `${inEnglish(said.reason)} (${inEnglish(said.count)})`),
  pairs: both('Par af sygehus og kommune', 'Pairs of hospital and municipality'),
  pairsHint: both(
    'De par, hvor flest er gået tabt, står først. Vælg et par for at se dets strøm.',
    'The pairs in which most were lost come first. Choose a pair to see its flow.',
  ),
  pairsCaption: (said: Filling<'from' | 'to' | 'total'>): Bilingual =>
    both(
      `Par ${inDanish(said.from)}–${inDanish(said.to)} af ${inDanish(said.total)}`,
      `Pairs ${inEnglish(said.from)}–${inEnglish(said.to)} of ${inEnglish(said.total)}`,
    ),
  pair: both('Fra og til', 'From and to'),
  pairName: (said: Filling<'from' | 'to'>): Bilingual =>
    both(`${inDanish(said.from)} til ${inDanish(said.to)}`, `${inEnglish(said.from)} to ${inEnglish(said.to)}`),
  lost: both('Tabt', 'Lost'),
  lostShare: (said: Filling<'count' | 'percent'>): Bilingual =>
    both(
      `${inDanish(said.count)} (${inDanish(said.percent)})`,
      `${inEnglish(said.count)} (${inEnglish(said.percent)})`,
    ),
  daysToStart: both('Dage til start (median)', 'Days to start (median)'),
  next: both('Næste par', 'Next pairs'),
  first: both('De første par', 'The first pairs'),
  csv: both('Hent alle par som CSV (regneark)', 'Every pair as CSV (spreadsheet)'),
};

export const LOOP_PAGE_WORDS = {
  heading: both('Åbne forløb', 'Open loops'),
  hint: both(
    'Patienter, som sygehuset har henvist, og som ingen er kendt for at have taget imod. De mest hastende står først; patienterne er vist under pseudonymer.',
    'Patients whom the hospital referred and whom nobody is known to have received. The most urgent come first; patients are shown under pseudonyms.',
  ),
  which: both('Hvilke', 'Which'),
  open: both('kan stadig nås', 'can still make it'),
  lost: both('for sent', 'too late'),
  unknown: both('uoplyst', 'unknown'),
  caption: (said: Filling<'from' | 'period' | 'to' | 'total'>): Bilingual =>
    both(
      `Henvisning ${inDanish(said.from)}–${inDanish(said.to)} af ${inDanish(said.total)}, ${inDanish(said.period)}`,
      `Referral ${inEnglish(said.from)}–${inEnglish(said.to)} of ${inEnglish(said.total)}, ${inEnglish(said.period)}`,
    ),
  none: both('Ingen henvisninger med denne tilstand i perioden.', 'No referrals of this state in the period.'),
  patient: both('Patient', 'Patient'),
  left: both('Dage tilbage', 'Days left'),
  leftDays: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} dag` : `${inDanish(said.count)} dage`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} day` : `${inEnglish(said.count)} days`,
    ),
  until: (said: Filling<'day'>): Bilingual =>
    both(`til og med ${inDanish(said.day)}`, `through ${inEnglish(said.day)}`),
  soon: both('haster', 'urgent'),
  next: both('Næste', 'Next'),
};

export const COVERAGE_PAGE_WORDS = {
  heading: both('Dækning: er alle patienter her', 'Coverage: are all patients here'),
  hint: both(
    'Hvor mange af de patienter, som Landspatientregistret kender, der er indberettet noget om rehabilitering for. For sygehuse også, om så mange nye forløb er kommet, som man plejer at se.',
    'For how many of the patients known to the national patient register anything on rehabilitation was reported. Of hospitals also whether as many new pathways came as usual.',
  ),
  level: both('Vis dækning for', 'Show coverage of'),
  caption: (said: Filling<'level' | 'period'>): Bilingual =>
    both(
      `Dækning, ${inDanish(said.level)}, ${inDanish(said.period)}`,
      `Coverage, ${inEnglish(said.level)}, ${inEnglish(said.period)}`,
    ),
  unit: both('Enhed', 'Unit'),
  share: (said: Filling<'percent' | 'population' | 'reported'>): Bilingual =>
    both(
      `${inDanish(said.reported)} af ${inDanish(said.population)} (${inDanish(said.percent)})`,
      `${inEnglish(said.reported)} of ${inEnglish(said.population)} (${inEnglish(said.percent)})`,
    ),
  covered: both('Indberettet af alle patienter', 'Reported of all patients'),
  inTrouble: both('Ikke indberettet, mens en kilde var tavs', 'Not reported while a source was silent'),
  nobody: both('ingen patienter', 'no patients'),
  arrivals: both('Nye forløb, her og ventet', 'New pathways, here and expected'),
  arrived: (said: Filling<'arrived' | 'expected'>): Bilingual =>
    both(
      `${inDanish(said.arrived)} af omkring ${inDanish(said.expected)}`,
      `${inEnglish(said.arrived)} of about ${inEnglish(said.expected)}`,
    ),
  fewer: both('færre end ventet', 'fewer than expected'),
  notExpected: both('for lidt at vente ud fra', 'too little to expect from'),
  bandOf: (said: Filling<'band'>): Bilingual => both(`${inDanish(said.band)} %`, `${inEnglish(said.band)} %`),
  csv: both('Hent dækningen som CSV (regneark)', 'The coverage as CSV (spreadsheet)'),
};
