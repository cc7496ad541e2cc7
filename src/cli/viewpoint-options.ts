import { Option, type Command } from 'commander';
import { CONTEXTS, CONTEXTS_OF, type Context, type Level } from '../kernel/unit';
import { parseDay, parseKnownAt } from './arguments';

/** `--as-of`: the day decisions are as of; undefined is today. */
export const asOfOption = (): Option =>
  new Option('--as-of <day>', 'decide as of this day (YYYY-MM-DD); default today').argParser(parseDay);

/** `--known-at`: the instant (milliseconds) after which nothing received counts; `otherwise` says what it is when it is not given. */
export const knownAtOption = (otherwise = ''): Option =>
  new Option('--known-at <time>', `use only what was received by this RFC 3339 instant${otherwise}`).argParser(
    parseKnownAt,
  );

/** `--context`: whether pathways count by the index hospital or by residence. */
export const contextOption = (): Option =>
  new Option('--context <context>', 'by the index hospital or by residence; default: as the level is').choices([
    ...CONTEXTS,
  ]);

/** Ends the command as a usage error where a level's pathways are not counted in the context that was asked for. */
export function holdContext(command: Command, { level, context }: { level: Level; context?: Context }): void {
  if (context === undefined || CONTEXTS_OF[level].includes(context)) return;
  const right = CONTEXTS_OF[level].join(' or ');
  command.error(`error: by ${level} pathways are counted as ${right} only: say --context ${right}.`);
}
