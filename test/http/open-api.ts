/** The parts of an OpenAPI document that say what may be sent. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly example?: unknown;
  readonly schema: Schema;
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly example?: unknown;
}

/** What is sent to an operation. */
export interface Sent {
  readonly method: string;
  /** As in the document, with names in braces. */
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A text somebody may write: its place, and what is sent with something written there. */
export interface Writable {
  readonly place: 'path' | 'query' | 'body';
  /** Dotted. */
  readonly name: string;
  readonly write: (text: string) => Sent;
}

/** By type, where a schema gives no example. */
const USUAL: Readonly<Record<string, unknown>> = { integer: 1, boolean: true };

/** Every operation with a request it takes, made of the document's examples and of `samples`, and all one may write there. */
export function operationsOf(
  { paths, components: { schemas } }: OpenApi,
  samples: Readonly<Record<string, unknown>>,
): { readonly usual: Sent; readonly writables: readonly Writable[] }[] {
  const resolved = (schema: Schema): Schema => {
    const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return ref === undefined ? schema : (schemas[ref.slice(ref.lastIndexOf('/') + 1)] as Schema);
  };
  const sampleOf = (name: string, given: Schema): unknown => {
    const schema = resolved(given);
    if (name in samples) return samples[name];
    if (schema.properties !== undefined) return objectOf(schema);
    if (schema.items !== undefined) return [sampleOf('', schema.items)];
    return schema.example ?? schema.default ?? schema.enum?.[0] ?? USUAL[String(schema.type)] ?? 'x';
  };
  const objectOf = ({ properties = {} }: Schema): Record<string, unknown> =>
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, sampleOf(name, schema)]));
  /** Dotted names of the texts in a body, each with a function that writes one. */
  const textsOf = (given: Schema, before: string): [string, (body: object, text: string) => object][] => {
    const { properties = {} } = resolved(given);
    return Object.entries(properties).flatMap(([name, schema]): [string, (body: object, text: string) => object][] => {
      const { type, properties: inner } = resolved(schema);
      if (inner !== undefined) {
        return textsOf(schema, `${before}${name}.`).map(([path, write]) => [
          path,
          (body, text) => ({ ...body, [name]: write((body as Record<string, object>)[name] ?? {}, text) }),
        ]);
      }
      const written = (text: string): unknown =>
        type === 'array' ? [text] : type === 'object' ? { [name]: text } : text;
      return [[before + name, (body, text) => ({ ...body, [name]: written(text) })]];
    });
  };

  return Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const valuesIn = (place: string): Record<string, string> =>
        Object.fromEntries(
          parameters
            .filter((parameter) => parameter.in === place && parameter.required)
            .map(({ name, example, schema }) => [name, String(example ?? sampleOf(name, schema))]),
        );
      const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
      const body = schema === undefined ? undefined : objectOf(resolved(schema));
      const usual: Sent = {
        ...{ method, route, path: valuesIn('path'), query: valuesIn('query') },
        ...(body === undefined ? undefined : { body }),
      };
      const inAddress = parameters.flatMap(({ in: place, name }): Writable[] =>
        place !== 'path' && place !== 'query'
          ? []
          : [{ place, name, write: (text) => ({ ...usual, [place]: { ...usual[place], [name]: text } }) }],
      );
      const inBody = (schema === undefined ? [] : textsOf(schema, '')).map(([name, write]): Writable => {
        return { place: 'body', name, write: (text) => ({ ...usual, body: { ...write(body ?? {}, text) } }) };
      });
      return { usual, writables: [...inAddress, ...inBody] };
    }),
  );
}
