import { Command } from 'commander';
import { danishDay } from '../kernel/day';
import { readSettings, SettingsError, warnOfDevelopmentKey } from '../platform/config/settings';

/** `start`: everything in one process on the embedded store, until it is stopped. */
export function startCommand(): Command {
  return new Command('start')
    .description('Run everything in one process on the embedded store and serve the page and the API.')
    .action(async () => {
      const settings = readSettings();
      if (settings.mode === 'distributed') {
        const remedy = 'run each service with `serve <service>`, or leave REHABSPOR_MODE out';
        throw new SettingsError(`\`start\` runs everything in one process on the embedded store: ${remedy}.`);
      }
      warnOfDevelopmentKey(settings);
      const { startServer } = await import('../apps/start'); // The web framework loads only where it is served.
      const { app, embedded } = await startServer(settings);
      const { Charts } = await import('../charts/application/charts');
      // Ended early when the server stops; a chart that is asked for before works out what it needs itself.
      await app
        .get(Charts)
        .workAhead({ asOf: danishDay(embedded.clock.now()) })
        .catch(() => undefined);
    });
}
