// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const FROZEN_WORDS = {
  title: both('Rapporter', 'Reports'),
  lead: both(
    'Rapporter, som registret har frosset: tallene står fast, og enhver kan se, hvem der frøs, godkendte og offentliggjorde dem.',
    'Reports that the registry froze: the numbers stand, and anybody can see who froze, approved and published them.',
  ),
  list: both('Frosne rapporter', 'Frozen reports'),
  none: both('Der er ingen frosne rapporter endnu.', 'There are no frozen reports yet.'),
  report: both('Rapport', 'Report'),
  period: both('Periode', 'Period'),
  asOf: both('Opgjort pr.', 'As of'),
  knownAt: both('Som kendt den', 'As known at'),
  view: both('Visning', 'View'),
  state: both('Tilstand', 'State'),
  frozenBy: both('Frosset af', 'Frozen by'),
  definition: both('Definition', 'Definition'),
  digest: both('Fingeraftryk', 'Digest'),
  build: both('Byg en rapport', 'Build a report'),
  compare: both('Sammenlign to rapporter', 'Compare two reports'),
  subscriptions: both('Abonnementer', 'Subscriptions'),
  reportOf: (said: Filling<'asOf' | 'period'>): Bilingual =>
    both(
      `Rapport for ${inDanish(said.period)}, opgjort pr. ${inDanish(said.asOf)}`,
      `Report of ${inEnglish(said.period)}, as of ${inEnglish(said.asOf)}`,
    ),
  about: both('Om rapporten', 'About the report'),
  figures: both('Tallene', 'The numbers'),
  level: both('Niveau', 'Level'),
  indicator: both('Indikator', 'Indicator'),
  unit: both('Enhed', 'Unit'),
  caption: (said: Filling<'context' | 'level'>): Bilingual =>
    both(
      `Indikatorerne, ${inDanish(said.level)}, efter ${inDanish(said.context)}`,
      `The indicators, ${inEnglish(said.level)}, by ${inEnglish(said.context)}`,
    ),
  captionOne: (said: Filling<'context' | 'indicator' | 'level'>): Bilingual =>
    both(
      `${inDanish(said.indicator)}, ${inDanish(said.level)}, efter ${inDanish(said.context)}`,
      `${inEnglish(said.indicator)}, ${inEnglish(said.level)}, by ${inEnglish(said.context)}`,
    ),
  words: both('Registrets ord', 'The registry’s words'),
  noWords: both(
    'Registret skrev ingen kommentarer til denne rapport.',
    'The registry wrote no commentary on this report.',
  ),
  toWords: (said: Filling<'indicator'>): Bilingual =>
    both(
      `Se registrets ord om ${inDanish(said.indicator)}`,
      `See the registry’s words about ${inEnglish(said.indicator)}`,
    ),
  steps: both('Hvem gjorde hvad', 'Who did what'),
  step: both('Skridt', 'Step'),
  who: both('Hvem', 'Who'),
  when: both('Hvornår', 'When'),
  note: both('Bemærkning', 'Note'),
  downloads: both('Hent rapporten', 'Download the report'),
  content: both('Det frosne indhold (JSON), byte for byte', 'The frozen content (JSON), byte for byte'),
  current: (said: Filling<'level'>): Bilingual =>
    both(`De samme tal talt nu: ${inDanish(said.level)}`, `The same numbers counted now: ${inEnglish(said.level)}`),
  currentHint: both(
    'Filerne tælles nu fra de samme hændelser, som rapporten blev frosset på.',
    'The files are counted now from the same events as the report was frozen on.',
  ),
  working: both(
    'Indikatorerne er arbejdsdefinitioner og ikke de officielle.',
    'The indicators are working definitions and not the official ones.',
  ),
};

export const FROZEN_STATE_WORDS = {
  frozen: both('frosset, venter på godkendelse', 'frozen, awaits approval'),
  approved: both('godkendt, ikke offentliggjort', 'approved, not published'),
  published: both('offentliggjort', 'published'),
  withdrawn: both('trukket tilbage', 'withdrawn'),
};

