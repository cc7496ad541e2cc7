// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const MINE_PAGE_WORDS = {
  title: both('Mit forløb', 'My pathway'),
  lead: both(
    'Her kan du se, hvad der er registreret om din hjerterehabilitering, hvem der har set det, og hvem der må.',
    'Here you see what was recorded of your heart rehabilitation, who has seen it, and who may.',
  ),
  nothing: both('Der er ikke registreret noget forløb for dig endnu.', 'No pathway has been recorded for you yet.'),
  pathway: (said: Filling<'day'>): Bilingual =>
    both(`Forløbet siden ${inDanish(said.day)}`, `The pathway since ${inEnglish(said.day)}`),
  begun: (said: Filling<'day' | 'place'>): Bilingual =>
    both(
      `Dit forløb begyndte ${inDanish(said.day)} på ${inDanish(said.place)}.`,
      `Your pathway began on ${inEnglish(said.day)} at ${inEnglish(said.place)}.`,
    ),
  done: both('Det er der sket', 'What has been done'),
  toCome: both('Det kommer måske endnu', 'What may still come'),
  toComeSays: (said: Filling<'day' | 'title'>): Bilingual =>
    both(
      `${inDanish(said.title)}: der er tid til og med ${inDanish(said.day)}. Spørg dit sygehus eller din kommune, hvis du er i tvivl.`,
      `${inEnglish(said.title)}: there is time through ${inEnglish(said.day)}. Ask your hospital or municipality if you are in doubt.`,
    ),
  noMoreToCome: both('Der er ikke noget, du skal nå.', 'There is nothing you have to reach.'),
  notDone: both('Det står ikke i registreringerne', 'What is not in the records'),
  notDoneSays: both(
    'At noget ikke står her, betyder ikke, at der er sket en fejl. Det kan være sket uden at blive registreret, eller det var ikke det rigtige for dig. Spørg gerne dem, der behandler dig.',
    'That something is not here does not mean that a mistake was made. It may have been done without being recorded, or it was not right for you. Do ask those who treat you.',
  ),
  values: both('Mine målinger og spørgeskemaer', 'My measurements and questionnaires'),
  valuesCaption: both('Mine målinger og spørgeskemaer efter dato', 'My measurements and questionnaires by date'),
  noValues: both(
    'Der er ingen målinger eller spørgeskemaer endnu.',
    'There are no measurements or questionnaires yet.',
  ),
  day: both('Dag', 'Day'),
  what: both('Hvad', 'What'),
  where: both('Hvor', 'Where'),
  looks: both('Hvem har set mit forløb', 'Who has seen my pathway'),
  looksLead: both(
    'Hver gang nogen ser dine oplysninger, bliver det noteret her.',
    'Each time somebody sees your data it is noted here.',
  ),
  looksCaption: both('Hvem der har set mit forløb, de nyeste først', 'Who has seen my pathway, the newest first'),
  when: both('Hvornår', 'When'),
  who: both('Hvem', 'Who'),
  for: both('For', 'For'),
  purpose: both('Hvorfor', 'Why'),
  noLooks: both('Ingen har set dit forløb endnu.', 'Nobody has seen your pathway yet.'),
  moreLooks: both('Vis ældre opslag', 'Show older looks'),
  self: both('dig selv', 'yourself'),
  noOrganisation: both('ingen organisation', 'no organisation'),
};

export const CONSENT_WORDS = {
  heading: both('Hvem må se mit forløb', 'Who may see my pathway'),
  lead: both(
    'Dem, der behandler dig, må se dit forløb. Du kan sige nej til en organisation, og du kan sige ja til en anden. Det gælder med det samme, og du kan altid ændre det igen.',
    'Those who treat you may see your pathway. You can say no to an organisation and yes to another. It holds at once, and you can always change it.',
  ),
  caption: both('Organisationer, der må se mit forløb', 'Organisations that may see my pathway'),
  none: both('Ingen organisation må se dit forløb lige nu.', 'No organisation may see your pathway right now.'),
  withdraw: (said: Filling<'organisation'>): Bilingual =>
    both(`Sig nej til ${inDanish(said.organisation)}`, `Say no to ${inEnglish(said.organisation)}`),
  give: both('Sig ja til en organisation', 'Say yes to an organisation'),
  organisation: both('Sygehus eller kommune', 'Hospital or municipality'),
  choose: both('Vælg', 'Choose'),
  send: both('Fortsæt', 'Go on'),
  badOrganisation: both('Vælg et sygehus eller en kommune.', 'Choose a hospital or a municipality.'),
  confirmTitle: both('Bekræft dit valg', 'Confirm your choice'),
  confirmNo: (said: Filling<'organisation'>): Bilingual =>
    both(
      `${inDanish(said.organisation)} må ikke længere se dit forløb. Det gælder med det samme, også hvis de behandler dig. Du kan sige ja igen når som helst.`,
      `${inEnglish(said.organisation)} may no longer see your pathway. It holds at once, even if they treat you. You can say yes again at any time.`,
    ),
  confirmYes: (said: Filling<'organisation'>): Bilingual =>
    both(
      `${inDanish(said.organisation)} må se hele dit forløb, på tværs af sygehus, kommune og almen praksis. Det gælder med det samme, og du kan sige nej igen når som helst.`,
      `${inEnglish(said.organisation)} may see your whole pathway, across hospital, municipality and general practice. It holds at once, and you can say no again at any time.`,
    ),
  yesNo: (said: Filling<'organisation'>): Bilingual =>
    both(
      `Ja, ${inDanish(said.organisation)} må ikke se mit forløb`,
      `Yes, ${inEnglish(said.organisation)} may not see my pathway`,
    ),
  yesYes: (said: Filling<'organisation'>): Bilingual =>
    both(
      `Ja, ${inDanish(said.organisation)} må se mit forløb`,
      `Yes, ${inEnglish(said.organisation)} may see my pathway`,
    ),
  cancel: both('Fortryd', 'Cancel'),
  doneNo: (said: Filling<'organisation'>): Bilingual =>
    both(
      `Fra nu af må ${inDanish(said.organisation)} ikke se dit forløb.`,
      `From now on ${inEnglish(said.organisation)} may not see your pathway.`,
    ),
  doneYes: (said: Filling<'organisation'>): Bilingual =>
    both(
      `Fra nu af må ${inDanish(said.organisation)} se dit forløb.`,
      `From now on ${inEnglish(said.organisation)} may see your pathway.`,
    ),
};

