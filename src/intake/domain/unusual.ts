import type { ClinicalEvent } from '../../kernel/clinical-event';
import { addDays, danishDay } from '../../kernel/day';
import { comparableCode, isSameUnit } from '../../kernel/codes';
import { SERVICE_DATE_FIELD } from '../../kernel/event-kinds';
import { NOTE_WORDS } from '../../kernel/words/receipts';
import type { Notable } from './notable';
import type { Note } from './note';

const DAY_MS = 86_400_000;

/** Adds a note where a value lies outside its usual range. */
function noteRange(
  notes: Note[],
  path: string,
  value: unknown,
  range: Notable['usual']['values'][string] | undefined,
): void {
  if (typeof value !== 'number' || range === undefined) return;
  if (value < range.from || value > range.through) notes.push(unusual(path, NOTE_WORDS.value({ ...range })));
}

/** `UNUSUAL_VALUE` at a place. */
export function unusual(path: string, message: Note['message']): Note {
  return { code: 'UNUSUAL_VALUE', path, message };
}

/** What is unusual about the values of an event that is active. */
export function noteValues(notes: Note[], event: ClinicalEvent, { usual: { values }, unitByNpu }: Notable): void {
  switch (event.kind) {
    case 'hospital.measurement':
    case 'municipality.measurement':
    case 'general-practice.measurement':
    case 'patient.questionnaire': {
      const data = event.data as Readonly<Record<string, unknown>>;
      const kind = data['kind'] ?? data['instrument'];
      if (kind === 'blood-pressure') {
        noteRange(notes, 'data.systolic', data['systolic'], values['systolic']);
        noteRange(notes, 'data.diastolic', data['diastolic'], values['diastolic']);
      } else if (kind === 'exercise-capacity') {
        noteRange(notes, 'data.value', data['value'], values[data['method'] as string]);
      } else if (kind === 'ldl') noteRange(notes, 'data.value', data['value'], values['ldl']);
      return;
    }
    case 'danheart.form': {
      const { bloodPressure } = event.data;
      noteRange(notes, 'data.bloodPressure.systolic', bloodPressure.systolic, values['systolic']);
      noteRange(notes, 'data.bloodPressure.diastolic', bloodPressure.diastolic, values['diastolic']);
      return;
    }
    case 'laboratory.result': {
      const { npu, value, unit } = event.data;
      const used = unitByNpu.get(comparableCode(npu));
      if (used !== undefined && isSameUnit(unit, used)) noteRange(notes, 'data.value', value, values['ldl']);
      return;
    }
    case 'municipality.start':
      noteRange(notes, 'data.plannedSessions', event.data.plannedSessions, values['plannedSessions']);
      return;
    case 'municipality.end': {
      const { attendedSessions: attended, plannedSessions: planned } = event.data;
      noteRange(notes, 'data.attendedSessions', attended, values['attendedSessions']);
      noteRange(notes, 'data.plannedSessions', planned, values['plannedSessions']);
      if (attended !== undefined && planned !== undefined && attended > planned) {
        notes.push(unusual('data.attendedSessions', NOTE_WORDS.moreAttended));
      }
      return;
    }
    case 'hospital.contact': {
      const { startedOn, endedOn } = event.data;
      if (endedOn !== undefined && endedOn < startedOn) notes.push(unusual('data.endedOn', NOTE_WORDS.endBeforeStart));
      return;
    }
    default:
  }
}

/** What is unusual about the day of an event's service, held against what the clock shows (milliseconds). */
export function noteDays(
  notes: Note[],
  { kind, data, time, born }: ClinicalEvent,
  { usual }: Notable,
  now: number,
): void {
  const field = SERVICE_DATE_FIELD[kind];
  const day = field === undefined ? undefined : (data as Readonly<Record<string, unknown>>)[field];
  if (typeof day === 'string') {
    if (day < usual.firstDay) notes.push(unusual(`data.${field}`, NOTE_WORDS.tooEarly));
    if (born !== undefined && day < born) notes.push(unusual(`data.${field}`, NOTE_WORDS.beforeBirth));
  }
  if (time <= now + DAY_MS) return; // A service never lies more than a day after `time`.
  const isAhead = typeof day === 'string' && day > addDays(danishDay(now), 1);
  notes.push(isAhead ? unusual(`data.${field}`, NOTE_WORDS.ahead) : unusual('time', NOTE_WORDS.clock));
}
