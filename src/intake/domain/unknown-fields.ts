import type { ClinicalEvent } from '../../kernel/clinical-event';
import { holdsCpr } from '../../kernel/cpr-text';
import { EVENT_FIELDS } from '../../kernel/event-data';
import { EVENT_KINDS, type EventKind } from '../../kernel/event-kinds';
import { nearestTo } from '../../kernel/nearest';
import { remembering } from '../../kernel/remembering';
import { NOTE_WORDS } from '../../kernel/words/receipts';
import type { Note } from './note';

/**
 * Notes the fields that are none of the kind, or not beside what was measured, and in objects of the data those that are
 * none of the object's. What a kind without effect says of itself is its own matter.
 */
export function noteUnknownFields(notes: Note[], { kind, data }: ClinicalEvent, kept: Fields): void {
  const names = namesIn(kind, data);
  if (names !== undefined) noteUnknownIn(notes, '', kept, data, names);
}

type Fields = Readonly<Record<string, unknown>>;

/** Goes through an object and those within it; `path` leads there from the data, with a dot, `filled` has what is known of it. */
function noteUnknownIn(notes: Note[], path: string, sent: Fields, filled: object, names: Names): void {
  for (const field in sent) {
    const value = sent[field];
    if (value === null) continue;
    if (names.known.has(field)) {
      const within = names.within.get(field); // Else a free text that is kept whole.
      if (within !== undefined) noteUnknownIn(notes, `${path}${field}.`, value as Fields, value as Fields, within);
      continue;
    }
    const nearest = names.nearest(field);
    const isFree = nearest === undefined || !(nearest in filled);
    const meant = isFree
      ? nearest
      : nearestTo(
          field,
          [...names.known].filter((name) => !(name in filled)),
        );
    const message = meant === undefined ? NOTE_WORDS.field : NOTE_WORDS.fieldMeant({ field: meant });
    const place = isPlainName(field) ? path + field : path.slice(0, -1);
    notes.push({ code: 'UNKNOWN_FIELD', path: place === '' ? 'data' : `data.${place}`, message });
  }
}

/** Names that an object may have, which of them another name is nearest to, and those of the objects within it. */
interface Names {
  readonly known: ReadonlySet<string>;
  readonly nearest: (field: string) => string | undefined;
  readonly within: ReadonlyMap<string, Names>;
}

/** The names data of a kind may have: its own, and beside them by what was measured. */
const NAMES = new Map(
  EVENT_KINDS.map((kind) => {
    const { own, values = {}, nested = {} } = EVENT_FIELDS[kind];
    const within = namesWithin(nested, '');
    const inData = (names: readonly string[]): Names => namesOf([...own, ...names, 'version', 'status'], within);
    const beside = Object.entries(values).map(([chosen, names]) => [chosen, inData(names)] as const);
    return [kind, { own: inData([]), beside: new Map<unknown, Names>(beside) }] as const;
  }),
);

function namesOf(known: readonly string[], within: Names['within']): Names {
  return { known: new Set(known), nearest: remembering((field) => nearestTo(field, known)), within };
}

/** The names in the objects that stand at a path, which ends with a dot; `nested` has them by their paths. */
function namesWithin(nested: Readonly<Record<string, readonly string[]>>, at: string): Names['within'] {
  const here = Object.entries(nested).filter(([path]) => path.startsWith(at) && !path.slice(at.length).includes('.'));
  return new Map(
    here.map(([path, names]) => [path.slice(at.length), namesOf(names, namesWithin(nested, `${path}.`))] as const),
  );
}

function namesIn(kind: EventKind, data: Readonly<Record<string, unknown>>): Names | undefined {
  const { choice } = EVENT_FIELDS[kind];
  const names = NAMES.get(kind);
  return choice === undefined ? names?.own : names?.beside.get(data[choice]);
}

/** A name that can be told again: anything else may be a person's. */
const isPlainName = (field: string): boolean => /^[A-Za-z][\w-]{0,59}$/.test(field) && !holdsCpr(field);
