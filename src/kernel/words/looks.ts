// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const LOOKS_PAGE_WORDS = {
  title: both('Opslag', 'Looks'),
  lead: both(
    'Hvem der har set hvad om hvem, hvorfor og hvornår. Også det, du ser her, bliver noteret.',
    'Who saw what of whom, why and when. What you see here is noted too.',
  ),
  chain: both('Er loggen hel?', 'Is the log whole?'),
  chainSays: both(
    'Hvert opslag er kædet til dem før det, og loggens hoved er underskrevet. Kontrollen læser alle opslag.',
    'Every look is chained to those before it, and the head of the log is signed. The check reads every look.',
  ),
  checkChain: both('Kontrollér hele loggen nu', 'Check the whole log now'),
  unusual: both('Usædvanlige opslag', 'Unusual looks'),
  unusualLead: both(
    'Det her bør nogen spørge til; der kan være gode grunde. Sådan behandles det: se opslagene, spørg den, der slog op, og tag det videre til ledelsen, hvis svaret ikke holder. Fundene regnes forfra af loggen hver gang, så de står her også bagefter.',
    'Somebody should ask about these; there may be good reasons. They are handled so: see the looks, ask whoever looked, and take it to management where the answer does not hold. They are found anew in the log each time, so that they stand here afterwards too.',
  ),
  unusualCaption: (said: Filling<'from' | 'until'>): Bilingual =>
    both(
      `Usædvanlige opslag ${inDanish(said.from)}–${inDanish(said.until)}`,
      `Unusual looks ${inEnglish(said.from)}–${inEnglish(said.until)}`,
    ),
  noUnusual: both('Ingen opslag i perioden er usædvanlige.', 'No looks of the period are unusual.'),
  day: both('Dag', 'Day'),
  what: both('Hvad', 'What'),
  who: both('Hvem', 'Who'),
  for: both('For', 'For'),
  howMany: both('Patienter', 'Patients'),
  theirLooks: both('Vis opslagene', 'Show the looks'),
  theirLooksOf: (said: Filling<'day' | 'name'>): Bilingual =>
    both(
      `Vis opslagene: ${inDanish(said.name)}, ${inDanish(said.day)}`,
      `Show the looks: ${inEnglish(said.name)}, ${inEnglish(said.day)}`,
    ),
  asserted: both('Relationer, som personalet selv har skrevet', 'Relations that staff wrote themselves'),
  assertedLead: both(
    'Kontrollér, at grunden holder. Adgangen ophører af sig selv.',
    'Check that the reason holds. Access ends by itself.',
  ),
  noAsserted: both('Ingen har skrevet en relation selv.', 'Nobody wrote a relation themselves.'),
  person: both('Patient', 'Patient'),
  reason: both('Hvorfor', 'Why'),
  until: both('Adgang til og med', 'Access through'),
  log: both('Loggen', 'The log'),
  logCaption: both('Opslag, de nyeste først', 'Looks, the newest first'),
  noLooks: both('Ingen opslag svarer til det, der er valgt.', 'No looks fit what was chosen.'),
  number: both('Nummer', 'Number'),
  when: both('Hvornår', 'When'),
  purpose: both('Formål', 'Purpose'),
  relation: both('Relation', 'Relation'),
  noRelation: both('ikke krævet', 'not asked for'),
  everyone: both('alle', 'everyone'),
  nobody: both('ingen navngivet', 'nobody named'),
  persons: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} patient` : `${inDanish(said.count)} patienter`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} patient` : `${inEnglish(said.count)} patients`,
    ),
  onlyWho: (said: Filling<'name'>): Bilingual =>
    both(`Kun opslag af ${inDanish(said.name)}`, `Only looks by ${inEnglish(said.name)}`),
  onlyPerson: (said: Filling<'person'>): Bilingual =>
    both(`Kun opslag på ${inDanish(said.person)}`, `Only looks at ${inEnglish(said.person)}`),
  older: both('Vis ældre opslag', 'Show older looks'),
  newest: both('Vis de nyeste', 'Show the newest'),
  allLooks: both('Vis hele loggen', 'Show the whole log'),
  download: both('Hent som regneark (CSV)', 'Download as a spreadsheet (CSV)'),
  badPerson: both(
    'Nøglen kan ikke læses. Den begynder med p_ og har 22 tegn derefter. Skriv aldrig et personnummer.',
    'The key cannot be read. It begins with p_ and has 22 characters after it. Never write a CPR number.',
  ),
  badDay: both('Dagen kan ikke læses. Skriv den som ÅÅÅÅ-MM-DD.', 'The day cannot be read. Write it as YYYY-MM-DD.'),
};