export const STEP_TAKEN_WORDS = {
  frozen: both('Frosset', 'Frozen'),
  approved: both('Godkendt', 'Approved'),
  published: both('Offentliggjort', 'Published'),
  withdrawn: both('Trukket tilbage', 'Withdrawn'),
};

export const COMMENT_KIND_WORDS = {
  commentary: both('Kommentar', 'Commentary'),
  recommendation: both('Anbefaling', 'Recommendation'),
  audit: both('Audit', 'Audit'),
};

export const TAKE_STEP_WORDS = {
  title: both('Hvad kan du gøre', 'What you can do'),
  note: both('Bemærkning (kan udelades)', 'Note (may be left out)'),
  reason: both('Begrundelse', 'Reason'),
  reasonHint: both('Skriv hvorfor. Rapporten kan stadig læses.', 'Write why. The report can still be read.'),
  approve: both('Godkend rapporten', 'Approve the report'),
  approveHint: both(
    'Rapporten tælles igen fra hændelserne, før den godkendes.',
    'The report is counted again from the events before it is approved.',
  ),
  approveOther: (said: Filling<'name'>): Bilingual =>
    both(
      `Rapporten skal godkendes af en anden end den, der frøs den. Du frøs den selv (${inDanish(said.name)}); bed en kollega i registret om at logge ind og godkende den.`,
      `The report must be approved by another person than froze it. You froze it yourself (${inEnglish(said.name)}); ask a colleague at the registry to sign in and approve it.`,
    ),
  publish: both('Offentliggør rapporten', 'Publish the report'),
  publishHint: both('Rapporten er godkendt og kan offentliggøres.', 'The report is approved and can be published.'),
  withdraw: both('Træk rapporten tilbage', 'Withdraw the report'),
  reproduce: both('Tæl rapporten igen', 'Count the report again'),
  reproduceHint: both(
    'Programmet tæller igen fra hændelserne og sammenligner fingeraftryk.',
    'The program counts again from the events and compares digests.',
  ),
  same: both(
    'Talt igen giver rapporten det samme fingeraftryk. Intet har ændret sig.',
    'Counted again the report has the same digest. Nothing has changed.',
  ),
  other: both(
    'Talt igen giver rapporten et andet fingeraftryk. Noget, den skulle have talt med, kom senere, eller det gemte er ændret. Træk den tilbage, og frys den igen.',
    'Counted again the report has another digest. Something it should have counted came later, or what is kept was changed. Withdraw it and freeze it again.',
  ),
  faults: both('Ret dette, før du går videre', 'Correct this before you go on'),
  noReason: both('Skriv hvorfor rapporten trækkes tilbage.', 'Write why the report is withdrawn.'),
  unusableNote: both(
    'Teksten kan ikke bruges. Den må højst være 2000 tegn og må ikke indeholde et personnummer.',
    'The text cannot be used. It may have at most 2000 characters and no personal identification number.',
  ),
  'second-person': both(
    'Rapporten skal godkendes af en anden end den, der frøs den.',
    'The report must be approved by another person than froze it.',
  ),
  'out-of-turn': both(
    'Det kan ikke gøres nu. Rapporten er i en anden tilstand; se den nedenfor.',
    'This cannot be done now. The report is in another state; see it below.',
  ),
  'counted-otherwise': both(
    'Talt igen giver rapporten andre tal, end da den blev frosset. Træk den tilbage, og frys den igen.',
    'Counted again the report has other numbers than when it was frozen. Withdraw it and freeze it again.',
  ),
  refused: both('Det kunne ikke gøres. Prøv igen.', 'It could not be done. Try again.'),
  doneFrozen: both(
    'Rapporten er frosset. Nu skal en anden i registret godkende den.',
    'The report is frozen. Now another person of the registry must approve it.',
  ),
  doneApproved: both(
    'Rapporten er godkendt. Nu kan den offentliggøres.',
    'The report is approved. Now it can be published.',
  ),
  donePublished: both('Rapporten er offentliggjort.', 'The report is published.'),
  doneWithdrawn: both('Rapporten er trukket tilbage.', 'The report is withdrawn.'),
};

