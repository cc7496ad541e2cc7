import { existsSync, readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { contractsPath } from '../../contracts/contracts-folder';
import { apiSchemas } from './api-schemas';
import type { Content, DocumentedResponse, OpenApiDocument, Operation, Schema } from './openapi-types';
import { asProblem, problemResponses } from './problem-responses';
import { TAGS } from './tags';

const CONFIG = new DocumentBuilder()
  .setOpenAPIVersion('3.1.0')
  .setTitle('rehabspor')
  .setDescription(
    'Follows heart patients’ rehabilitation across hospital, municipality and general practice. ' +
      'Indicators are working definitions (arbejdsdefinitioner). Errors are RFC 9457 problem documents; an address ' +
      'that is not listed here answers 404, a method that is not listed with it 405.\n\n' +
      'What fits its schema may still be refused with 400, which names the field, for what no schema says: a day that ' +
      'there is not, a first day or period after the last, more periods than a chart shows, a report as known in the ' +
      'future, a unit that there is not, a level that is not counted by a context (hospitals are counted by treated only, ' +
      'municipalities by resident only), text that is no cron text or no definition set, a folder or mail that reports ' +
      'cannot go to here, and anywhere but in an event and a lookup, what may be a CPR number.',
  )
  .setVersion('1')
  .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
  .addServer('/', 'The server this document comes from.')
  .build();

/** What an application answers at each of its addresses, as an OpenAPI 3.1 document with schemas and examples. */
export function openApiDocument(app: INestApplication): OpenApiDocument {
  const made = SwaggerModule.createDocument(app, CONFIG) as unknown as OpenApiDocument;
  // Of what is sent, no other fields are taken.
  const bodies = mapValues(made.components.schemas, (schema) => ({ ...schema, additionalProperties: false }));
  const schemas: Record<string, Schema> = { ...bodies, ...apiSchemas() };
  const paths = mapValues(made.paths, (item) =>
    mapValues(item, (operation, method) => completed(method, operation, schemas)),
  );
  return { ...made, tags: TAGS, paths, components: { schemas } };
}

function completed(method: string, operation: Operation, schemas: Readonly<Record<string, Schema>>): Operation {
  const said = Object.entries({ ...problemResponses(method, operation), ...saidOf(operation) });
  const example = exampleOf(operation.operationId);
  const responses = said
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([status, response]): [string, DocumentedResponse] => {
      const problem = asProblem(status, response);
      const content =
        Number(status) < 300 && example !== undefined ? withExample(problem.content, example) : problem.content;
      return [
        status,
        {
          ...problem,
          description: problem.description || descriptionOf(problem, schemas),
          ...(content && { content }),
        },
      ];
    });
  return { ...operation, responses: Object.fromEntries(responses) };
}

/** Nest adds an empty success to whatever says nothing of one; every operation here says itself what it answers. */
function saidOf({ responses }: Operation): Record<string, DocumentedResponse> {
  return Object.fromEntries(
    Object.entries(responses).filter(([, { description, content }]) => description !== '' || content !== undefined),
  );
}

function descriptionOf({ content = {} }: DocumentedResponse, schemas: Readonly<Record<string, Schema>>): string {
  const [first] = Object.values(content);
  const reference = first?.schema?.['$ref'];
  const name = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : '';
  const description = schemas[name]?.['description'];
  return typeof description === 'string' ? description : 'What was asked for.';
}

/** Kept by operation under `contracts/api/examples`: what the synthetic population was answered, shortened. */
function exampleOf(operationId = ''): unknown {
  const file = contractsPath('api', 'examples', `${operationId}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function withExample(content: Content = {}, value: unknown): Content {
  return mapValues(content, (body, mediaType) =>
    mediaType === 'application/json' ? { ...body, examples: { shortened: { value } } } : body,
  );
}

function mapValues<T, U>(values: Readonly<Record<string, T>>, map: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
}
