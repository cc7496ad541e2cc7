import { maskCpr } from '../../kernel/cpr-text';
import { EVENT_FIELDS, type EventFields } from '../../kernel/event-data';
import { EVENT_KINDS, FREE_TEXT_FIELDS, type EventKind } from '../../kernel/event-kinds';

/** Read apart from what a kind says: a replaced number is a CPR as much as `cpr` is. */
const apartIn = (kind: EventKind): ReadonlySet<string> => {
  const apart = ['recordId', 'version', 'status'];
  if (kind === 'registry.feed-status') return new Set(apart);
  return new Set(kind === 'person.status' ? [...apart, 'cpr', 'replaces'] : [...apart, 'cpr']);
};

/** What the program understands of a kind; everything else is kept sealed and has no effect. */
interface Understood {
  /** The field that says which values stand beside it: a measurement's `kind`, a questionnaire's `instrument`. */
  readonly choice?: string;
  readonly fieldsByChoice: ReadonlyMap<unknown, ReadonlySet<string>>;
  readonly fields: ReadonlySet<string>;
  readonly freeText: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
  /** What the values are called that stand nested in a field. */
  readonly nested: Readonly<Record<string, readonly string[]>>;
}

function understoodOf(
  { own, choice, values = {}, nested = {} }: EventFields,
  apart: ReadonlySet<string>,
  freeText: readonly string[] = [],
): Understood {
  const fields = own.filter((field) => !apart.has(field));
  return {
    ...(choice === undefined ? undefined : { choice }),
    fieldsByChoice: new Map(Object.entries(values).map(([value, beside]) => [value, new Set([...fields, ...beside])])),
    fields: new Set(fields),
    freeText: new Set(freeText),
    apart,
    nested,
  };
}

const understoodByKind: ReadonlyMap<EventKind, Understood> = new Map(
  EVENT_KINDS.map((kind) => [kind, understoodOf(EVENT_FIELDS[kind], apartIn(kind), FREE_TEXT_FIELDS[kind])]),
);

/** The parts of an event's data: what is understood, and what is kept as it came without effect. */
export interface Translated {
  readonly data: Record<string, unknown>;
  readonly kept?: Readonly<Record<string, unknown>>;
}

/**
 * Splits checked data into known fields (null is absent) and the rest. A number that looks like a CPR in a
 * free text is masked in the known field and kept whole among the rest, which is stored sealed.
 */
export function translate(kind: EventKind, data: Readonly<Record<string, unknown>>): Translated {
  const understood = understoodByKind.get(kind) as Understood;
  const known = knownFields(understood, data);
  const translated: Record<string, unknown> = {};
  let kept: Record<string, unknown> | undefined;
  for (const field in data) {
    const value = data[field];
    if (value === null || value === undefined) continue;
    if (!known.has(field)) {
      if (!understood.apart.has(field)) (kept ??= noFields())[field] = value;
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      const numbers = numbersOf(value, understood.nested[field]);
      if (Object.keys(value).length > Object.keys(numbers).length) (kept ??= noFields())[field] = value;
      translated[field] = numbers;
    } else if (understood.freeText.has(field) && typeof value === 'string') {
      const masked = maskCpr(value);
      if (masked !== value) (kept ??= noFields())[field] = value;
      translated[field] = masked;
    } else {
      translated[field] = value;
    }
  }
  return kept === undefined ? { data: translated } : { data: translated, kept };
}

/** A kind's own fields and the values that belong to what was measured; those of another kind have no meaning beside it. */
function knownFields(
  { choice, fieldsByChoice, fields }: Understood,
  data: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  return choice === undefined ? fields : (fieldsByChoice.get(data[choice]) ?? fields);
}

/** Without a prototype, so that `__proto__` is a name like any other. */
const noFields = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

/** The fields of an event's data that are understood, by what its data say was measured; those read apart not. */
export const knownFieldsOf = (kind: EventKind, data: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
  knownFields(understoodByKind.get(kind) as Understood, data);

/** A blood pressure or HADS nested in a form: its numbers, nothing else. */
function numbersOf(nested: object, names: readonly string[] = []): Record<string, number> {
  return Object.fromEntries(
    Object.entries(nested).filter(([name, value]) => typeof value === 'number' && names.includes(name)),
  );
}
