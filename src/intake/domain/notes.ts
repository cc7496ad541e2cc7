import type { ClinicalEvent } from '../../kernel/clinical-event';
import { comparableCode, hasPrefix, isSameUnit } from '../../kernel/codes';
import { EVENT_FIELDS } from '../../kernel/event-data';
import { nearestTo } from '../../kernel/nearest';
import { identifierOf } from '../../kernel/organisation';
import { NOTE_WORDS } from '../../kernel/words/receipts';
import type { Notable } from './notable';
import type { Note } from './note';
import type { Reading } from './reading';
import type { SoundEvent } from './source-event';
import { noteUnknownFields } from './unknown-fields';
import { noteDays, noteValues } from './unusual';

/**
 * What a sound event is told that can be told from the event alone; `now` is what the clock shows
 * (milliseconds), `pathsOfCpr` is where identifiers held a CPR number. Undefined,
 * and hardly any work, for an event about which nothing is to be said.
 */
export function notesOf(
  { event, kept }: SoundEvent,
  { organisations, notable }: Pick<Reading, 'organisations' | 'notable'>,
  now: number,
  pathsOfCpr: readonly string[],
): readonly Note[] | undefined {
  const notes: Note[] = [];
  const { kind, source } = event;
  if (
    (kind.startsWith('hospital.') || kind === 'danheart.form') &&
    !organisations.hospitals.has(identifierOf(source))
  ) {
    notes.push({ code: 'UNKNOWN_HOSPITAL', path: 'source', message: NOTE_WORDS.hospital });
  }
  for (const path of pathsOfCpr) notes.push({ code: 'CPR_IN_IDENTIFIER', path, message: NOTE_WORDS.cprInIdentifier });
  if (kept !== undefined) noteUnknownFields(notes, event, kept);
  if (event.status === 'active') {
    noteCodes(notes, event, notable);
    noteValues(notes, event, notable);
    noteDays(notes, event, notable, now);
  }
  return notes.length === 0 ? undefined : notes;
}

/** Codes that nothing counts, an observation that is no diagnosis yet, a unit in which nothing is used. */
function noteCodes(notes: Note[], event: ClinicalEvent, notable: Notable): void {
  switch (event.kind) {
    case 'hospital.procedure': {
      const { contactId, courseId } = event.data;
      if (!noteCode(notes, 'data.code', notable.procedures(event.data.code))) return;
      if (contactId === undefined && courseId === undefined)
        notes.push(noEffectYet('data.contactId', NOTE_WORDS.unlinkable));
      return;
    }
    case 'hospital.diagnosis':
      noteCode(notes, 'data.code', notable.diagnoses(event.data.code));
      if (hasPrefix(comparableCode(event.data.code), notable.observation)) {
        notes.push(noEffectYet('data.code', NOTE_WORDS.observation));
      }
      return;
    case 'pharmacy.dispensing':
      noteCode(notes, 'data.atc', notable.atc(event.data.atc));
      return;
    case 'laboratory.result': {
      const unit = notable.unitByNpu.get(comparableCode(event.data.npu));
      if (unit === undefined) noteCode(notes, 'data.npu', notable.npu(event.data.npu));
      else if (!isSameUnit(unit, event.data.unit)) {
        notes.push({ code: 'UNIT_NOT_USED', path: 'data.unit', message: NOTE_WORDS.unit({ unit }) });
      }
      return;
    }
    case 'patient.questionnaire': {
      const instruments = Object.keys(EVENT_FIELDS[event.kind].values ?? {});
      const { instrument } = event.data;
      const meant = instruments.includes(instrument) ? undefined : nearestTo(instrument, instruments);
      if (meant === undefined) return; // Other questionnaires are kept without effect, and meant to be.
      const message = NOTE_WORDS.instrument({ instrument: meant });
      notes.push({ code: 'CODE_WITHOUT_EFFECT', path: 'data.instrument', message });
      return;
    }
    default:
  }
}

/** True when the code counts; else a note says what it looks like. */
function noteCode(notes: Note[], path: string, message: Note['message'] | undefined): boolean {
  if (message === undefined) return true;
  notes.push({ code: 'CODE_WITHOUT_EFFECT', path, message });
  return false;
}

/** `NO_EFFECT_YET` at a place. */
export function noEffectYet(path: string, message: Note['message']): Note {
  return { code: 'NO_EFFECT_YET', path, message };
}
