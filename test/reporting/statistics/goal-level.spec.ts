import { GOAL_LEVEL_WORDS } from '../../../src/kernel/words/codes';
import { GOAL_LEVELS, LEVEL_SIGNS, levelOf } from '../../../src/counting/domain/statistics/goal-level';
import { isTooFew } from '../../../src/counting/domain/statistics/proportion';

const atLeast = { direction: 'at-least', percent: 75, levels: { high: 75, moderate: 60 } } as const;
const atMost = { direction: 'at-most', percent: 10, levels: { high: 10, moderate: 20.5 } } as const;

describe('The goal level', () => {
  it.each([
    [100, 100, 'high'],
    [75, 100, 'high'],
    [74, 100, 'moderate'],
    [60, 100, 'moderate'],
    [59, 100, 'low'],
    [0, 100, 'low'],
  ])('of %i of %i towards at least 75 %%, moderate from 60 %%, is %s', (numerator, denominator, level) => {
    expect(levelOf({ numerator, denominator }, atLeast, 1)).toBe(level);
  });

  it.each([
    [0, 1000, 'high'],
    [100, 1000, 'high'],
    [101, 1000, 'moderate'],
    [205, 1000, 'moderate'],
    [206, 1000, 'low'],
    [1000, 1000, 'low'],
  ])('of %i of %i towards at most 10 %%, moderate to 20.5 %%, is %s', (numerator, denominator, level) => {
    expect(levelOf({ numerator, denominator }, atMost, 1)).toBe(level);
  });

  it('does not round a unit over a cut point: 7496 of 10,000 is shown as 75.0 % and is moderate', () => {
    expect(levelOf({ numerator: 7496, denominator: 10_000 }, atLeast, 1)).toBe('moderate');
    expect(levelOf({ numerator: 1004, denominator: 10_000 }, atMost, 1)).toBe('moderate');
  });

  it('compares in decimals, where fractions of two would be a hair off: 0.7 % of 1000 is 7', () => {
    const fine = { direction: 'at-most', percent: 0.7, levels: { high: 0.7, moderate: 1.1 } } as const;
    expect(levelOf({ numerator: 7, denominator: 1000 }, fine, 1)).toBe('high');
    expect(levelOf({ numerator: 11, denominator: 1000 }, fine, 1)).toBe('moderate');
    const other = { direction: 'at-least', percent: 57.1, levels: { high: 57.1, moderate: 28.7 } } as const;
    expect(levelOf({ numerator: 571, denominator: 1000 }, other, 1)).toBe('high');
    expect(levelOf({ numerator: 287, denominator: 1000 }, other, 1)).toBe('moderate');
  });

  it('is none when nothing was decided', () => {
    expect(levelOf({ numerator: 0, denominator: 0 }, atLeast, 1)).toBeNull();
  });

  it('is none of fewer than the setting says, and it is said that they are too few', () => {
    expect(levelOf({ numerator: 9, denominator: 9 }, atLeast, 10)).toBeNull();
    expect(levelOf({ numerator: 10, denominator: 10 }, atLeast, 10)).toBe('high');
    expect([0, 1, 9, 10].map((denominator) => isTooFew({ numerator: 0, denominator }, 10))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('is told by its own shape, colour and word', () => {
    const signs = GOAL_LEVELS.map((level) => LEVEL_SIGNS[level]);
    expect(new Set(signs.map(({ shape }) => shape)).size).toBe(3);
    expect(new Set(signs.map(({ colour }) => colour)).size).toBe(3);
    expect(GOAL_LEVELS.map((level) => GOAL_LEVEL_WORDS[level].da)).toEqual([
      'Høj målopfyldelse',
      'Moderat målopfyldelse',
      'Lav målopfyldelse',
    ]);
  });

  it('has colours that stand out from white by at least 3 to 1 (WCAG 2.2, 1.4.11)', () => {
    for (const level of GOAL_LEVELS) expect(contrastWithWhite(LEVEL_SIGNS[level].colour)).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
