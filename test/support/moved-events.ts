import { contentSecretOf } from '../../src/access/domain/seals';
import { ReceiveEvents } from '../../src/intake/application/receive-events';
import { writeJson } from '../../src/kernel/write-json';
import type { ClinicalEvent } from '../../src/kernel/clinical-event';
import { readExactJson } from '../../src/kernel/exact-json';
import { exportEvents } from '../../src/operations/moving/export-events';
import { CollectingLog } from '../../src/platform/memory/collecting-log';
import { ImmediateUnitOfWork } from '../../src/platform/memory/immediate-unit-of-work';
import { MemoryLedger } from '../../src/platform/memory/memory-ledger';
import { ForgettingRejectedEvents } from '../../src/platform/memory/memory-rejected-events';
import { MemoryVault } from '../../src/platform/memory/memory-vault';
import { fixedClock, reading } from './evaluate';

type Kept = Readonly<Record<string, unknown>>;

/** A store as far as importing and exporting know one; what would be sealed stands in it as it is. */
export class MovedEvents {
  private readonly logged: ClinicalEvent[] = [];
  private readonly vault = new MemoryVault();
  private readonly intake = new ReceiveEvents(reading, {
    ledger: new MemoryLedger(),
    vault: this.vault,
    rejected: new ForgettingRejectedEvents(),
    log: new CollectingLog((_topic, { value }) => this.logged.push(JSON.parse(JSON.stringify(value)) as ClinicalEvent)),
    unit: new ImmediateUnitOfWork(),
    clock: fixedClock,
    sealFields: (kept, extensions) => writeJson([kept ?? {}, extensions ?? {}]),
    contentSecret: contentSecretOf({ personKey: Buffer.alloc(32, 7) }),
  });

  /** What became of each line: its status, or the code it was refused with. */
  async import(lines: readonly string[]): Promise<(string | undefined)[]> {
    const receipts = await this.intake.receive(
      lines.map((text) => ({ text })),
      { receivedAt: 'stated-or-clock' },
    );
    return receipts.map((receipt) => (receipt?.status === 'rejected' ? receipt.code : receipt?.status));
  }

  async export(): Promise<string[]> {
    const lines: string[] = [];
    const openFields = (sealed: string) => {
      const [kept, extensions] = readExactJson(sealed) as [Kept, Kept];
      return { kept, extensions };
    };
    await exportEvents(
      {
        count: () => Promise.resolve(this.logged.length),
        read: (take) => take(this.logged),
      },
      { vault: this.vault, openFields },
      (written) => lines.push(...written),
    );
    return lines;
  }
}
