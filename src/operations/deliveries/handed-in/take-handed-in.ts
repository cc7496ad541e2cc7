import { createWriteStream, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DeliveryFault } from '../../../formats/domain/delivery-fault';
import type { ReceiveEvents } from '../../../intake/application/receive-events';
import { formatInstant } from '../../../kernel/instant';
import { othersTurn } from '../../../kernel/others-turn';
import type { Receipt } from '../../../kernel/receipt';
import type { Settings } from '../../../platform/config/settings';
import { readLines } from '../../../platform/ndjson/read-lines';
import { TextOutput } from '../../../platform/ndjson/text-output';
import { oneAtATime } from '../../../platform/one-at-a-time';
import { makePrivateFile } from '../../../platform/private-files';
import { repeatedly } from '../../../platform/repeatedly';
import { StoreError } from '../../../platform/store-error';
import type { Clock } from '../../../ports/clock';
import type { DeliveryBook } from '../../../ports/delivery-book';
import type { Logger } from '../../../ports/logger';
import type { ReceiptMetrics } from '../../../ports/receipt-metrics';
import { ReceiptTally } from '../../moving/receipt-tally';
import { withDeliveryRead } from '../read-delivery';
import { writeRefused } from '../refused-rows';
import { saidOfReceipts } from '../said-of-delivery';
import type { StagedDelivery } from '../staged-delivery';
import { inWorkFolder } from '../work-folder';
import { receiptOf, type DeliveryReceipt, type HandedIn } from './handed-in';
import type { HandedInFolder } from './handed-in-folder';

const TRY_EVERY_MS = 10_000;
const LINES_AT_A_TIME = 500;
const KEPT_MS = 400 * 86_400_000;

/** What deliveries are taken with. */
export interface TakingPorts {
  readonly settings: Settings;
  readonly intake: ReceiveEvents;
  readonly metrics: ReceiptMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The program is to stop: what is being read is read again at its next start. */
class Stopped extends Error {}

/**
 * Takes deliveries that were handed in, one after the other in the order they came, and gives each its receipt. What is
 * broken off, by a stop, a crash or a store that is away, is read again and its events are those of the first time, so that
 * nothing is lost and nothing doubled. A delivery that is refused leaves nothing behind.
 */
export class TakeHandedIn {
  private readonly failed = new Set<string>();
  private readonly round = oneAtATime(() => this.takeAll());
  private isStopped = true;

  constructor(
    private readonly folder: HandedInFolder,
    private readonly ports: TakingPorts,
  ) {}

  /** Begins to take what waits and what comes; returns how to end it. */
  begin(): { stop(): Promise<void> } {
    const { clock, logger } = this.ports;
    this.isStopped = false;
    this.folder.tidy(formatInstant(clock.now() - KEPT_MS));
    const trying = repeatedly(TRY_EVERY_MS, logger, 'Taking deliveries', this.round);
    this.wake();
    return {
      stop: async () => {
        this.isStopped = true;
        await trying.stop();
        await this.round().catch(() => undefined);
      },
    };
  }

  /** Whether the program failed on a delivery, which it reads again at its next start. */
  hasFailed(id: string): boolean {
    return this.failed.has(id);
  }

  /** Is told that a delivery waits. */
  wake(): void {
    if (this.isStopped) return;
    this.round().catch((error: unknown) => this.ports.logger.error({ error }, 'Deliveries could not be taken'));
  }

  private async takeAll(): Promise<void> {
    this.folder.tidyParts(this.ports.settings.bodies.seconds * 2_000);
    for (const one of this.folder.waiting()) {
      if (this.isStopped) return;
      if (this.failed.has(one.id)) continue;
      try {
        if (!(await this.take(one))) return;
      } catch (error) {
        if (error instanceof Stopped) return;
        this.ports.logger.error({ error, delivery: one.id }, 'A delivery could not be taken');
        if (isPassing(error)) return; // In the order they came: the next one waits too.
        this.failed.add(one.id);
      }
    }
  }

