import { fillWithDemo, freshFolder, nationalTable, openAlarms } from '../cli/demo';
import { sameAddresses } from '../cli/demo-readers';
import { languageOf } from '../cli/language-option';
import type { Language } from '../kernel/language';
import { sentenceOf } from '../platform/file-error';
import { readSettings } from '../platform/config/settings';
import { refuseTakenPort } from '../platform/http/serving';
import { IndicatorReports } from '../reporting/application/indicator-reports';
import { startServer } from './start';

/**
 * `npm run demo [-- --patients N] [-- --once] [-- --lang da|en]`: fills a fresh store with the FAQ's cases and synthetic years that end
 * yesterday, prints the national table, the alarms on deliveries and what six roles see at the same addresses, and serves
 * the page; with `--once` it ends after them.
 */
async function demo(words: readonly string[]): Promise<void> {
  // What it asks itself is no news to whoever reads the tables.
  const settings = readSettings({ REHABSPOR_LOG_LEVEL: 'warn', ...process.env });
  const named = words[words.indexOf('--patients') + 1];
  const patients = words.includes('--patients') ? Number(named) : undefined;
  const language = words.includes('--lang')
    ? languageFrom(words[words.indexOf('--lang') + 1])
    : languageOf(process.env);
  await refuseTakenPort(settings); // Before a demo that runs loses its folder to this one.
  const dataFolder = freshFolder(settings);
  const prepare = (store: Parameters<typeof fillWithDemo>[0]): Promise<void> => fillWithDemo(store, patients);
  // The head of its log of looks goes with its folder: a demo begins anew each time.
  const server = await startServer({ ...settings, dataFolder, looks: {} }, { prepare });
  process.stdout.write(await nationalTable(server.app.get(IndicatorReports), server.embedded.clock, language));
  process.stdout.write(`\n${await openAlarms(server.embedded.feedsView, server.embedded.names, language)}`);
  process.stdout.write(`\n${await sameAddresses(server.url, server.embedded.clock.now(), language)}`);
  process.stderr.write(`The page is at ${server.url}; stop with Ctrl-C.\n`);
  if (words.includes('--once')) await server.close();
}

const languageFrom = (word: string | undefined): Language => (word === 'da' ? 'da' : 'en');

demo(process.argv).catch((error: unknown) => {
  process.stderr.write(`rehabspor: ${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
