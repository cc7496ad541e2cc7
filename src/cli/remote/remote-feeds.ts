import { sayJudged, VERDICTS, type FeedStep } from '../feed-steps';
import { answered, serverAt } from './client';
import type { OwnedElsewhere } from '../program';

/** Judges deliveries or settles an alarm through the server. */
export async function takeFeedStep(owner: OwnedElsewhere, step: FeedStep): Promise<string> {
  const server = serverAt(owner);
  if (step.step === 'judge') return sayJudged(await answered(server.POST('/api/v1/feeds/judge')));
  const { by, note } = step;
  const asked = { params: { path: { id: step.alarm } }, body: note === undefined ? { by } : { by, note } };
  if (step.step === 'confirm') await answered(server.POST('/api/v1/feeds/alarms/{id}/confirm', asked));
  else await answered(server.POST('/api/v1/feeds/alarms/{id}/overrule', asked));
  return `${step.alarm} is ${VERDICTS[step.step]}.\n`;
}
