import { kindOfType } from '../../../kernel/event-kinds';
import type { Shapes } from '../../parts/shapes';
import type { EventField } from '../../../kernel/event-field';
import { eventFieldsOf } from '../../../platform/contracts/event-fields';
import { textOfValue, valueOfText } from './written-values';

type Rejected = Shapes['OwnRejectedEvent'];
type Members = Readonly<Record<string, unknown>>;

/** A field of a refused event as it stands in the form. */
export interface MendField extends Pick<EventField, 'name' | 'type' | 'options'> {
  /** As it came. */
  readonly value: string;
  /** A member of the event itself, not of its data. */
  readonly isOfEvent: boolean;
  /** What came is not shown, since it holds a person's number. */
  readonly isHidden: boolean;
  /** No field of this kind of event. */
  readonly isExtra: boolean;
}

/**
 * The fields of a refused event: whose it is, what its kind has, what came beside, and of the event itself what something
 * is wrong with (`faulty`, names of fields).
 */
export function mendFieldsOf({ sent = {}, hidden = [] }: Rejected, faulty: readonly string[]): readonly MendField[] {
  const data = (sent['data'] ?? {}) as Members;
  const { type } = sent;
  const kind = typeof type === 'string' ? kindOfType(type) : undefined;
  const fields =
    kind === undefined
      ? []
      : eventFieldsOf(kind).filter(({ ofKind }) => ofKind === undefined || ofKind === data['kind']);
  const own: Pick<EventField, 'name' | 'type' | 'options'>[] = [{ name: 'cpr', type: 'text' }, ...fields];
  const names = new Set([...own.map(({ name }) => name), 'version', 'status']);
  const extra = [
    ...Object.keys(data),
    ...hidden.filter((path) => path.startsWith('data.')).map((path) => path.slice(5)),
  ]
    .filter((name, at, all) => !names.has(name) && all.indexOf(name) === at)
    .map((name) => ({ name, type: 'other' as const }));
  const members = ['time', 'type', 'id'].filter((name) => faulty.includes(name) && !names.has(name));
  const isHidden = (path: string): boolean => hidden.includes(path);
  return [
    ...members.map((name) => ({
      ...{ name, type: 'text' as const, isOfEvent: true, isExtra: false },
      ...{ value: textOfValue(sent[name]), isHidden: isHidden(name) },
    })),
    ...[...own, ...extra].map((field) => ({
      ...{
        name: field.name,
        type: field.type,
        isOfEvent: false,
        isExtra: !names.has(field.name) && field.name !== 'recordId',
      },
      ...{ value: textOfValue(data[field.name]), isHidden: isHidden(`data.${field.name}`) },
      ...('options' in field && field.options !== undefined ? { options: field.options } : undefined),
    })),
  ];
}

/**
 * What is to be replaced of a refused event, by what was written in its form; what was not changed is not named. One whose
 * name was used before goes under a new one.
 */
export function changesOf(rejected: Rejected, written: (name: string) => string | undefined): Members {
  const own: Record<string, unknown> = {};
  const data: Record<string, unknown> = {};
  for (const field of mendFieldsOf(rejected, ['time', 'type', 'id'])) {
    const text = written(field.name);
    if (text === undefined || text === field.value) continue;
    (field.isOfEvent ? own : data)[field.name] = valueOfText(field, text);
  }
  if (rejected.code === 'ID_REUSED' && own['id'] === undefined)
    own['id'] = `${rejected.event ?? ''}-r${rejected.number}`;
  return { ...own, ...(Object.keys(data).length === 0 ? undefined : { data }) };
}
