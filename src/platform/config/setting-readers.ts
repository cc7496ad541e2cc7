import { existsSync } from 'node:fs';

/** One setting as people see it. */
export interface SettingText {
  readonly name: string;
  readonly fallback: string;
  readonly says: string;
}

/** The environment settings are read from, and what is found wrong with them on the way. */
export interface SettingReading {
  readonly environment: NodeJS.ProcessEnv;
  readonly faults: string[];
}

/** What is set; undefined when it is not there or empty. */
export function textOf({ environment }: SettingReading, name: string): string | undefined {
  const text = environment[name];
  return text === '' ? undefined : text;
}

/** What stands between commas; none when it is not there. */
export const listOf = (reading: SettingReading, name: string): string[] =>
  (textOf(reading, name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A whole number from `least` to `most`; anything else is a fault. */
export function wholeNumber(
  reading: SettingReading,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const text = textOf(reading, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    reading.faults.push(`${name} must be a whole number from ${least} to ${most}`);
  }
  return value;
}

/** One of the options; anything else is a fault. */
export function oneOf<T extends string>(reading: SettingReading, name: string, options: readonly T[], fallback: T): T {
  const text = textOf(reading, name);
  if (text === undefined) return fallback;
  const option = options.find((one) => one === text);
  if (option === undefined) reading.faults.push(`${name} must be one of ${options.join(', ')}`);
  return option ?? fallback;
}

/** The name of a file; one that is not there is a fault. */
export function fileOf(reading: SettingReading, name: string): string | undefined {
  const file = textOf(reading, name);
  if (file !== undefined && !existsSync(file)) reading.faults.push(`${name} must be a file that is there`);
  return file;
}

/** The entries that are there. */
export function present<T extends object>(texts: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as never;
}
