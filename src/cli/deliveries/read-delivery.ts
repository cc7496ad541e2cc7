import { tmpdir } from 'node:os';
import { deliverySecretOf, rowSecretOf, sealsOf } from '../../access/domain/seals';
import { StateDelivery, type StatingPorts } from '../../formats/application/state-delivery';
import type { DeliveryAsked, Refused } from '../../formats/domain/delivered';
import { DeliveryFault } from '../../formats/domain/delivery-fault';
import { formatNamed } from '../../formats/adapters/delivery-formats';
import { digestOfNormalForm } from '../../kernel/digest';
import { formatInstant } from '../../kernel/instant';
import { StagedDelivery } from '../../operations/deliveries/staged-delivery';
import { unpackedDelivery } from '../../operations/deliveries/unpack-delivery';
import { stageDelivery } from '../../operations/deliveries/stage-delivery';
import type { Settings } from '../../platform/config/settings';
import { FileError } from '../../platform/file-error';
import type { TextOutput } from '../../platform/ndjson/text-output';
import { SystemClock } from '../../platform/system-clock';
import { Progress } from '../../platform/terminal/progress';
import type { DeliveryBook } from '../../ports/delivery-book';
import type { Program } from '../program';
import type { DeliveryOptions } from './delivery-options';
import { inWorkFolder } from './work-folder';

/** A delivery that was read whole: its events, and what is said of the rest. */
export interface DeliveryRead {
  readonly staged: StagedDelivery;
  /** What became of its parts, in sentences. */
  readonly said: readonly string[];
}

interface Reading {
  readonly program: Pick<Program, 'stagingIn'>;
  readonly settings: Settings;
  /** Absent where the delivery is looked at alone. */
  readonly book?: DeliveryBook;
  readonly rejects: TextOutput | undefined;
}

/**
 * Reads a delivery whole in a folder of its own beside the store and hands its events on; the folder is gone afterwards.
 * Throws `FileError` with the reasons where it cannot be taken.
 */
export async function withDelivery<T>(
  path: string,
  options: DeliveryOptions,
  reading: Reading,
  use: (read: DeliveryRead) => Promise<T>,
): Promise<T> {
  const { settings, book } = reading;
  // Beside the store, for what people report must not lie elsewhere; whoever keeps nothing has no store.
  return inWorkFolder(book === undefined ? tmpdir() : settings.dataFolder, async (workFolder) => {
    const staged = new StagedDelivery(workFolder);
    try {
      const said = await readInto(staged, unpackedDelivery(path, workFolder), workFolder, options, reading);
      return await use({ staged, said });
    } catch (error) {
      throw error instanceof DeliveryFault
        ? new FileError(error.faults.map((fault) => fault[options.lang]).join('\n'))
        : error;
    } finally {
      staged.close();
    }
  });
}

/** Reads a delivery's files into a staged one; resolves with what became of its parts, in sentences. */
async function readInto(
  staged: StagedDelivery,
  path: string,
  workFolder: string,
  { format, extract, acceptDeletions, extracted, lang, source }: DeliveryOptions,
  { program, settings, book, rejects }: Reading,
): Promise<readonly string[]> {
  const ports: StatingPorts = {
    seal: sealsOf(settings).fields,
    secret: deliverySecretOf(settings),
    ...(book === undefined ? undefined : { book }),
  };
  const time = extracted ?? formatInstant(new SystemClock().now());
  const stating = new StateDelivery({ time, extract, mayRetractMany: acceptDeletions }, ports);
  const { read } = await formatNamed(format);
  const rowSecret = rowSecretOf(settings);
  const asked: DeliveryAsked = {
    workFolder,
    isWhole: extract === 'full',
    digest: (text) => digestOfNormalForm(text, rowSecret),
    staging: await program.stagingIn(workFolder),
    ...(source === undefined ? undefined : { source }),
  };
  const progress = new Progress(process.stderr);
  const staging = {
    ...{ read, stating, staged },
    refuse: (refused: readonly Refused[]) => writeRefused(refused, rejects, lang),
    tell: (done: number) => progress.show('read', done, done),
  };
  const parts = await stageDelivery(path, asked, staging).finally(() => progress.done());
  return saidOf(parts, staged, stating, extract);
}

/** Each with its place, as a receipt of what is no event. */
async function writeRefused(
  refused: readonly Refused[],
  rejects: TextOutput | undefined,
  language: DeliveryOptions['lang'],
): Promise<void> {
  for (const { place, reason } of refused)
    rejects?.write(
      `${JSON.stringify({ status: 'rejected', code: 'INVALID_EVENT', message: reason[language], ...place })}\n`,
    );
  await rejects?.flushed();
}

function saidOf(
  parts: number,
  { lines }: StagedDelivery,
  { unchanged, refused, retracted, unmapped }: StateDelivery,
  extract: DeliveryOptions['extract'],
): string[] {
  const gone = retracted === 0 ? '' : `, ${retracted} of them retractions of what is gone`;
  const said = [`${parts} parts read: ${lines} events${gone}; ${unchanged} unchanged, ${refused} not readable.`];
  if (refused > 0 && extract === 'full')
    said.push(
      'Nothing was retracted, for what could not be read may be what seems gone: correct it and deliver again.',
    );
  if (unmapped.size > 0) {
    const most = [...unmapped].sort(([, some], [, others]) => others - some);
    said.push(`Sound, but without a place here: ${most.map(([what, count]) => `${count} ${what}`).join(', ')}.`);
  }
  return said;
}
