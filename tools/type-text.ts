import type { Schema } from './json-schema';

/** A pattern of organisations as `scheme:identifier`. */
const ORGANISATION = '^[a-z-]+:.+$';
const SIMPLE: Readonly<Record<string, string>> = {
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  string: 'string',
};

const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value));

/** The TypeScript type of what a schema accepts; throws for what the contracts of events do not use. */
function typeText(schema: Schema): string {
  const { const: only, enum: choices, anyOf, type, format, pattern, items, properties } = schema;
  if (only !== undefined) return literal(only);
  if (choices !== undefined) return choices.map(literal).join(' | ');
  if (anyOf !== undefined) return anyOf.map(typeText).join(' | ');
  if (typeof type === 'object') return type.map((one) => typeText({ type: one })).join(' | ');
  if (type === 'string' && format === 'date') return 'Day';
  if (type === 'string' && pattern === ORGANISATION) return 'Organisation';
  if (type === 'array' && items !== undefined) return `readonly (${typeText(items)})[]`;
  if (type === 'object' && properties !== undefined) return objectText(properties, schema.required ?? []);
  const simple = type === undefined ? undefined : SIMPLE[type];
  if (simple === undefined) throw new Error(`There is no type for ${JSON.stringify(schema)}.`);
  return simple;
}

/** The TypeScript type of an object with these properties; those that are not required may be left out. */
export function objectText(properties: Readonly<Record<string, Schema>>, required: readonly string[]): string {
  const members = Object.entries(properties).map(
    ([name, schema]) =>
      `${commentText(schema)}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeText(schema)};\n`,
  );
  return `{\n${members.join('')}}`;
}

/** A schema's description as a comment, on a line of its own. */
export function commentText({ description }: Schema): string {
  return description === undefined ? '' : `/** ${description} */\n`;
}
