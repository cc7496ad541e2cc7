/** The parts of JSON Schema 2020-12 that the contracts of events use. */
export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** A branch of `allOf` that holds when a field has one value, such as the values beside a measurement's `kind`. */
export interface Branch {
  readonly field: string;
  readonly value: string;
  readonly then: Schema;
}

/** The branches of a schema that ask for one value of one field, in their order; references in them as they stand. */
export function branchesOf({ allOf = [] }: Schema): readonly Branch[] {
  return allOf.flatMap((branch) => {
    const [asked, ...others] = Object.entries(branch.if?.properties ?? {});
    const value = asked?.[1].const;
    if (asked === undefined || others.length > 0 || typeof value !== 'string') return [];
    return [{ field: asked[0], value, then: branch.then ?? {} }];
  });
}

/** What a reference within the document leads to; a schema that is no reference stands for itself. */
export function resolved(schema: Schema, { $defs = {} }: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const target = $defs[schema.$ref.replace('#/$defs/', '')];
  if (target === undefined) throw new Error(`The schema refers to ${schema.$ref}, which is not in it.`);
  return target;
}
