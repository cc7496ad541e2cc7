const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/**
 * A time of day in the one way it stands in a registration's name, however programs write it: `9:05`, `09:05:00` and
 * `09:05:00.000` are `09:05`. What is no time stays as it is.
 */
export function plainTime(text: string): string {
  const [, hour = '', minute = '', second = '00'] = TIME.exec(text) ?? [];
  if (hour === '') return text;
  return `${hour.padStart(2, '0')}:${minute}${second === '00' ? '' : `:${second}`}`;
}
