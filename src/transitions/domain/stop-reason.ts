/** Said of those who stopped without a reason. */
export const NOT_GIVEN = 'not-given';

/** What forms write where nobody gave a reason. */
const NO_REASON: ReadonlySet<string> = new Set(['', 'ikke oplyst', 'uoplyst']);

/** Why a patient stopped: in the municipality's words, small letters, or `not-given`; case and blanks make no difference. */
export function inOneForm(reason = ''): string {
  const text = reason.trim().replace(/\s+/g, ' ').toLowerCase();
  return NO_REASON.has(text) ? NOT_GIVEN : text;
}
