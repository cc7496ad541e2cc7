import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { OpenApiDocument, Operation } from '../../src/platform/http/openapi/openapi-types';

/** An answer as it came, with what was asked. */
export interface Answer {
  readonly method: string;
  /** With or without a query. */
  readonly path: string;
  readonly status: number;
  readonly contentType?: string | undefined;
  /** Parsed when it is JSON. */
  readonly body?: unknown;
}

const JSON_TYPE = /^application\/(.+\+)?json$/;
/** Where the documentation itself stands. */
const UNDOCUMENTED = /^\/docs(-json|\/|$)/;

/** Holds answers to a server's own OpenAPI document; an answer it does not describe is an error that says what and where. */
export class DocumentedAnswers {
  private readonly ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, validateFormats: true }));
  private readonly operations: readonly { method: string; path: RegExp; template: string; operation: Operation }[];

  constructor(document: OpenApiDocument) {
    this.ajv.addSchema(document, 'document');
    this.operations = Object.entries(document.paths).flatMap(([template, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`),
        template,
        operation,
      })),
    );
  }

  /** Throws when the document does not say that this may be answered. */
  check({ method, path, status, contentType, body }: Answer): void {
    const [address = ''] = path.split('?');
    if (UNDOCUMENTED.test(address)) return;
    const found = this.find(method === 'HEAD' ? 'GET' : method, address);
    if (found === undefined) {
      const right = this.operations.some(({ path: listed }) => listed.test(address)) ? 405 : 404;
      if (status !== right)
        throw new Error(`${method} ${address} answered ${status}, but the document has no such address or method.`);
      if (method !== 'HEAD') this.holdTo('#/components/schemas/Problem', body, `${method} ${address}: ${status}`);
      return;
    }
    const where = `${method} ${found.template}: ${status}`;
    const response = found.operation.responses[String(status)];
    if (response === undefined)
      throw new Error(`${where} is not a documented status of ${found.operation.operationId}.`);
    const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
    const { content = {} } = response;
    if (mediaType === '' && Object.keys(content).length === 0) return;
    const schema = content[mediaType]?.schema;
    if (schema === undefined) throw new Error(`${where} came as ${mediaType}, which is not documented.`);
    if (method === 'HEAD' || !JSON_TYPE.test(mediaType)) return;
    this.holdTo(String(schema['$ref']), body, `${where} ${mediaType}`);
  }

  /** Throws with every fault when a value does not follow a component of the document. */
  holdTo(reference: string, value: unknown, where: string): void {
    const validate = this.ajv.getSchema(`document${reference}`) as ValidateFunction | undefined;
    if (validate === undefined) throw new Error(`${where}: the document has no ${reference}.`);
    if (validate(value)) return;
    const faults = (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `  ${instancePath === '' ? '/' : instancePath} ${message} ${JSON.stringify(params)}`,
    );
    throw new Error(`${where} is not what ${reference} says:\n${faults.slice(0, 10).join('\n')}`);
  }

  /** Addresses without parameters go before those with. */
  private find(method: string, address: string) {
    const matching = this.operations.filter((one) => one.method === method && one.path.test(address));
    return matching.find(({ template }) => !template.includes('{')) ?? matching[0];
  }
}
