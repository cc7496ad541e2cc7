import pino from 'pino';
import { maskCpr } from '../../kernel/cpr-text';
import { Logger } from '../../ports/logger';
import { maskedValue } from './masked-value';

const STANDARD_ERROR = 2;

/** The log as JSON lines; whatever looks like a CPR number is blanked before it is written. */
export class PinoLogger extends Logger {
  private readonly log: pino.Logger;

  /** Writes to standard error unless a destination is given; `base` stands on every line. */
  constructor(level: string, destination?: pino.DestinationStream, base?: Readonly<Record<string, string>>) {
    super();
    this.log = pino(
      {
        level,
        base: base ?? null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      destination ?? pino.destination({ fd: STANDARD_ERROR, sync: true }),
    );
  }

  override info(details: object, message: string): void {
    this.log.info(maskedValue(details), maskCpr(message));
  }

  override warn(details: object, message: string): void {
    this.log.warn(maskedValue(details), maskCpr(message));
  }

  override error(details: object, message: string): void {
    this.log.error(maskedValue(details), maskCpr(message));
  }
}
