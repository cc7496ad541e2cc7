import { readSettings, type Settings } from '../platform/config/settings';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { StderrLogger } from '../platform/stderr-logger';
import { SystemClock } from '../platform/system-clock';
import { bringUpToDate, composeEmbedded } from '../apps/embedded';
import type { Rooms } from '../apps/rooms';
import { UsageError } from './usage-error';

/** What is to be done with alarms: judged anew, or settled by staff. */
export type FeedStep =
  | { readonly step: 'judge' }
  | { readonly step: 'confirm' | 'overrule'; readonly alarm: string; readonly by: string; readonly note?: string };

const VERDICTS = { confirm: 'confirmed', overrule: 'overruled' } as const;

/**
 * Does it through the running server that owns the store, if there is one, else in the store itself, where decisions
 * then follow before it resolves. Resolves with what to say; throws a usage error with the reason when it is refused.
 */
export async function takeFeedStep(step: FeedStep): Promise<string> {
  const settings = readSettings();
  if (settings.mode === 'distributed') return inDistributed(settings, step);
  const address = StoreOwner.addressIn(settings.dataFolder);
  if (address !== undefined && StoreOwner.isTaken(settings.dataFolder)) return overHttp(address, step);
  return inStore(settings, step);
}

async function inDistributed(settings: Settings, step: FeedStep): Promise<string> {
  const { openDistributed } = await import('../apps/open-distributed'); // Brokers' clients load only where they are used.
  const distributed = await openDistributed(settings, new SystemClock(), new StderrLogger());
  return inRooms(distributed, step).finally(() => distributed.close());
}

async function inStore(settings: Settings, step: FeedStep): Promise<string> {
  const owner = StoreOwner.take(settings.dataFolder);
  try {
    const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger());
    try {
      await bringUpToDate(embedded);
      const said = await inRooms(embedded, step);
      embedded.log.start();
      await embedded.log.settled();
      await embedded.indicators.catchUp();
      return said;
    } finally {
      await embedded.log.stop();
      await embedded.database.close();
    }
  } finally {
    owner.release();
  }
}

async function inRooms({ watch, settling }: Pick<Rooms, 'watch' | 'settling'>, step: FeedStep): Promise<string> {
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

async function overHttp(address: string, step: FeedStep): Promise<string> {
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

function sayJudged(judged: {
  readonly day: string;
  readonly organisations: number;
  readonly raised: number;
  readonly cleared: number;
}): string {
  const { day, organisations, raised, cleared } = judged;
  return `${organisations} organisations judged through ${day}: ${raised} alarms raised, ${cleared} cleared.\n`;
}