export const PLAIN_WORDS = {
  participation: both('Du har deltaget i hjerterehabilitering', 'You took part in heart rehabilitation'),
  retention: both('Du har gennemført forløbet i kommunen', 'You completed the course in the municipality'),
  'work-capacity': both('Din kondition er blevet bedre', 'Your fitness has improved'),
  diet: both('Du har fået kostbehandling', 'You received diet treatment'),
  'smoking-cessation': both('Du har deltaget i et rygestoptilbud', 'You took part in smoking cessation'),
  'smoke-free': both('Du er røgfri', 'You are smoke-free'),
  'hads-start': both(
    'Du har svaret på spørgeskemaet om, hvordan du har det (HADS)',
    'You answered the questionnaire about how you are (HADS)',
  ),
  'hads-end': both(
    'Du har svaret på spørgeskemaet om, hvordan du har det (HADS), igen',
    'You answered the questionnaire about how you are (HADS) again',
  ),
  'blood-pressure': both('Dit blodtryk er, som det skal være', 'Your blood pressure is as it should be'),
  ldl: both('Dit kolesterol er, som det skal være', 'Your cholesterol is as it should be'),
  antithrombotic: both('Du har hentet blodfortyndende medicin', 'You fetched blood-thinning medicine'),
  statin: both('Du har hentet kolesterolsænkende medicin', 'You fetched cholesterol-lowering medicine'),
};

export const PURPOSE_WORDS = {
  treatment: both('behandling', 'treatment'),
  quality: both('kvaliteten af behandlingen', 'the quality of treatment'),
  administration: both('ledelse', 'management'),
  control: both('kontrol', 'control'),
  own: both('egne oplysninger', 'own data'),
  operation: both('drift', 'operation'),
};

export const LOOKED_WORDS = {
  readPerson: both('forløbet', 'the pathway'),
  readMeasureReports: both('forløbet', 'the pathway'),
  findPerson: both('opslag på personnummer', 'look-up by CPR number'),
  listRelations: both('hvem der må se', 'who may look'),
  listLooksAtPerson: both('hvem der har set', 'who has looked'),
  listWorklist: both('arbejdsliste', 'worklist'),
  revealPerson: both('personnummeret', 'the CPR number'),
  assertRelation: both('skrev, at de behandler', 'wrote that they treat'),
  settleConsent: both('samtykke', 'consent'),
  listCases: both('liste over patienter', 'list of patients'),
  produceSubscription: both('indkaldelsesliste', 'recall list'),
  registerWebhook: both('beslutninger sendt til et system', 'decisions sent to a system'),
  listOpenLoops: both('henvisninger uden start', 'referrals without a start'),
  listLooks: both('loggen over opslag', 'the log of looks'),
  listUnusualLooking: both('usædvanlige opslag', 'unusual looks'),
  listAssertedRelations: both('relationer, personalet skrev', 'relations staff wrote'),
  listRejected: both('afviste hændelser', 'refused events'),
  listOwnRejected: both('egne afviste hændelser', 'refused events of their own'),
  listFindings: both('fund i registreringer', 'findings in registrations'),
  listSourceEvents: both('egne registreringer', 'registrations of their own'),
  listOutcomeChanges: both('ændrede afgørelser', 'changed decisions'),
  followChanges: both('alle ændringer, som de sker', 'all changes as they happen'),
  other: both('andet', 'something else'),
};
