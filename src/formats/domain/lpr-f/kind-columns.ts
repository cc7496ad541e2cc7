import type { EventKind } from '../../../kernel/event-kinds';
import { dayColumn, textColumn, type FieldColumn } from '../register-tables/field-columns';
import type { LprFCodes } from './lpr-f-terms';

/** The kinds that LPR_F's tables and the one of ours hold. */
export type LprFKind = Extract<EventKind, `hospital.${string}`>;

/** The fields of each kind that columns of its table say by themselves. */
export const fieldColumnsOf = (codes: LprFCodes): Readonly<Record<LprFKind, readonly FieldColumn[]>> => ({
  'hospital.contact': [
    textColumn('contactId', 'dw_ek_kontakt', true),
    textColumn('courseId', 'dw_ek_forloeb'),
    { field: 'mode', column: 'kontakttype', read: (text) => codes.contactModes[text.toUpperCase()] ?? null },
    dayColumn('startedOn', 'dato_start', true),
    dayColumn('endedOn', 'dato_slut'),
  ],
  'hospital.diagnosis': [
    textColumn('contactId', 'dw_ek_kontakt', true),
    textColumn('code', 'diagnosekode', true),
    {
      ...{ field: 'role', column: 'diagnosetype', isMandatory: true },
      read: (text) => codes.diagnosisRoles.find((role) => role === text.toUpperCase()),
    },
    { field: 'refuted', column: 'senere_afkraeftet', read: (text) => codes.refuted[text.toUpperCase()] },
  ],
  'hospital.procedure': [
    textColumn('contactId', 'dw_ek_kontakt'),
    textColumn('courseId', 'dw_ek_forloeb'),
    textColumn('code', 'procedurekode', true),
    dayColumn('performedOn', 'dato_start', true),
  ],
  'hospital.referral': [textColumn('contactId', 'dw_ek_kontakt')],
  'hospital.measurement': [dayColumn('measuredOn', 'dato_resultat', true)],
});

/** What the rows of each table are, and those of no other. */
export const KIND_OF_TABLE: Readonly<Record<string, LprFKind>> = {
  kontakter: 'hospital.contact',
  diagnoser: 'hospital.diagnosis',
  procedurer_kirurgi: 'hospital.procedure',
  procedurer_andre: 'hospital.procedure',
  resultater: 'hospital.measurement',
  rehabspor_henvisninger: 'hospital.referral',
};
