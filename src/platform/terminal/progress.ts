import type { SingleBar } from 'cli-progress';
import type { WriteStream } from 'node:tty';

const LINE_EVERY_MS = 5_000;

/** Shows how far long work is: a bar on a terminal, a line now and then elsewhere. */
export class Progress {
  private bar: SingleBar | undefined;
  private stage = '';
  private lastLineAt = Date.now();

  constructor(private readonly stream: NodeJS.WriteStream | WriteStream) {}

  /** `done` of `total` in the stage's own measure, with a count of what was handled. */
  show(stage: string, count: number, done: number, total?: number): void {
    if (this.stream.isTTY && total !== undefined) {
      this.showBar(stage, count, done, total);
    } else if (Date.now() - this.lastLineAt >= LINE_EVERY_MS) {
      this.lastLineAt = Date.now();
      const share = total === undefined || total === 0 ? '' : ` (${Math.floor((100 * done) / total)} %)`;
      this.stream.write(`${stage}: ${count}${share}\n`);
    }
  }

  /** Ends the bar, if there is one. */
  done(): void {
    this.bar?.stop();
    this.bar = undefined;
    this.stage = '';
  }

  private showBar(stage: string, count: number, done: number, total: number): void {
    if (stage !== this.stage) {
      this.bar?.stop();
      this.stage = stage;
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded for a terminal alone
      const { SingleBar: Bar } = require('cli-progress') as { readonly SingleBar: typeof SingleBar };
      this.bar = new Bar({
        stream: this.stream,
        format: '{stage} {bar} {percentage} % | {count} | {eta_formatted} left',
        hideCursor: true,
        clearOnComplete: false,
      });
      this.bar.start(Math.max(total, 1), 0, { stage, count });
    }
    this.bar?.update(Math.min(done, total), { stage, count });
  }
}
