// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const DELIVERY_WORDS = {
  saidOtherwise: both(
    'En anden række i leveringen siger noget andet om den samme registrering. Ret en af dem, og levér igen.',
    'Another row of the delivery says something else of the same registration. Correct one of them and deliver again.',
  ),
  tooManyGone: (said: Filling<'missing' | 'of' | 'source'>): Bilingual =>
    both(
      `Leveringen mangler ${inDanish(said.missing)} af de ${inDanish(said.of)} registreringer, som ${inDanish(said.source)} har leveret før. Er det en del af registreringerne, så levér den som en delvis (--extract incremental); skal de slettes, så levér igen med --accept-deletions.`,
      `The delivery lacks ${inEnglish(said.missing)} of the ${inEnglish(said.of)} registrations that ${inEnglish(said.source)} delivered before. If it is a part of them, deliver it as one (--extract incremental); if they are to be deleted, deliver it again with --accept-deletions.`,
    ),
};
