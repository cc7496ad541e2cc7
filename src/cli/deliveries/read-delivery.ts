import { tmpdir } from 'node:os';
import { DeliveryFault } from '../../formats/domain/delivery-fault';
import { formatInstant } from '../../kernel/instant';
import { withDeliveryRead, type DeliveryRead } from '../../operations/deliveries/read-delivery';
import { writeRefused } from '../../operations/deliveries/refused-rows';
import { inWorkFolder } from '../../operations/deliveries/work-folder';
import type { Settings } from '../../platform/config/settings';
import { FileError } from '../../platform/file-error';
import type { TextOutput } from '../../platform/ndjson/text-output';
import { SystemClock } from '../../platform/system-clock';
import { Progress } from '../../platform/terminal/progress';
import type { DeliveryBook } from '../../ports/delivery-book';
import type { Program } from '../program';
import type { DeliveryOptions } from './delivery-options';

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
  { lang, extracted, ...options }: DeliveryOptions,
  { program, settings, book, rejects }: Reading,
  use: (read: DeliveryRead) => Promise<T>,
): Promise<T> {
  const progress = new Progress(process.stderr);
  const asked = { ...options, language: lang, time: extracted ?? formatInstant(new SystemClock().now()) };
  const ports = {
    settings,
    stagingIn: program.stagingIn,
    refuse: (refused: Parameters<typeof writeRefused>[0]) => writeRefused(refused, rejects, lang),
    tell: (done: number) => progress.show('read', done, done),
    ...(book === undefined ? undefined : { book }),
  };
  // Beside the store, for what people report must not lie elsewhere; whoever keeps nothing has no store.
  return inWorkFolder(book === undefined ? tmpdir() : settings.dataFolder, async (workFolder) => {
    try {
      return await withDeliveryRead(path, workFolder, asked, ports, (read) => {
        progress.done();
        return use(read);
      });
    } catch (error) {
      progress.done();
      throw error instanceof DeliveryFault ? new FileError(error.faults.map((fault) => fault[lang]).join('\n')) : error;
    }
  });
}
