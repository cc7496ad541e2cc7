import { danishDay } from '../kernel/day';
import { PROPOSAL_REFUSALS } from '../platform/http/proposal-refusals';
import { readSettings, type Settings } from '../platform/config/settings';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { StderrLogger } from '../platform/stderr-logger';
import { SystemClock } from '../platform/system-clock';
import { parsePeriod } from '../kernel/period';
import { countedOver } from '../apps/counted';
import { definitionsOver } from '../apps/definitions';
import { composeEmbedded } from '../apps/embedded';
import { LogReadPosition } from '../platform/sqlite/log-read-position';
import { openForReading, type Opened } from '../apps/opened';
import { UsageError } from './usage-error';

/** A step that somebody takes with a definition set. */
export type Step =
  | { readonly step: 'propose'; readonly text: string; readonly by: string; readonly note?: string }
  | { readonly step: 'try'; readonly id: string; readonly by: string }
  | { readonly step: 'approve' | 'reject'; readonly id: string; readonly by: string; readonly note?: string };

/**
 * Takes a step: through the running server that owns the store, if there is one, else in the store itself. Resolves with
 * what the server answers; throws a usage error with the reason when the step is refused.
 */
export async function takeStep(step: Step): Promise<object> {
  const settings = readSettings();
  if (settings.mode === 'distributed') return inOpened(await openForReading(settings, new SystemClock()), step);
  const address = StoreOwner.addressIn(settings.dataFolder);
  if (address !== undefined && StoreOwner.isTaken(settings.dataFolder)) return overHttp(address, step);
  return inStore(settings, step);
}

async function inStore(settings: Settings, step: Step): Promise<object> {
  const owner = StoreOwner.take(settings.dataFolder);
  try {
    const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger(), { decidesBy: 'adopted' });
    const position = new LogReadPosition(embedded.log);
    return await inOpened({ rooms: embedded, position, close: () => embedded.database.close() }, step);
  } finally {
    owner.release();
  }
}

async function inOpened(opened: Opened, step: Step): Promise<object> {
  const { rooms, position } = opened;
  try {
    const { proposals, versions, trials } = definitionsOver(rooms, countedOver(rooms, position));
    const noSuchSet = async (): Promise<UsageError> =>
      new UsageError(`There is no such definition set here; there is ${(await versions.ids()).join(', ')}.`);
    if (step.step === 'propose') {
      const proposed = await proposals.propose(step.text, step.by, step.note);
      if ('proposed' in proposed) return proposed.proposed;
      if ('taken' in proposed) {
        throw new UsageError(`There is a ${proposed.taken} already; give the changed set a version of its own.`);
      }
      throw new UsageError(
        `These definitions cannot be decided by:\n${proposed.faults
          .map(({ line, path, remedy }) => `  ${line === undefined ? '' : `line ${line}: `}${path} ${remedy}`)
          .join('\n')}`,
      );
    }
    const result =
      step.step === 'try'
        ? await trials.keepTrial(step.id, step.by, {
            period: parsePeriod('all') as NonNullable<ReturnType<typeof parsePeriod>>,
            viewpoint: { asOf: danishDay(rooms.clock.now()) },
          })
        : await proposals.decide(step.id, step.step === 'approve' ? 'approved' : 'rejected', step.by, step.note);
    if (result === undefined) throw await noSuchSet();
    if ('refused' in result) throw new UsageError(PROPOSAL_REFUSALS[result.refused]);
    return 'entry' in result ? result.entry : result;
  } finally {
    await opened.close();
  }
}

async function overHttp(address: string, step: Step): Promise<object> {
  const { path, body } = requestOf(step);
  const response = await fetch(`${address}/api/v1/definitions${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as object;
  if (response.ok) return answer;
  const { detail, errors = [] } = answer as { detail: string; errors?: { path: string; remedy: string }[] };
  const lines = [detail, ...errors.map((fault) => `  ${fault.path}: ${fault.remedy}`)];
  throw response.status < 500 ? new UsageError(lines.join('\n')) : new Error(detail);
}

function requestOf(step: Step): { path: string; body: object } {
  if (step.step === 'propose') {
    const { text, by, note } = step;
    return { path: '', body: { definitions: text, by, note } };
  }
  const [set = '', version = ''] = step.id.split('/');
  const resource = `/${encodeURIComponent(set)}/${encodeURIComponent(version)}`;
  if (step.step === 'try') return { path: `${resource}/trials`, body: { by: step.by } };
  return { path: `${resource}/${step.step}`, body: { by: step.by, note: step.note } };
}
