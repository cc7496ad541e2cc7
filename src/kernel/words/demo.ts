// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const DEMO_WORDS = {
  sameAddress: (said: Filling<'person'>): Bilingual =>
    both(
      `De samme to adresser spurgt af seks personer (${inDanish(said.person)} er en konstrueret patient).`,
      `The same two addresses asked by six people (${inEnglish(said.person)} is a constructed patient).`,
    ),
  who: both('Hvem', 'Who'),
  person: both('Ét menneskes forløb', 'The pathway of one person'),
  numbers: (said: Filling<'period'>): Bilingual =>
    both(`Deltagelse i Odense, ${inDanish(said.period)}`, `Participation in Odense, ${inEnglish(said.period)}`),
  seen: (said: Filling<'decisions' | 'events' | 'pathways'>): Bilingual =>
    both(
      `forløb: ${inDanish(said.pathways)}, hændelser: ${inDanish(said.events)}, afgørelser: ${inDanish(said.decisions)}`,
      `pathways: ${inEnglish(said.pathways)}, events: ${inEnglish(said.events)}, decisions: ${inEnglish(said.decisions)}`,
    ),
  noRelation: both('nej: ingen relation til personen nu', 'no: no relation with this person now'),
  notForRole: both('nej: ikke for denne rolle', 'no: not for this role'),
  counted: (said: Filling<'denominator' | 'numerator'>): Bilingual =>
    both(
      `${inDanish(said.numerator)} af ${inDanish(said.denominator)}`,
      `${inEnglish(said.numerator)} of ${inEnglish(said.denominator)}`,
    ),
  perturbed: (said: Filling<'denominator' | 'numerator'>): Bilingual =>
    both(
      `${inDanish(said.numerator)} af ${inDanish(said.denominator)} (offentliggjort visning)`,
      `${inEnglish(said.numerator)} of ${inEnglish(said.denominator)} (published view)`,
    ),
};
