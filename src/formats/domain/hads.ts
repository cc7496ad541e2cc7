import type { Bilingual } from '../../kernel/language';
import { TABLE_HADS_WORDS as HADS } from '../../kernel/words/table-files';

type Scale = 'anxiety' | 'depression';

/** How HADS is scored (`contracts/formats/hads/hads.yaml`). */
export interface HadsScoring {
  readonly items: readonly { readonly item: number; readonly scale: Scale; readonly firstScores: 0 | 3 }[];
  readonly missing: { readonly most: number };
}

/** The two subscales of HADS; `filled`: how many missing items the others' mean stands for. */
export interface HadsScored {
  readonly anxiety: number;
  readonly depression: number;
  readonly filled: number;
}

const MOST = 3;

/**
 * Scores the fourteen items of HADS (Zigmond & Snaith 1983), given by their numbers as `points` (0–3, a fourth answer
 * being no points) or as `options` (the number of the answer on the printed form, 1–4). A subscale in which more items are
 * missing than `scoring` lets be filled gives a fault, as does an answer that the form does not have.
 */
export function scoreHads(
  answers: ReadonlyMap<number, number>,
  coding: 'points' | 'options',
  scoring: HadsScoring,
): HadsScored | { readonly fault: Bilingual; readonly item?: number } {
  const sums = { anxiety: 0, depression: 0 };
  const answered = { anxiety: 0, depression: 0 };
  const all = { anxiety: 0, depression: 0 };
  for (const { item, scale, firstScores } of scoring.items) {
    all[scale] += 1;
    const answer = answers.get(item);
    if (answer === undefined) continue;
    const points = coding === 'points' ? answer : firstScores === 0 ? answer - 1 : MOST + 1 - answer;
    if (!Number.isInteger(points) || points < 0 || points > MOST) return { fault: HADS[coding]({ item }), item };
    sums[scale] += points;
    answered[scale] += 1;
  }
  for (const scale of ['anxiety', 'depression'] as const) {
    const missing = all[scale] - answered[scale];
    if (missing > scoring.missing.most) return { fault: HADS.missing({ missing, most: scoring.missing.most }) };
  }
  const scored = (scale: Scale): number => Math.round((sums[scale] * all[scale]) / answered[scale]);
  const filled = all.anxiety - answered.anxiety + (all.depression - answered.depression);
  return { anxiety: scored('anxiety'), depression: scored('depression'), filled };
}

/** What is told of a questionnaire in which an item was missing. */
export const HADS_FILLED = 'HADS with a missing item, filled by the mean of its subscale [W]';
