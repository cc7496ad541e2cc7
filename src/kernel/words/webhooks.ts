// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const UNEXPLAINED_WORDS = {
  explanation: (said: Filling<'definition'>): Bilingual =>
    both(
      `Afgjort efter ${inDanish(said.definition)}. Beviser og fund er her; begrundelsen i ord ses i programmet.`,
      `Decided by ${inEnglish(said.definition)}. Evidence and findings are here; the reasons in words are seen in the program.`,
    ),
};
