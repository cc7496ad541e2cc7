// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const LOOKS_PAGE_WORDS = {
  title: both('Opslag', 'Looks'),
  lead: both(
    'Hvem der har set hvem, hvornår og hvorfor. Loggen kan kun vokse.',
    'Who has seen whom, when and why. The log can only grow.',
  ),
  unusual: both('Usædvanlige opslag', 'Unusual looking'),
  unusualLead: both(
    'De seneste syv dage. Der kan være en god grund; nogen bør spørge.',
    'The last seven days. There may be a good reason; somebody should ask.',
  ),
  unusualCaption: both('Usædvanlige opslag efter dag og person', 'Unusual looking by day and person'),
  noUnusual: both('Intet usædvanligt de seneste syv dage.', 'Nothing unusual in the last seven days.'),
  asserted: both('Relationer, som personalet selv har skrevet', 'Relations that staff wrote themselves'),
  assertedCaption: both(
    'Relationer med begrundelse, de nyeste først',
    'Relations with their reasons, the newest first',
  ),
  noAsserted: both('Ingen har skrevet en relation endnu.', 'Nobody has written a relation yet.'),
  log: both('Alle opslag', 'All looks'),
  logCaption: both('Opslag, de nyeste først', 'Looks, the newest first'),
  noLooks: both('Ingen opslag svarer til valgene.', 'No looks meet the choices.'),
  older: both('Vis ældre opslag', 'Show older looks'),
  badChoice: both(
    'Et af valgene kan ikke bruges. Ret det, og prøv igen.',
    'One of the choices cannot be used. Mend it and try again.',
  ),
};

export const LOOK_WORDS = {
  number: both('Nummer', 'Number'),
  when: both('Hvornår', 'When'),
  who: both('Hvem', 'Who'),
  role: both('Rolle', 'Role'),
  organisation: both('Organisation', 'Organisation'),
  subject: both('Bruger', 'User'),
  purpose: both('Formål', 'Purpose'),
  relation: both('Relation', 'Relation'),
  reason: both('Begrundelse', 'Reason'),
  what: both('Hvad', 'What'),
  persons: both('Patienter', 'Patients'),
  person: both('Patientens nøgle', 'Key of the patient'),
  day: both('Dag', 'Day'),
  why: both('Hvorfor usædvanligt', 'Why unusual'),
  until: both('Til og med', 'Through'),
  from: both('Fra og med dag', 'From day'),
  through: both('Til og med dag', 'Through day'),
  everyone: both('alle', 'everyone'),
  more: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} patient mere` : `${inDanish(said.count)} patienter mere`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} patient more` : `${inEnglish(said.count)} patients more`,
    ),
  lookNumbers: (said: Filling<'numbers'>): Bilingual =>
    both(`opslag ${inDanish(said.numbers)}`, `looks ${inEnglish(said.numbers)}`),
};

export const UNUSUAL_WORDS = {
  MANY_PERSONS_IN_AN_HOUR: both('mange patienter på en time', 'many patients in an hour'),
  MANY_PERSONS_IN_A_DAY: both('mange patienter på en dag', 'many patients in a day'),
  NO_RELATION: both('ingen relation til patienten', 'no relation with the patient'),
  OUTSIDE_HOURS: both('uden for arbejdstid', 'outside working hours'),
  OWN_RECORD: both('eget forløb', 'own record'),
  COLLEAGUE: both('en kollega', 'a colleague'),
  NAMESAKE: both('samme efternavn', 'the same surname'),
};
