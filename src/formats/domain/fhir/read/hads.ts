import type { HadsScoring } from '../fhir-terms';

/** Both subscales, or the items that cannot be scored. */
export type HadsScored = { readonly anxiety: number; readonly depression: number } | { readonly lacking: string[] };

/**
 * Scores HADS from the answers by `linkId`, as scores (0–3) or as positions on the sheet (0 the first), of which the
 * reversed items' are turned (contracts/formats/fhir/hads.yaml). Nothing is imputed: every item must be there.
 */
export function scoreHads(
  answerTo: (item: string) => unknown,
  answersAre: 'score' | 'position',
  scoring: HadsScoring,
): HadsScored {
  const lacking: string[] = [];
  const sumOf = (items: readonly string[]): number => {
    let sum = 0;
    for (const item of items) {
      const answer = answerTo(item);
      if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 0 || answer > scoring.highest) {
        lacking.push(item);
      } else {
        sum += answersAre === 'position' && scoring.reversed.has(item) ? scoring.highest - answer : answer;
      }
    }
    return sum;
  };
  const scored = { anxiety: sumOf(scoring.anxiety), depression: sumOf(scoring.depression) };
  return lacking.length === 0 ? scored : { lacking };
}
