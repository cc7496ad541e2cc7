// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const POISON_WORDS = {
  told: (said: Filling<'offset' | 'partition' | 'remedy' | 'topic' | 'what'>): Bilingual =>
    both(
      `${inDanish(said.what)} Den står i emnet ${inDanish(said.topic)}, partition ${inDanish(said.partition)}, offset ${inDanish(said.offset)}. ${inDanish(said.remedy)}`,
      `${inEnglish(said.what)} It stands in the topic ${inEnglish(said.topic)}, partition ${inEnglish(said.partition)}, offset ${inEnglish(said.offset)}. ${inEnglish(said.remedy)}`,
    ),
  noValue: both('Meddelelsen har ingen værdi.', 'This message has no value.'),
  notJson: both('Meddelelsens værdi er ikke JSON.', 'The value of this message is not JSON.'),
  notObject: both('Meddelelsens værdi er ikke et JSON-objekt.', 'The value of this message is not a JSON object.'),
  otherForm: (said: Filling<'schema'>): Bilingual =>
    both(
      `Meddelelsens værdi følger ikke ${inDanish(said.schema)}.`,
      `The value of this message does not follow ${inEnglish(said.schema)}.`,
    ),
  otherKey: both(
    'Meddelelsens nøgle er ikke den, som værdien handler om.',
    'The key of this message is not whom its value is about.',
  ),
  tooLarge: both(
    'Det, der kommer ud af meddelelsen, er større, end et emne tager imod.',
    'What comes of this message is larger than a topic takes.',
  ),
  notParsed: both(
    'Meddelelsen kan ikke behandles: en tekst i den kunne ikke læses.',
    'Handling this message fails: a text in it could not be parsed.',
  ),
  failed: (said: Filling<'error'>): Bilingual =>
    both(
      `Meddelelsen kan ikke behandles: ${inDanish(said.error)}.`,
      `Handling this message fails: ${inEnglish(said.error)}.`,
    ),
};

export const POISON_REMEDY_WORDS = {
  foreign: both(
    'Kun programmet skriver til dette emne. Find ud af, hvad der ellers gør det, og stands det; meddelelsen er sprunget over, og intet venter på den.',
    'Only the program writes to this topic. Find out what else does and stop it; the message was skipped, and nothing waits for it.',
  ),
  tooLarge: both(
    'Sæt emnernes `max.message.bytes` op, og send hændelsen igen, eller send den med mindre i.',
    'Raise `max.message.bytes` of the topics, then send the event again, or send it with less in it.',
  ),
  fault: both(
    'Det er en fejl i programmet. Meld den med dette sted; meddelelsen er gemt blandt de afviste hændelser og kan sendes igen derfra, når programmet er rettet.',
    'That is a fault of the program. Report it with this place; the message is kept among the refused events, to be sent again from there when the program is mended.',
  ),
  faultWithin: both(
    'Det er en fejl i programmet. Meld den med dette sted; den, meddelelsen handler om, er sat til side og prøves igen, når programmet starter næste gang.',
    'That is a fault of the program. Report it with this place; whoever the message is about is set aside and tried again when the program next starts.',
  ),
};
