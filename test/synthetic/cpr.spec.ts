import { daysInMonth } from '../../src/kernel/day';
import { centuryDigits, passesModulus11 } from '../../src/synthetic/cpr';
import { events, kindOf, population } from './fixture';

/** The year by the seventh digit (domain.md §6). */
function yearOf(cpr: string): number {
  const year = Number(cpr.slice(4, 6));
  const seventh = Number(cpr[6]);
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

describe('constructed CPR numbers', () => {
  const status = events(population(2_000)).filter((event) => kindOf(event) === 'person.status');
  const numbers = [...new Set(status.map((event) => String(event.data.cpr)))];

  it('are as many as the persons and their replacements', () => {
    const replaced = new Set(status.map((event) => event.data.replaces).filter((cpr) => cpr !== undefined));
    expect(numbers.length).toBe(2_000 + replaced.size);
    expect(replaced.size).toBeGreaterThan(3);
    for (const { data } of status) expect(data.replaces).not.toBe(data.cpr);
    for (const cpr of replaced) expect(numbers).toContain(cpr);
  });

  it('name a calendar day in their century and fail modulus 11', () => {
    for (const cpr of numbers) {
      expect(cpr).toMatch(/^\d{10}$/);
      const [day, month, year] = [Number(cpr.slice(0, 2)), Number(cpr.slice(2, 4)), yearOf(cpr)];
      expect(day >= 1 && day <= daysInMonth(year, month)).toBe(true);
      expect(year).toBeGreaterThanOrEqual(1900);
      expect(year).toBeLessThanOrEqual(2023);
      expect(passesModulus11(cpr)).toBe(false);
    }
  });

  it('know the public numbers by modulus 11', () => {
    expect(['1502779995', '0201609995', '0504909995', '0108589995'].filter(passesModulus11)).toEqual([]);
    expect(passesModulus11('0707614285')).toBe(true);
  });

  it('choose the seventh digit by century', () => {
    for (let year = 1900; year <= 2036; year += 1) {
      for (const digit of centuryDigits(year)) {
        expect(yearOf(`0101${String(year % 100).padStart(2, '0')}${digit}000`)).toBe(year);
      }
    }
  });

  it('belong to persons of the age heart patients have', () => {
    const ages = numbers.map((cpr) => 2023 - yearOf(cpr));
    const mean = ages.reduce((sum, age) => sum + age, 0) / ages.length;
    expect(mean).toBeGreaterThan(64);
    expect(mean).toBeLessThan(68);
    expect(ages.some((age) => age < 18)).toBe(true);
    expect(ages.filter((age) => age >= 18 && age < 40).length).toBeGreaterThan(10);
    const women = numbers.filter((cpr) => Number(cpr[9]) % 2 === 0).length / numbers.length;
    expect(women).toBeGreaterThan(0.26);
    expect(women).toBeLessThan(0.34);
  });
});
