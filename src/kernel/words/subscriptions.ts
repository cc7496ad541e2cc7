// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const PARCEL_WORDS = {
  subject: (said: Filling<'period' | 'unit'>): Bilingual =>
    both(
      `Indikatorer: ${inDanish(said.unit)}, ${inDanish(said.period)}`,
      `Indicators: ${inEnglish(said.unit)}, ${inEnglish(said.period)}`,
    ),
  text: both('Rapporten ligger i de vedhæftede filer.', 'The report is in the attached files.'),
  labelled: (said: Filling<'label'>): Bilingual =>
    both(
      `Rapporten ligger i de vedhæftede filer. Indikatorerne er ikke de officielle; de er mærket ${inDanish(said.label)}.`,
      `The report is in the attached files. The indicators are not the official ones; they are labelled ${inEnglish(said.label)}.`,
    ),
};
