import type { Visit } from '../site/visit';

/** A whole number above 0 that is asked for by a name, as the page of a numbered list that begins there; else undefined. */
export function numberAsked({ asked }: Pick<Visit, 'asked'>, name: string): number | undefined {
  const number = Number(asked[name]);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