  /** False where another process is reading one. */
  private async take(one: HandedIn): Promise<boolean> {
    const book = await this.openBook();
    try {
      if (!begins(book, one.format)) return false;
      if (this.folder.isSettled(one.id)) return true; // By another process, just now.
      const file = this.folder.rejectsOf(one);
      makePrivateFile(file);
      const rejects = new TextOutput(createWriteStream(file), file);
      try {
        const receipt = await this.read(one, book, rejects);
        await rejects.end();
        this.folder.settle(one, receipt);
      } catch (error) {
        await rejects.end().catch(() => undefined);
        if (!(error instanceof DeliveryFault)) throw error;
        book.forget();
        await rm(file, { force: true });
        const said = error.faults.map((fault) => fault[one.language]);
        this.folder.settle(one, receiptOf(one, { outcome: 'refused', said, at: this.now() }));
      }
      return true;
    } finally {
      book.close();
    }
  }

  private async read(one: HandedIn, book: DeliveryBook, rejects: TextOutput): Promise<DeliveryReceipt> {
    const { settings } = this.ports;
    const { handedInAt, extracted = handedInAt, ...asked } = one;
    const { SqliteStaging } = await import('../../../platform/sqlite/sqlite-staging');
    const ports = {
      settings,
      book,
      stagingIn: (folder: string) => Promise.resolve(() => new SqliteStaging(folder)),
      refuse: (refused: Parameters<typeof writeRefused>[0]) => writeRefused(refused, rejects, one.language),
      tell: () => this.refuseStopped(),
    };
    return inWorkFolder(settings.dataFolder, (workFolder) =>
      withDeliveryRead(this.pathOf(one), workFolder, { ...asked, time: extracted }, ports, async (read) => {
        const { staged, said, counts } = read;
        const tally = new ReceiptTally((line) => ({ ...staged.placeOf(line) }), rejects, one.language);
        await this.receive(staged, tally, one);
        book.keep();
        const { parts, unchanged, retracted, refused } = counts;
        const { byStatus } = tally.counts;
        const hasRejects = refused + byStatus.duplicate + byStatus.rejected > 0;
        return receiptOf(one, {
          outcome: 'taken',
          at: this.now(),
          said: [...said, saidOfReceipts(tally)[one.language]],
          counts: { parts, unchanged, retracted, notReadable: refused, events: tally.lines, ...byStatus },
          ...(hasRejects ? { rejects: `/api/v1/deliveries/${one.id}/rejects` } : undefined),
        });
      }),
    );
  }

  private async receive(staged: StagedDelivery, tally: ReceiptTally, one: HandedIn): Promise<void> {
    const { intake, metrics, settings } = this.ports;
    const asked = {
      ...({ receivedAt: 'clock', notes: 'of-the-event', language: one.language } as const),
      ...(one.sentBy === undefined ? undefined : { sentBy: one.sentBy }),
    };
    for await (const { file, lines } of readLines([staged.file], settings.lineLimits, LINES_AT_A_TIME)) {
      for (let from = 0; from < lines.length; from += LINES_AT_A_TIME) {
        this.refuseStopped();
        const some = lines.slice(from, from + LINES_AT_A_TIME);
        const receipts = (await intake.receive(
          some.map(({ incoming }) => incoming),
          asked,
        )) as Receipt[];
        metrics.count(receipts);
        await tally.add({ file, lines: some }, receipts);
        await othersTurn();
      }
    }
  }

  /** The files in their folder, or the one zip file they came as. */
  private pathOf(one: HandedIn): string {
    const files = this.folder.filesOf(one);
    const [first = '', ...others] = readdirSync(files);
    return others.length === 0 && /\.zip$/i.test(first) ? join(files, first) : files;
  }

  private async openBook(): Promise<DeliveryBook> {
    const { SqliteDeliveryBook } = await import('../../../platform/sqlite/sqlite-delivery-book');
    return new SqliteDeliveryBook(this.ports.settings.dataFolder, { patienceMs: 0 });
  }

  private refuseStopped(): void {
    if (this.isStopped) throw new Stopped();
  }

  private now(): string {
    return formatInstant(this.ports.clock.now());
  }
}

/** Whether this delivery is the one that is being read now. */
function begins(book: DeliveryBook, format: string): boolean {
  try {
    book.begin(format);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.retriable) return false;
    throw error;
  }
}

/** What a store that is away, full or gone says passes; a fault of the program does not. */
const isPassing = (error: unknown): boolean =>
  (error instanceof StoreError && error.retriable) ||
  /^(ENOSPC|EIO|EDQUOT|EMFILE|ENFILE|SQLITE_(BUSY|FULL|IOERR).*)$/.test(
    String((error as { code?: unknown } | undefined)?.code),
  ) ||
  (error instanceof Error && /^(Mongo|KafkaJS)/.test(error.name));
