import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;
type Method = 'get' | 'post' | 'delete';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<Method, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** A request as it is sent. */
export interface Asked {
  readonly method: Method;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body?: unknown;
}

/** An operation with requests that fit its schemas, and with any others. */
export interface Fuzzed {
  readonly name: string;
  readonly valid: fc.Arbitrary<Asked>;
  readonly any: fc.Arbitrary<Asked>;
  /** Of its body, references resolved. */
  readonly schema?: Schema;
}

/** What names in addresses may stand for, so that some of what is asked for is there. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  set: ['dhrd-2023'],
  version: ['1', '2'],
  key: ['diet', 'participation'],
  organisation: ['denmark', 'hospital:330901000016003', 'municipality:0461'],
  indicator: ['diet'],
};

/** The operations of an OpenAPI document, each with arbitrary requests made of its schemas. */
export function requestsOf(text: string): Fuzzed[] {
  const { paths, components } = JSON.parse(text) as Document;
  return Object.entries(paths).flatMap(([route, methods]) =>
    (Object.entries(methods) as [Method, Operation][]).map(([method, operation]): Fuzzed => {
      const { parameters = [], requestBody } = operation;
      const media = Object.values(requestBody?.content ?? {})[0];
      const schema = media === undefined ? undefined : resolved(media.schema, components.schemas);
      const made = (texts: (schema: Schema, name: string) => fc.Arbitrary<unknown>, body?: fc.Arbitrary<unknown>) =>
        fc
          .record({
            path: fc.record(recordOf(parameters, 'path', texts)),
            query: fc.record(recordOf(parameters, 'query', texts), { requiredKeys: requiredOf(parameters) }),
            body: body === undefined ? fc.constant(undefined) : body,
          })
          .map(({ path, query, body: sent }): Asked => {
            const address = route.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(path[name])));
            const given = Object.entries(query).filter(([, value]) => value !== undefined);
            return {
              method,
              path: address,
              query: Object.fromEntries(given.map(([k, v]) => [k, String(v)])),
              body: sent,
            };
          });
      return {
        name: `${method} ${route}`,
        valid: made(
          (of, name) =>
            NAMES[name] === undefined ? valueOf(of) : fc.oneof(fc.constantFrom(...NAMES[name]), valueOf(of)),
          schema && valueOf(schema),
        ),
        any: made(
          () => fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.constant('null'), fc.constant('1e400')),
          schema && fc.jsonValue(),
        ),
        ...(schema === undefined ? undefined : { schema }),
      };
    }),
  );
}

const recordOf = (
  parameters: readonly Parameter[],
  place: string,
  texts: (schema: Schema, name: string) => fc.Arbitrary<unknown>,
): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(
    parameters
      .filter((one) => one.in === place)
      .map(({ name, schema }) => [
        name,
        place === 'path'
          ? texts(schema, name).filter((value) => !LEAD_ELSEWHERE.has(String(value)))
          : texts(schema, name),
      ]),
  );

/** Parts of an address with which it is another. */
const LEAD_ELSEWHERE = new Set(['', '.', '..']);

const requiredOf = (parameters: readonly Parameter[]): string[] =>
  parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => name);

function resolved(value: unknown, schemas: Readonly<Record<string, Schema>>): Schema {
  const walk = (inner: unknown): unknown => {
    if (inner === null || typeof inner !== 'object') return inner;
    if (Array.isArray(inner)) return inner.map(walk);
    const { $ref } = inner as { $ref?: string };
    if ($ref !== undefined) return walk(schemas[$ref.slice($ref.lastIndexOf('/') + 1)]);
    return Object.fromEntries(Object.entries(inner).map(([key, of]) => [key, walk(of)]));
  };
  return walk(value) as Schema;
}

/** Values that follow a schema of those that requests have here. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const {
    type,
    enum: options,
    pattern,
    format,
    minLength = 0,
    maxLength = 60,
  } = schema as {
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly pattern?: string;
    readonly format?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
  if (options !== undefined) return fc.constantFrom(...options);
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  const { allOf, anyOf } = schema as { allOf?: readonly [Schema]; anyOf?: readonly Schema[] };
  if (allOf !== undefined) return fc.oneof(...(anyOf ?? [{}]).map((one) => valueOf(together(allOf[0], one))));
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') {
    const { minimum = 0, maximum = 1000 } = schema as { minimum?: number; maximum?: number };
    return fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31) });
  }
  if (type === 'array') {
    const { items = {}, minItems = 0 } = schema as { items?: Schema; minItems?: number };
    return fc.array(valueOf(items), { minLength: minItems, maxLength: 4 });
  }
  if (type === 'object' && schema['properties'] !== undefined) {
    const { properties, required = [] } = schema as { properties: Record<string, Schema>; required?: string[] };
    const fields = Object.entries(properties).map(([name, of]) => [name, valueOf(of)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: required });
  }
  if (type === 'object') return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 });
  if (type !== 'string') return fc.jsonValue();
  if (format === 'date' || format === 'date-time') {
    const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    return moments.map((moment) => moment.toISOString().slice(0, format === 'date' ? 10 : undefined));
  }
  if (pattern !== undefined) return textLike(pattern, maxLength);
  return fc.string({ minLength, maxLength: Math.min(maxLength, 60) });
}

/** Texts that match a pattern; lookaheads, which cannot be built from, are only held to. */
function textLike(pattern: string, longest: number): fc.Arbitrary<string> {
  const buildable = new RegExp(pattern.replace(/\(\?![^)]*\)/g, ''));
  return fc.stringMatching(buildable).filter((text) => text.length <= longest && new RegExp(pattern).test(text));
}

/** One of several ways an object may be: what it adds to the fields there are. */
function together(whole: Schema, one: Schema): Schema {
  const properties = { ...(whole['properties'] as object), ...(one['properties'] as object | undefined) };
  return { ...whole, properties, required: one['required'] ?? whole['required'] };
}
