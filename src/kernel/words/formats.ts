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
  read: (said: Filling<'events' | 'parts' | 'refused' | 'unchanged'>): Bilingual =>
    both(
      `${inDanish(said.parts)} dele læst: ${inDanish(said.events)} hændelser; ${inDanish(said.unchanged)} uændrede, ${inDanish(said.refused)} kunne ikke læses.`,
      `${inEnglish(said.parts)} parts read: ${inEnglish(said.events)} events; ${inEnglish(said.unchanged)} unchanged, ${inEnglish(said.refused)} not readable.`,
    ),
  readWhole: (said: Filling<'events' | 'gone' | 'parts' | 'refused' | 'unchanged'>): Bilingual =>
    both(
      `${inDanish(said.parts)} dele læst: ${inDanish(said.events)} hændelser, heraf ${inDanish(said.gone)} tilbagetrækninger af det, der er væk; ${inDanish(said.unchanged)} uændrede, ${inDanish(said.refused)} kunne ikke læses.`,
      `${inEnglish(said.parts)} parts read: ${inEnglish(said.events)} events, ${inEnglish(said.gone)} of them retractions of what is gone; ${inEnglish(said.unchanged)} unchanged, ${inEnglish(said.refused)} not readable.`,
    ),
  nothingRetracted: both(
    'Intet blev trukket tilbage, for det, der ikke kunne læses, kan være det, der ser ud til at være væk: ret det, og levér igen.',
    'Nothing was retracted, for what could not be read may be what seems gone: correct it and deliver again.',
  ),
  unmapped: (said: Filling<'what'>): Bilingual =>
    both(
      `I orden, men uden en plads her: ${inDanish(said.what)}.`,
      `Sound, but without a place here: ${inEnglish(said.what)}.`,
    ),
  counted: (said: Filling<'accepted' | 'codes' | 'duplicate' | 'events' | 'notes' | 'rejected'>): Bilingual =>
    both(
      `${inDanish(said.events)} hændelser: ${inDanish(said.accepted)} modtaget, ${inDanish(said.duplicate)} gentaget, ${inDanish(said.rejected)} afvist${inDanish(said.codes)}.${inDanish(said.notes)}`,
      `${inEnglish(said.events)} events: ${inEnglish(said.accepted)} accepted, ${inEnglish(said.duplicate)} repeated, ${inEnglish(said.rejected)} rejected${inEnglish(said.codes)}.${inEnglish(said.notes)}`,
    ),
  noted: (said: Filling<'what'>): Bilingual =>
    both(` Bemærket: ${inDanish(said.what)}.`, ` Noted: ${inEnglish(said.what)}.`),
  otherSource: (said: Filling<'file' | 'row' | 'sender'>): Bilingual =>
    both(
      `Række ${inDanish(said.row)} i ${inDanish(said.file)} er fra en anden organisation end ${inDanish(said.sender)}, som leverer. Man leverer kun for sig selv, så intet blev modtaget: tag de andres rækker ud, og levér igen.`,
      `Row ${inEnglish(said.row)} of ${inEnglish(said.file)} is of another organisation than ${inEnglish(said.sender)}, who delivers. One delivers for oneself alone, so that nothing was taken: take the rows of others out and deliver again.`,
    ),
  waiting: both('Den venter på at blive læst; spørg igen.', 'It waits to be read; ask again.'),
  notHandled: both(
    'Programmet fejlede på den, og det står i dets log. Intet af den er tabt: den læses igen ved næste start.',
    'The program failed on it, which is in its log. Nothing of it is lost: it is read again at the next start.',
  ),
};
