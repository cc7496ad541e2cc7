import { maskCpr } from '../../kernel/cpr-text';
import { EVENT_FIELDS, type EventFields } from '../../kernel/event-data';
import { EVENT_KINDS, FREE_TEXT_FIELDS, type EventKind } from '../../kernel/event-kinds';

/** Read apart from what a kind says: a replaced number is a CPR as much as `cpr` is. */
const READ_APART = new Set(['cpr', 'recordId', 'version', 'status', 'replaces']);

/** What the program understands of a kind; everything else is kept sealed and has no effect. */
interface Understood {
  /** The field that says which values stand beside it: a measurement's `kind`, a questionnaire's `instrument`. */
  readonly choice?: string;
  readonly fieldsByChoice: ReadonlyMap<unknown, ReadonlySet<string>>;
  readonly fields: ReadonlySet<string>;
  readonly freeText: ReadonlySet<string>;
}

function understoodOf({ own, choice, values = {} }: EventFields, freeText: readonly string[] = []): Understood {
  const fields = own.filter((field) => !READ_APART.has(field));
  return {
    ...(choice === undefined ? undefined : { choice }),
    fieldsByChoice: new Map(Object.entries(values).map(([value, beside]) => [value, new Set([...fields, ...beside])])),
    fields: new Set(fields),
    freeText: new Set(freeText),
  };
}

const understoodByKind: ReadonlyMap<EventKind, Understood> = new Map(
  EVENT_KINDS.map((kind) => [kind, understoodOf(EVENT_FIELDS[kind], FREE_TEXT_FIELDS[kind])]),
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
      if (!READ_APART.has(field)) (kept ??= {})[field] = value;
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      translated[field] = numbersOf(value);
    } else if (understood.freeText.has(field) && typeof value === 'string') {
      const masked = maskCpr(value);
      if (masked !== value) (kept ??= {})[field] = value;
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

/** A blood pressure or HADS nested in a form: its numbers, nothing else. */
function numbersOf(nested: object): Record<string, number> {
  return Object.fromEntries(Object.entries(nested).filter(([, value]) => typeof value === 'number'));
}
