// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const ORGANISATION_NAME_WORDS = {
  laboratory: both('Laboratoriedatabasen', 'the laboratory database'),
  pharmacy: both('Receptregisteret', 'the prescription register'),
  person: both('CPR-registeret', 'the civil registration'),
  patient: both('patienterne selv', 'the patients themselves'),
  registry: both('registret', 'the registry'),
  'general-practice': (said: Filling<'number'>): Bilingual =>
    both(
      `almen praksis, ydernummer ${inDanish(said.number)}`,
      `general practice, ydernummer ${inEnglish(said.number)}`,
    ),
  danheart: (said: Filling<'name'>): Bilingual =>
    both(`${inDanish(said.name)}, DanHeart`, `${inEnglish(said.name)}, DanHeart`),
  hospital: both('sygehus uden for listen', 'hospital that is not listed'),
  municipality: both('kommune uden for listen', 'municipality that is not listed'),
  region: both('region uden for listen', 'region that is not listed'),
  coded: (said: Filling<'code' | 'name'>): Bilingual =>
    both(`${inDanish(said.code)} ${inDanish(said.name)}`, `${inEnglish(said.code)} ${inEnglish(said.name)}`),
};
