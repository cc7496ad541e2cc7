import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Logger } from '../../ports/logger';

const TELL_EVERY_MS = 60_000;

/** Sends as `exporter` does; spans that do not arrive are told at most once a minute and are nobody's error. */
export function tellingExporter(
  exporter: SpanExporter,
  logger: Logger,
  now: () => number = () => performance.now(),
): SpanExporter {
  let lost = 0;
  let toldAt = -Infinity;
  const tell = (spans: number, error: unknown): void => {
    lost += spans;
    if (now() - toldAt < TELL_EVERY_MS) return;
    logger.warn({ lostSpans: lost, reason: reasonOf(error) }, 'Traces could not be sent');
    lost = 0;
    toldAt = now();
  };
  return {
    export: (spans, done) => {
      const finish = ({ code, error }: ExportResult): void => {
        if (code !== ExportResultCode.SUCCESS) tell(spans.length, error);
        done({ code: ExportResultCode.SUCCESS });
      };
      try {
        exporter.export(spans, finish);
      } catch (error) {
        finish({ code: ExportResultCode.FAILED, error: error as Error });
      }
    },
    shutdown: () => exporter.shutdown(),
  };
}

/** A refused connection to a name with several addresses has a code and no message. */
function reasonOf(error: unknown): string {
  const { message, code } = (error ?? {}) as { message?: string; code?: string };
  return [code, message].filter((part) => part !== undefined && part !== '').join(' ');
}
