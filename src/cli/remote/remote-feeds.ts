import { sayJudged, VERDICTS, type FeedStep } from '../feed-steps';
import { ask } from './ask';

/** Judges deliveries or settles an alarm through the server. */
export async function takeFeedStep(address: string, step: FeedStep): Promise<string> {
  const path = step.step === 'judge' ? 'judge' : `alarms/${encodeURIComponent(step.alarm)}/${step.step}`;
  const body = step.step === 'judge' ? {} : { by: step.by, note: step.note };
  const answer = await ask(address, { method: 'POST', path: `/feeds/${path}`, body });
  if (step.step === 'judge') return sayJudged(answer as Parameters<typeof sayJudged>[0]);
  return `${step.alarm} is ${VERDICTS[step.step]}.\n`;
}
