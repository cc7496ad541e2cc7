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
  brokenZip: both(
    'Zip-filen er ikke hel, eller den er pakket på en måde, der ikke læses her. Pak den igen, eller levér filerne i en mappe.',
    'The zip file is not whole, or packed in a way that is not read here. Pack it again, or deliver the files in a folder.',
  ),
  largeZip: (said: Filling<'most'>): Bilingual =>
    both(
      `Zip-filen fylder mere end ${inDanish(said.most)} MB, når den er pakket ud. Levér filerne i en mappe i stedet.`,
      `The zip file takes more than ${inEnglish(said.most)} MB when it is unpacked. Deliver the files in a folder instead.`,
    ),
};
