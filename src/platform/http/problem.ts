import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';

/** What is wrong with one field of a request, without what was sent. */
export interface FieldProblem {
  readonly path: string;
  readonly remedy: string;
}

/** An error document as RFC 9457 has it. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

interface ProblemOptions {
  /** The last part of `type`; without one the status says it all. */
  readonly kind?: string;
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  /** What stands in the way, where it is ours to mend: it goes to the log. */
  readonly cause?: unknown;
}

/** A request that is answered with a problem; `detail` says what to do and never repeats what was sent. */
export class Problem extends HttpException {
  readonly document: ProblemDocument;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, detail: string, { kind, errors, retryAfterSeconds, cause }: ProblemOptions = {}) {
    super(detail, status, { cause });
    this.retryAfterSeconds = retryAfterSeconds;
    this.document = {
      type: kind === undefined ? 'about:blank' : `urn:rehabspor:problem:${kind}`,
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail,
      ...(errors === undefined ? undefined : { errors }),
    };
  }
}
