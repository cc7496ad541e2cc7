/** A JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>;

/** What a body may be, by media type. */
export type Content = Record<string, { readonly schema?: Schema; examples?: Readonly<Record<string, Example>> }>;

interface Example {
  readonly summary?: string;
  readonly value: unknown;
}

export interface DocumentedResponse {
  description: string;
  content?: Content;
  headers?: Readonly<Record<string, { readonly description: string; readonly schema: Schema }>>;
}

/** The part of an operation that is read and completed here. */
export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  responses: Record<string, DocumentedResponse>;
}

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: object;
  readonly servers: readonly object[];
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