export const LOOKS_CHOICE_WORDS = {
  person: both('Patientens nøgle', 'The patient’s key'),
  subject: both('Hvem (brugernavn)', 'Who (user name)'),
  organisation: both('Organisation', 'Organisation'),
  purpose: both('Formål', 'Purpose'),
  from: both('Fra og med', 'From'),
  until: both('Til og med', 'Through'),
  all: both('alle', 'all'),
};

export const CHAIN_STATE_WORDS = {
  whole: (said: Filling<'looks'>): Bilingual =>
    both(
      `Loggen er hel: alle ${inDanish(said.looks)} opslag er, som de blev skrevet.`,
      `The log is whole: all ${inEnglish(said.looks)} looks are as they were written.`,
    ),
  missing: (said: Filling<'number'>): Bilingual =>
    both(
      `Der er hul i loggen: opslag nummer ${inDanish(said.number)} mangler.`,
      `The log has a gap: look number ${inEnglish(said.number)} is missing.`,
    ),
  changed: (said: Filling<'number'>): Bilingual =>
    both(
      `Opslag nummer ${inDanish(said.number)} er ikke, som det blev skrevet.`,
      `Look number ${inEnglish(said.number)} is not as it was written.`,
    ),
  cut: (said: Filling<'number'>): Bilingual =>
    both(
      `Opslag nummer ${inDanish(said.number)} og alle efter det er væk.`,
      `Look number ${inEnglish(said.number)} and all after it are gone.`,
    ),
  rewritten: (said: Filling<'number'>): Bilingual =>
    both(
      `Opslagene til og med nummer ${inDanish(said.number)} er andre end dem, loggens hoved blev underskrevet over.`,
      `The looks up to number ${inEnglish(said.number)} are others than those the head of the log was signed over.`,
    ),
  'head-forged': both(
    'Loggens hoved er ikke underskrevet med den rigtige nøgle.',
    'The head of the log was not signed with the right key.',
  ),
  'head-missing': both(
    'Loggens hoved mangler, så det kan ikke ses, om de seneste opslag er væk.',
    'The head of the log is missing, so that it cannot be seen whether the latest looks are gone.',
  ),
  'head-unreadable': both(
    'Loggens hoved kan ikke læses, så det kan ikke ses, om de seneste opslag er væk.',
    'The head of the log cannot be read, so that it cannot be seen whether the latest looks are gone.',
  ),
  misfiled: (said: Filling<'number'>): Bilingual =>
    both(
      `Opslag nummer ${inDanish(said.number)} findes under andre patienter end dem, det var på.`,
      `Look number ${inEnglish(said.number)} is found under other patients than those it was at.`,
    ),
};

export const UNUSUAL_WORDS = {
  MANY_PERSONS_IN_AN_HOUR: both('mange patienter på en time', 'many patients in an hour'),
  MANY_PERSONS_IN_A_DAY: both('mange patienter på en dag', 'many patients in a day'),
  NO_RELATION: both('ingen relation, som indberetninger viser', 'no relation that reports show'),
  OUTSIDE_HOURS: both('uden for arbejdstid', 'outside working hours'),
  OWN_RECORD: both('eget forløb', 'their own record'),
  COLLEAGUE: both('en kollega', 'a colleague'),
  NAMESAKE: both('en med samme efternavn', 'somebody with the same surname'),
};
