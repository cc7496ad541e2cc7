import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from '../../kernel/day';
import { NOTE, PERSON_NAME } from '../../kernel/human-words';
import { parseInstant } from '../../kernel/instant';
import { parsePeriod, PERIOD_FORMS } from '../../kernel/period';
import { NAME_FORM, NOTE_FORM, PERIOD_FORM, SOME_TEXT, type TextForm } from './text-forms';

/** Checks a text and says in the documentation what form it has, so that both say the same. */
function textCheck(
  name: string,
  passes: (text: string) => boolean,
  remedy: string,
  form: TextForm,
  options?: ValidationOptions,
): PropertyDecorator {
  const validator = {
    validate: (value: unknown) => typeof value === 'string' && passes(value),
    defaultMessage: () => remedy,
  };
  return applyDecorators(ApiProperty(form), ValidateBy({ name, validator }, options));
}

/** What is said of a value that is none of those there are. */
export const oneOf = (options: readonly string[]): ValidationOptions => ({
  message: `must be one of ${options.join(', ')}`,
});

/** A calendar day that exists. */
export const IsCalendarDay = (): PropertyDecorator =>
  textCheck('isCalendarDay', isDay, 'must be a calendar day as YYYY-MM-DD', { format: 'date' });

/** An RFC 3339 instant with offset. */
export const IsInstant = (): PropertyDecorator =>
  textCheck(
    'isInstant',
    (text) => parseInstant(text) !== undefined,
    'must be an RFC 3339 instant with offset, such as 2023-06-30T12:00:00Z',
    { format: 'date-time' },
  );

/** Who does something, by name. */
export const IsPersonName = (): PropertyDecorator =>
  textCheck('isPersonName', PERSON_NAME.fits, PERSON_NAME.remedy, NAME_FORM);

/** Why something is done, in a person's words. */
export const IsNote = (): PropertyDecorator => textCheck('isNote', NOTE.fits, NOTE.remedy, NOTE_FORM);

/** A text of which a function says whether it is right, and a form what the documentation says of it. */
export const IsTextThat = (
  name: string,
  passes: (text: string) => boolean,
  remedy: string,
  form: TextForm = SOME_TEXT,
): PropertyDecorator => textCheck(name, passes, remedy, form);

/** A period as `parsePeriod` reads it. */
export const IsPeriod = (): PropertyDecorator =>
  textCheck('isPeriod', (text) => parsePeriod(text) !== undefined, `must be ${PERIOD_FORMS}`, PERIOD_FORM);
