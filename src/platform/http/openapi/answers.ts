import { ApiResponse } from '@nestjs/swagger';
import type { Content, Schema } from './openapi-types';

interface AnswerOptions {
  /** Default 200. */
  readonly status?: number;
  /** Default: what the schema says of itself. */
  readonly description?: string;
  /** What headers say, by name; each is text. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Says what an operation answers with: the name of a schema under `contracts/api` (in `$defs`) or, in PascalCase, of a
 * file under `contracts/schemas`, as JSON; or one such name for each media type it may answer in, `text`, `bytes` or
 * `any` where no schema says more.
 */
export function Answers(
  answer: string | Readonly<Record<string, string>>,
  { status = 200, description = '', headers }: AnswerOptions = {},
): MethodDecorator {
  const byMediaType = typeof answer === 'string' ? { 'application/json': answer } : answer;
  const content: Content = Object.fromEntries(
    Object.entries(byMediaType).map(([mediaType, name]) => [mediaType, { schema: schemaOf(name) }]),
  );
  const described =
    headers &&
    Object.fromEntries(
      Object.entries(headers).map(([name, says]) => [name, { description: says, schema: { type: 'string' as const } }]),
    );
  return ApiResponse({ status, description, content, ...(described && { headers: described }) });
}

/** Says that an operation answers with a status and no body. */
export const AnswersNothing = (status: number, description: string): MethodDecorator =>
  ApiResponse({ status, description });

function schemaOf(name: string): Schema {
  if (name === 'text') return { type: 'string' };
  if (name === 'any') return {};
  if (name === 'bytes') return { type: 'string', format: 'binary' };
  return { $ref: `#/components/schemas/${name}` };
}
