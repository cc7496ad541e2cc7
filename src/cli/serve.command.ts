import { Argument, Command } from 'commander';
import { readSettings, warnOfDevelopmentKey } from '../platform/config/settings';
import { SERVICES, type ServiceName } from '../apps/services/service-names';

/** `serve`: one service of the distributed program (interface.md §4). */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Run one service on Kafka and MongoDB; run as many instances of each as you like.')
    .addArgument(new Argument('<service>', 'which one').choices([...SERVICES]))
    .action(async (service: ServiceName) => {
      const settings = readSettings();
      warnOfDevelopmentKey(settings);
      const { runService } = await import('../apps/services/run-service'); // Brokers' clients load only where they are used.
      await runService(service, settings);
    });
}
