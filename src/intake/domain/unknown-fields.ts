import type { ClinicalEvent } from '../../kernel/clinical-event';
import { holdsCpr } from '../../kernel/cpr-text';
import { EVENT_FIELDS } from '../../kernel/event-data';
import { EVENT_KINDS, type EventKind } from '../../kernel/event-kinds';
import { nearestTo } from '../../kernel/nearest';
import { remembering } from '../../kernel/remembering';
import { NOTE_WORDS } from '../../kernel/words/receipts';
import type { Note } from './note';

/** Notes the fields that are none of the kind, or not beside what was measured. What a kind without effect says of itself is its own matter. */
export function noteUnknownFields(
  notes: Note[],
  { kind, data }: ClinicalEvent,
  kept: Readonly<Record<string, unknown>>,
): void {
  const names = namesIn(kind, data);
  if (names === undefined) return;
  for (const field in kept) {
    if (names.known.has(field)) continue; // A free text that is kept whole.
    const nearest = names.nearest(field);
    const isFree = nearest === undefined || !(nearest in data);
    const meant = isFree
      ? nearest
      : nearestTo(
          field,
          [...names.known].filter((name) => !(name in data)),
        );
    const message = meant === undefined ? NOTE_WORDS.field : NOTE_WORDS.fieldMeant({ field: meant });
    notes.push({ code: 'UNKNOWN_FIELD', path: isPlainName(field) ? `data.${field}` : 'data', message });
  }
}

/** Names that data may have, and which of them another name is nearest to. */
interface Names {
  readonly known: ReadonlySet<string>;
  readonly nearest: (field: string) => string | undefined;
}

/** The names data of a kind may have: its own, and beside them by what was measured. */
const NAMES = new Map(
  EVENT_KINDS.map((kind) => {
    const { own, values = {} } = EVENT_FIELDS[kind];
    const beside = Object.entries(values).map(([chosen, names]) => [chosen, namesOf([...own, ...names])] as const);
    return [kind, { own: namesOf(own), beside: new Map<unknown, Names>(beside) }] as const;
  }),
);

function namesOf(names: readonly string[]): Names {
  const known = [...names, 'version', 'status'];
  return { known: new Set(known), nearest: remembering((field) => nearestTo(field, known)) };
}

function namesIn(kind: EventKind, data: Readonly<Record<string, unknown>>): Names | undefined {
  const { choice } = EVENT_FIELDS[kind];
  const names = NAMES.get(kind);
  return choice === undefined ? names?.own : names?.beside.get(data[choice]);
}

/** A name that can be told again: anything else may be a person's. */
const isPlainName = (field: string): boolean => /^[A-Za-z][\w-]{0,59}$/.test(field) && !holdsCpr(field);
