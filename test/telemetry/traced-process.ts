import { Tracing, type TracedMessage } from '../../src/platform/telemetry/tracing';
import { Logger } from '../../src/ports/logger';
import type { TraceSettings } from '../../src/platform/config/distributed-settings';

/** What a process of its own is to do: begin and end works, then stop. */
export interface TracedOrder {
  readonly settings: TraceSettings;
  readonly service: string;
  readonly works: readonly TracedWork[];
}

interface TracedWork {
  readonly name: string;
  readonly parent?: string | undefined;
  readonly message?: TracedMessage;
  readonly error?: string;
}

export interface TracedAnswer {
  /** What each work gave to pass on; null for none. */
  readonly traces: readonly (string | null)[];
  readonly warnings: readonly object[];
}

class NotingLogger extends Logger {
  readonly warnings: object[] = [];
  override info(): void {}
  override error(): void {}
  override warn(details: object, message: string): void {
    this.warnings.push({ message, ...details });
  }
}

async function carryOut({ settings, service, works }: TracedOrder): Promise<TracedAnswer> {
  const logger = new NotingLogger();
  const tracing = new Tracing(settings, service, logger);
  const traces = works.map(({ name, parent, message, error }) => {
    const work = tracing.begin(name, parent, message);
    work.end(error);
    return work.trace ?? null;
  });
  await tracing.shutdown();
  return { traces, warnings: logger.warnings };
}

void carryOut(JSON.parse(process.argv[1] ?? '') as TracedOrder).then((answer) =>
  process.stdout.write(JSON.stringify(answer)),
);