export const FREEZE_FORM_WORDS = {
  title: both('Byg en rapport', 'Build a report'),
  lead: both(
    'Vælg, hvad rapporten handler om, se tallene, og frys dem. Tallene ændrer sig ikke, når rapporten er frosset.',
    'Choose what the report is about, look at the numbers, and freeze them. The numbers do not change once the report is frozen.',
  ),
  periodHint: both('For eksempel 2023, 2023Q1, 2023T1 eller 2023-05.', 'For example 2023, 2023Q1, 2023T1 or 2023-05.'),
  asOfHint: both('Dagen, indikatorerne afgøres ud fra.', 'The day from which the indicators are decided.'),
  knownAtHint: both(
    'Kun det, der var modtaget til og med denne dag. Lad feltet være tomt for alt, der er modtaget nu.',
    'Only what was received through this day. Leave it empty for everything received by now.',
  ),
  viewHint: both(
    'Den offentliggjorte visning kan ses af alle; den nøjagtige kun af registret.',
    'The published view can be seen by everyone; the exact one by the registry alone.',
  ),
  exact: both('nøjagtig, kun for registret', 'exact, for the registry alone'),
  published: both('offentliggjort, tallene ændret lidt', 'published, the numbers slightly changed'),
  note: both('Bemærkning til rapporten (kan udelades)', 'Note on the report (may be left out)'),
  words: both('Registrets ord', 'The registry’s words'),
  wordsHint: both(
    'Kommentarer, anbefalinger og audit fryses, godkendes og offentliggøres sammen med tallene. Skriv ingen personnumre.',
    'Commentary, recommendations and audits are frozen, approved and published with the numbers. Write no personal identification numbers.',
  ),
  look: both('Se rapporten', 'Look at the report'),
  freeze: both('Frys rapporten', 'Freeze the report'),
  preview: both('Sådan ser tallene ud nu', 'The numbers as they are now'),
  badPeriod: both(
    'Perioden kan ikke bruges. Skriv for eksempel 2023, 2023Q1, 2023T1 eller 2023-05.',
    'The period cannot be used. Write for example 2023, 2023Q1, 2023T1 or 2023-05.',
  ),
  badAsOf: both('Dagen kan ikke læses. Skriv den som ÅÅÅÅ-MM-DD.', 'The day cannot be read. Write it as YYYY-MM-DD.'),
  badKnownAt: both(
    'Dagen kan ikke bruges. Den skal være i dag eller tidligere.',
    'The day cannot be used. It must be today or earlier.',
  ),
  badText: both(
    'Teksten kan ikke bruges. Den må højst være 2000 tegn og må ikke indeholde et personnummer.',
    'The text cannot be used. It may have at most 2000 characters and no personal identification number.',
  ),
};

export const COMPARISON_WORDS = {
  title: both('Sammenlign to rapporter', 'Compare two reports'),
  lead: both(
    'Se, hvilke tal der flyttede sig fra den ene rapport til den anden, og hvorfor.',
    'See which numbers moved from one report to the other, and why.',
  ),
  from: both('Fra rapport', 'From report'),
  to: both('Til rapport', 'To report'),
  show: both('Sammenlign', 'Compare'),
  choose: both('Vælg to forskellige rapporter.', 'Choose two different reports.'),
  few: both(
    'Der skal være to frosne rapporter, før de kan sammenlignes.',
    'Two reports must be frozen before they can be compared.',
  ),
  caption: (said: Filling<'level'>): Bilingual =>
    both(`Hvad der flyttede sig, ${inDanish(said.level)}`, `What moved, ${inEnglish(said.level)}`),
  before: both('Før', 'Before'),
  after: both('Efter', 'After'),
  change: both('Ændring', 'Change'),
  points: (said: Filling<'points'>): Bilingual =>
    both(`${inDanish(said.points)} procentpoint`, `${inEnglish(said.points)} percentage points`),
  why: both('Hvorfor', 'Why'),
  causes: both('Årsager', 'Causes'),
  decisions: (said: { readonly count: number } & Filling<'cause'>): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.cause)}: ${inDanish(said.count)} afgørelse`
        : `${inDanish(said.cause)}: ${inDanish(said.count)} afgørelser`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.cause)}: ${inEnglish(said.count)} decision`
        : `${inEnglish(said.cause)}: ${inEnglish(said.count)} decisions`,
    ),
  unmoved: (said: Filling<'count'>): Bilingual =>
    both(
      `Intet har flyttet sig i de øvrige rækker: ${inDanish(said.count)}.`,
      `Nothing moved in the other rows: ${inEnglish(said.count)}.`,
    ),
  onlyMoved: both('Intet har flyttet sig mellem de to rapporter.', 'Nothing moved between the two reports.'),
  all: both('alle indikatorer', 'all indicators'),
};

