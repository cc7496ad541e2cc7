/** What stands between the cells of a CSV file. */
const SEPARATORS = [';', ',', '\t', '|'] as const;
/** What no text has: such bytes are of a picture, a program or another kind of document. */
export const NO_TEXT = /[^\P{Cc}\s\u007f-\u009f]/u;
/** Stands where a program did not know a letter. */
export const LOST = '\uFFFD';
/** A text that a spreadsheet program would work out is written after an apostrophe. */
export const AFTER_APOSTROPHE = /^'(?=[=+\-@\t\r])/;

/** The separator of a CSV file: of some, the one that its first line that is not blank has most of. */
export function separatorOf(text: string): string {
  const first = (/^.*$/m.exec(text.trimStart()) ?? [''])[0];
  const count = (sign: string): number => first.split(sign).length;
  return SEPARATORS.reduce<string>((most, sign) => (count(sign) > count(most) ? sign : most), SEPARATORS[0]);
}
