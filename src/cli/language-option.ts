import { Option } from 'commander';
import { LANGUAGES, type Language } from '../kernel/language';

/** `--lang`: what is written in Danish or English; without it as the environment's language is, English where it is neither. */
export function languageOption(what: string): Option {
  return new Option('--lang <language>', `language of ${what}`)
    .choices([...LANGUAGES])
    .default(languageOf(process.env), 'by LC_ALL, LC_MESSAGES or LANG');
}

/** The language an environment asks for: POSIX takes the first of the three that is set. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((name) => name !== undefined && name !== '') ?? '';
  return /^da([_.@-]|$)/i.test(locale) ? 'da' : 'en';
}
