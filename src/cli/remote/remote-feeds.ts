import { sayJudged, VERDICTS, type FeedStep } from '../feed-steps';
import { UsageError } from '../usage-error';

/** Judges deliveries or settles an alarm through the server. */
export async function takeFeedStep(address: string, step: FeedStep): Promise<string> {
  const path = step.step === 'judge' ? 'judge' : `alarms/${encodeURIComponent(step.alarm)}/${step.step}`;
  const response = await fetch(`${address}/api/v1/feeds/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(step.step === 'judge' ? {} : { by: step.by, note: step.note }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) {
    const { detail } = answer as { readonly detail: string };
    throw response.status < 500 ? new UsageError(detail) : new Error(detail);
  }
  if (step.step === 'judge') return sayJudged(answer as Parameters<typeof sayJudged>[0]);
  return `${step.alarm} is ${VERDICTS[step.step]}.\n`;
}
