// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const RATE_WORDS = {
  nobody: both('Ingen endnu', 'Nobody yet'),
  share: (said: Filling<'denominator' | 'numerator'>): Bilingual =>
    both(
      `${inDanish(said.numerator)} af ${inDanish(said.denominator)}`,
      `${inEnglish(said.numerator)} of ${inEnglish(said.denominator)}`,
    ),
  stillOpen: (said: Filling<'metSoFar' | 'pending'>): Bilingual =>
    both(
      `opfyldt foreløbig: ${inDanish(said.metSoFar)}, afventer: ${inDanish(said.pending)}`,
      `met so far: ${inEnglish(said.metSoFar)}, pending: ${inEnglish(said.pending)}`,
    ),
  onceClosed: (said: Filling<'bounds'>): Bilingual =>
    both(`kan ende på ${inDanish(said.bounds)}`, `could end at ${inEnglish(said.bounds)}`),
  notes: [
    both(
      'Perioden er indeksdagens: hvert forløb hører til den periode, det begyndte i. Tallene er om forløb, hvis vindue er lukket.',
      'The period is that of the index day: each pathway belongs to the period it began in. Numbers are about pathways whose window has ended.',
    ),
    both(
      'Skøn: opfyldte blandt dem, hvor ingen kilde var tavs eller ikke tilsluttet. Er der ingen af dem, er der intet skøn.',
      'Estimate: met among those for whom no source was silent or not connected. Where there are none of these there is no estimate.',
    ),
    both(
      'Yderpunkter: så langt ned og op kunne de tavse kilders indberetninger højst flytte andelen.',
      'Bounds: so far down and up could reports of the silent sources have moved the share at most.',
    ),
    both(
      'Af indberettede: opfyldte af de afgjorte, som de blev indberettet. Det siger intet om dem, der mangler.',
      'Of reported: met of the decided, as they were reported. It says nothing of those that are missing.',
    ),
    both(
      'Uoplyst: ingen kan sige, om indikatoren er opfyldt; nogle hører måske ikke engang til nævneren.',
      'Unknown: nobody can say whether the indicator is met; some may not even belong to the denominator.',
    ),
    both(
      'Åbne endnu: vinduet er ikke lukket. De tælles ikke med, for tidlige opfyldelser alene ville løfte andelen.',
      'Still open: the window has not ended. They are not counted, since early fulfilment alone would lift the share.',
    ),
    both(
      'Afgjort af: den sektor, hvis oplysning afgjorde, at indikatoren er opfyldt.',
      'Decided by: the sector whose information decided that the indicator is met.',
    ),
  ],
};
