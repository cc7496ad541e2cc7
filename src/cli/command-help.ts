import type { Command, Option } from 'commander';
import { SETTING_TEXTS } from '../platform/config/settings';

/** Every setting with what it is for and its default, one a line. */
export function settingsHelp(): string {
  const width = Math.max(...SETTING_TEXTS.map(({ name }) => name.length)) + 2;
  return SETTING_TEXTS.map(({ name, fallback, says }) => `  ${name.padEnd(width)}${says} [${fallback}]`).join('\n');
}

/** The command and those below it tell which options must be given, and no default that is empty. */
export function tellOptionsIn(command: Command): void {
  for (const option of command.options) {
    if (option.mandatory && option.defaultValue === undefined) option.description += ' (required)';
    if (option.defaultValue === false) option.defaultValueDescription = 'off';
    if (isEmptyObject(option)) option.defaultValueDescription = 'none';
  }
  command.commands.forEach(tellOptionsIn);
}

function isEmptyObject(option: Option): boolean {
  const fallback: unknown = option.defaultValue;
  return typeof fallback === 'object' && fallback !== null && Object.keys(fallback).length === 0;
}
