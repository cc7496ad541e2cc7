import type { EventField } from '../../../kernel/event-field';

/** A written text as the value of a field; a text that is no such value stays a text, so that the check says so. */
export function valueOfText(field: Pick<EventField, 'type'> | undefined, text: string): unknown {
  if (text === '') return null;
  switch (field?.type) {
    case 'whole':
    case 'number': {
      const number = Number(text.replace(',', '.'));
      return Number.isFinite(number) ? number : text;
    }
    case 'yes-no':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'other':
    case undefined:
      return parsed(text);
    default:
      return text;
  }
}

function parsed(text: string): unknown {
  if (!/^(?:[[{"]|-?\d+(?:\.\d+)?$|true$|false$)/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The value of a field as it is written in a form. */
export const textOfValue = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