export const SUBSCRIPTION_WORDS = {
  title: both('Abonnementer', 'Subscriptions'),
  lead: both(
    'En enheds rapport bliver lavet efter en plan og lagt i en mappe eller sendt med mail.',
    'A unit’s report is made on a schedule and put in a folder or sent by mail.',
  ),
  list: both('Abonnementer', 'Subscriptions'),
  none: both('Der er ingen abonnementer.', 'There are no subscriptions.'),
  unit: both('Enhed', 'Unit'),
  period: both('Periode', 'Period'),
  formats: both('Filer', 'Files'),
  language: both('Sprog', 'Language'),
  schedule: both('Plan', 'Schedule'),
  delivery: both('Leveres til', 'Delivered to'),
  nextDue: both('Næste gang', 'Next due'),
  state: both('Tilstand', 'State'),
  well: both('i orden', 'in order'),
  failed: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `mislykket ${inDanish(said.count)} gang` : `mislykket ${inDanish(said.count)} gange`,
      isOne(said.count, 'en') ? `failed ${inEnglish(said.count)} time` : `failed ${inEnglish(said.count)} times`,
    ),
  actions: both('Handlinger', 'Actions'),
  produce: both('Lav nu', 'Make now'),
  end: both('Afslut', 'End'),
  add: both('Nyt abonnement', 'New subscription'),
  take: both('Opret abonnementet', 'Take the subscription'),
  folder: both('Mappe', 'Folder'),
  folderHint: both(
    'En mappe under programmets mappe til rapporter, for eksempel odense.',
    'A folder below the program’s folder for reports, for example odense.',
  ),
  mail: both('Mailadresser', 'Mail addresses'),
  mailHint: both(
    'Adskil flere med komma. Udfyldes kun, hvis rapporten skal sendes med mail.',
    'Separate several by commas. Only if the report is to be mailed.',
  ),
  scheduleHint: both(
    'Fem dele: minut, time, dag, måned, ugedag. 0 6 5 * * er den 5. i hver måned kl. 6.',
    'Five parts: minute, hour, day, month, day of the week. 0 6 5 * * is the 5th of every month at 6.',
  ),
  month: both('den seneste måned', 'the latest month'),
  quarter: both('det seneste kvartal', 'the latest quarter'),
  tertial: both('det seneste tertial', 'the latest tertial'),
  year: both('det seneste år', 'the latest year'),
  danish: both('dansk', 'Danish'),
  english: both('engelsk', 'English'),
  taken: both('Abonnementet er oprettet.', 'The subscription is taken.'),
  ended: both('Abonnementet er afsluttet.', 'The subscription is ended.'),
  produced: both('Rapporten er lavet og leveret.', 'The report is made and handed over.'),
  notProduced: both(
    'Rapporten kunne ikke leveres. Se mappen eller mailadressen efter, og prøv igen.',
    'The report could not be handed over. Check the folder or the mail address and try again.',
  ),
  refused: both('Abonnementet kunne ikke oprettes.', 'The subscription could not be taken.'),
  badUnit: both('Enheden findes ikke.', 'There is no such unit.'),
  badFormats: both('Vælg mindst én slags fil.', 'Choose at least one kind of file.'),
  badSchedule: both(
    'Planen kan ikke læses. Skriv fem dele, højst én gang i timen, for eksempel 0 6 5 * *.',
    'The schedule cannot be read. Write five parts, at most once an hour, for example 0 6 5 * *.',
  ),
  badDelivery: both(
    'Skriv en mappe eller en eller flere mailadresser, som programmet kan levere til.',
    'Write a folder or one or more mail addresses that the program can deliver to.',
  ),
};
