import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from '../../kernel/day';
import { NOTE, PERSON_NAME } from '../../kernel/human-words';
import { parseInstant } from '../../kernel/instant';

function textCheck(name: string, passes: (text: string) => boolean, remedy: string, options?: ValidationOptions) {
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && passes(value),
        defaultMessage: () => remedy,
      },
    },
    options,
  );
}

/** A calendar day that exists. */
export const IsCalendarDay = (): PropertyDecorator =>
  textCheck('isCalendarDay', isDay, 'must be a calendar day as YYYY-MM-DD');

/** An RFC 3339 instant with offset. */
export const IsInstant = (): PropertyDecorator =>
  textCheck(
    'isInstant',
    (text) => parseInstant(text) !== undefined,
    'must be an RFC 3339 instant with offset, such as 2023-06-30T12:00:00Z',
  );

/** Who does something, by name. */
export const IsPersonName = (): PropertyDecorator => textCheck('isPersonName', PERSON_NAME.fits, PERSON_NAME.remedy);

/** Why something is done, in a person's words. */
export const IsNote = (): PropertyDecorator => textCheck('isNote', NOTE.fits, NOTE.remedy);

/** A text of which a function says whether it is right. */
export const IsTextThat = (name: string, passes: (text: string) => boolean, remedy: string): PropertyDecorator =>
  textCheck(name, passes, remedy);
