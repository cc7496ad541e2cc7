import type { ApiPropertyOptions } from '@nestjs/swagger';
import { SCHEMES } from '../../kernel/organisation';

/** What a schema says of a text. */
export type TextForm = Pick<ApiPropertyOptions & { pattern?: string; format?: string }, 'pattern' | 'format'> & {
  readonly minLength?: number;
  readonly maxLength?: number;
};

const DAY = '(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const PART_OF_YEAR = '(?!0000)\\d{4}(Q[1-4]|T[1-3]|-(0[1-9]|1[0-2]))?';

/** A text with something in it. */
export const SOME_TEXT: TextForm = { pattern: '\\S' };
/** One line of a person's name. */
export const NAME_FORM: TextForm = {
  pattern:
    '^[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]*$',
  maxLength: 100,
};
/** Lines that people write. */
export const NOTE_FORM: TextForm = {
  pattern:
    '^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$',
  maxLength: 2_000,
};
/** A period as `parsePeriod` reads it; that the first day of two does not lie after the second is checked beside it. */
export const PERIOD_FORM: TextForm = { pattern: `^(all|2021/22|2022-bridging|${PART_OF_YEAR}|${DAY}\\.\\.${DAY})$` };
/** A day, or a year or a part of one. */
export const END_FORM: TextForm = { pattern: `^(${PART_OF_YEAR}|${DAY})$` };
/** What a control chart's lines are frozen from: 2 to 120 periods, or one period. */
export const BASELINE_FORM: TextForm = {
  pattern: `^(0{0,2}[2-9]|0?[1-9]\\d|1[01]\\d|120|2021/22|2022-bridging|${PART_OF_YEAR}|${DAY}\\.\\.${DAY})$`,
};
/** A month. */
export const MONTH_FORM: TextForm = { pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
/** A unit that is counted by. */
export const UNIT_FORM: TextForm = { pattern: '^(denmark|(hospital|municipality|region):\\S+)$', maxLength: 100 };
/** An organisation that reports. */
export const ORGANISATION_FORM: TextForm = { pattern: `^(${SCHEMES.join('|')}):.+$`, maxLength: 200 };
/** A CPR number, of a day that there is in some century. */
export const CPR_FORM: TextForm = {
  pattern:
    '^(((0[1-9]|1\\d|2[0-8])(0[1-9]|1[0-2])|(29|30)(0[13-9]|1[0-2])|31(0[13578]|1[02]))\\d{2}-?\\d{4}|' +
    '2902(0[48]|[2468][048]|[13579][26])-?\\d{4}|290200-?[4-9]\\d{3})$',
};
