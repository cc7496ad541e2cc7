import type { ClinicalEvent } from '../../kernel/clinical-event';
import { digestOfNormalForm, normalForm } from '../../kernel/digest';
import { STORAGE_CODE } from '../../kernel/event-kinds';
import type { SoundEvent } from './source-event';
import { knownFieldsOf } from './translation';

/** An event with the fields and members that are kept of it. */
interface Said {
  readonly event: ClinicalEvent;
  readonly kept?: SoundEvent['kept'] | undefined;
  readonly extensions?: SoundEvent['extensions'] | undefined;
}

/**
 * What an event says beside its source and id, as a text that is the same for the same content and for no other:
 * everything but `receivedtime`, compared in normal form (interface.md §1, Receipts). `time` is an instant to the
 * millisecond, person keys stand for the CPR numbers, a member that is null is absent.
 */
function contentOf({ event, kept, extensions }: Said): string {
  const { kind, time, person, recordId, version, status, stated } = event;
  let text = `${STORAGE_CODE[kind]} ${time} ${version} ${status} ${stated ?? ''};`;
  text += `${person.length}"${person}${recordId.length}"${recordId}`;
  const data = event.data as Readonly<Record<string, unknown>>;
  if (kept === undefined) {
    for (const field of knownFieldsOf(kind, data)) text += valueOf(data[field]);
  } else {
    const rest: Record<string, unknown> = { __proto__: null, ...kept };
    for (const field of knownFieldsOf(kind, data)) {
      text += valueOf(rest[field] ?? data[field]); // What is kept of a known field is the whole of it.
      delete rest[field];
    }
    text += `k${normalForm(rest, 'absent')}`;
  }
  if (kind === 'person.status') text += valueOf(data['replaces']);
  return extensions === undefined ? text : `${text}e${normalForm(extensions, 'absent')}`;
}

/** The digest of what an event says, under a secret, by which it is told from another of the same source and id. */
export const contentDigestOf = (said: Said, secret: string | undefined): string =>
  digestOfNormalForm(contentOf(said), secret);

const valueOf = (value: unknown): string => (value === undefined ? ';' : normalForm(value, 'absent'));
