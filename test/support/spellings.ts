/** A constructed CPR number as people write it. */
export const SPELLINGS: readonly string[] = [
  '1502779995',
  '150277-9995',
  '150277 9995',
  '150277.9995',
  '１５０２７７９９９５',
  'Patienten (150277-9995) ringede om sit forløb i går',
];

/** A text without what may stand between the parts of a number, its digits as 0–9. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Pd}./_]/gu, '');

/** Holds a text to say nothing of the number in any of its spellings. */
export function expectUnsaid(text: string): void {
  expect(bare(text)).not.toContain('1502779995');
}
