/** The formats that are tables, by the names commands call them. */
export const TABLE_FORMATS = [
  'municipal',
  'laboratory',
  'prescription',
  'civil-registration',
  'danheart',
  'pro',
  'general-practice',
  'feed-status',
] as const;
export type TableFormatName = (typeof TABLE_FORMATS)[number];
