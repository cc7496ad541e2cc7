import type { UseCases } from './program';
import { UsageError } from './usage-error';

/** What is to be done with alarms: judged anew, or settled by staff. */
export type FeedStep =
  | { readonly step: 'judge' }
  | { readonly step: 'confirm' | 'overrule'; readonly alarm: string; readonly by: string; readonly note?: string };

export const VERDICTS = { confirm: 'confirmed', overrule: 'overruled' } as const;

/** Takes a step in the store; resolves with what to say. */
export async function feedSteps(
  { watch, settling }: Pick<UseCases, 'watch' | 'settling'>,
  step: FeedStep,
): Promise<string> {
  if (step.step === 'judge') return sayJudged(await watch.judgeAll());
  const { alarm, by, note } = step;
  const what = VERDICTS[step.step];
  const { result } = await settling.settle(alarm, { what, by, ...(note === undefined ? undefined : { note }) });
  switch (result) {
    case 'no-such-alarm':
      throw new UsageError('There is no such alarm; `feeds alarms` lists them.');
    case 'said-before':
      throw new UsageError(`This alarm was ${what} before; nothing is left to do.`);
    case 'overtaken':
      throw new UsageError('Somebody else said something of this alarm just now; look at it and say it again.');
    case 'settled':
      return `${alarm} is ${what}.\n`;
  }
}

/** What judging changed, in a sentence. */
export function sayJudged(judged: {
  readonly day: string;
  readonly organisations: number;
  readonly raised: number;
  readonly cleared: number;
}): string {
  const { day, organisations, raised, cleared } = judged;
  return `${organisations} organisations judged through ${day}: ${raised} alarms raised, ${cleared} cleared.\n`;
}
