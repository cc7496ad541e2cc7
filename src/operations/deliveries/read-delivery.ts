import { deliverySecretOf, rowSecretOf, sealsOf } from '../../access/domain/seals';
import { formatNamed } from '../../formats/adapters/delivery-formats';
import { StateDelivery, type StatingPorts } from '../../formats/application/state-delivery';
import type { Delivered, DeliveryAsked, ReadDelivery, Refused } from '../../formats/domain/delivered';
import { DeliveryFault } from '../../formats/domain/delivery-fault';
import { digestOfNormalForm } from '../../kernel/digest';
import type { Language } from '../../kernel/language';
import type { Organisation } from '../../kernel/organisation';
import { othersTurn } from '../../kernel/others-turn';
import type { Staging } from '../../kernel/staging';
import { DELIVERY_WORDS } from '../../kernel/words/formats';
import type { Settings } from '../../platform/config/settings';
import type { DeliveryBook } from '../../ports/delivery-book';
import { saidOfReading, type ReadCounts } from './said-of-delivery';
import { stageDelivery } from './stage-delivery';
import { StagedDelivery } from './staged-delivery';
import { unpackedDelivery } from './unpack-delivery';

/** How a delivery is to be read. */
export interface ReadingAsked {
  readonly format: string;
  /** Who reports, where the files do not say. */
  readonly source?: Organisation | undefined;
  /** Whose registrations alone are taken; a delivery with another's is refused whole. */
  readonly sentBy?: Organisation | undefined;
  readonly extract: 'full' | 'incremental';
  readonly acceptDeletions: boolean;
  /** When it was drawn (RFC 3339). */
  readonly time: string;
  readonly language: Language;
}

/** What it is read with. */
export interface ReadingPorts {
  readonly settings: Pick<Settings, 'personKey'>;
  /** Absent where the delivery is looked at alone. */
  readonly book?: DeliveryBook;
  readonly stagingIn: (workFolder: string) => Promise<() => Staging>;
  /** Is told what could not be read. */
  readonly refuse: (refused: readonly Refused[]) => Promise<void>;
  /** Is told how many parts were read; may throw to break off. */
  readonly tell: (parts: number) => void;
}

/** A delivery that was read whole: its events, and what is said of the rest. */
export interface DeliveryRead {
  readonly staged: StagedDelivery;
  /** What became of its parts, in sentences. */
  readonly said: readonly string[];
  readonly counts: ReadCounts;
}

/**
 * Reads a delivery whole, with a folder for working files, and hands its events on before anything of it is sent. Throws
 * `DeliveryFault` where it cannot be taken.
 */
export async function withDeliveryRead<T>(
  path: string,
  workFolder: string,
  asked: ReadingAsked,
  ports: ReadingPorts,
  use: (read: DeliveryRead) => Promise<T>,
): Promise<T> {
  const staged = new StagedDelivery(workFolder);
  try {
    const counts = await readInto(staged, await unpackedDelivery(path, workFolder), workFolder, asked, ports);
    return await use({ staged, counts, said: saidOfReading(counts, asked.extract).map((one) => one[asked.language]) });
  } finally {
    staged.close();
  }
}

async function readInto(
  staged: StagedDelivery,
  path: string,
  workFolder: string,
  { format, source, sentBy, extract, acceptDeletions, time }: ReadingAsked,
  { settings, book, stagingIn, refuse, tell }: ReadingPorts,
): Promise<ReadCounts> {
  const stated: StatingPorts = {
    seal: sealsOf(settings).fields,
    secret: deliverySecretOf(settings),
    ...(book === undefined ? undefined : { book }),
  };
  const stating = new StateDelivery({ time, extract, mayRetractMany: acceptDeletions }, stated);
  const { read } = await formatNamed(format);
  const rowSecret = rowSecretOf(settings);
  const asked: DeliveryAsked = {
    workFolder,
    isWhole: extract === 'full',
    digest: (text) => digestOfNormalForm(text, rowSecret),
    staging: await stagingIn(workFolder),
    ...(source === undefined ? undefined : { source }),
  };
  const reading = { read: sentBy === undefined ? read : ownAlone(read, sentBy), stating, staged, refuse, tell };
  const parts = await stageDelivery(path, asked, reading);
  const { unchanged, refused, retracted, unmapped } = stating;
  return { parts, events: staged.lines, unchanged, refused, retracted, unmapped };
}

/** Reads what one organisation says alone; throws `DeliveryFault` at what is of another. */
const ownAlone = (read: ReadDelivery, sender: Organisation): ReadDelivery =>
  async function* own(path, asked) {
    for await (const batch of read(path, asked)) {
      const foreign = batch.find((part) => isOfAnother(part, sender));
      if (foreign !== undefined) {
        const { file, row } = foreign.place;
        throw new DeliveryFault([DELIVERY_WORDS.otherSource({ row, file, sender })]);
      }
      yield batch;
      await othersTurn();
    }
  };

const isOfAnother = (part: Delivered, sender: Organisation): boolean =>
  part.is === 'statement' && part.source !== sender;
