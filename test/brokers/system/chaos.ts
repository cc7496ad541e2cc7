import type { ServiceName } from '../../../src/operations/services/service-names';
import { shuffled } from '../../robustness/ground';
import type { ServerControl } from '../../servers/control';
import type { System } from './system';

/** Something that goes wrong; the last of each kind of server outage is the rougher one. */
export type Trouble =
  | { readonly what: 'kill'; readonly service: ServiceName }
  | { readonly what: 'outage'; readonly server: 'kafka' | 'mongo'; readonly signal: 'SIGTERM' | 'SIGKILL' }
  | { readonly what: 'second instance'; readonly service: ServiceName; readonly leaves: 'in order' | 'killed' };

const LONGEST_CALM_MS = 900;
const LONGEST_OUTAGE_MS = 2_500;

/** Everything that is to go wrong, in a random order. */
export function plan(services: readonly ServiceName[], killsOfEach: number, random: () => number): Trouble[] {
  const kills = services.flatMap((service) =>
    Array.from({ length: killsOfEach }, (): Trouble => ({ what: 'kill', service })),
  );
  const outages = (['kafka', 'mongo'] as const).flatMap((server) =>
    (['SIGTERM', 'SIGKILL'] as const).map((signal): Trouble => ({ what: 'outage', server, signal })),
  );
  const seconds: Trouble[] = [
    { what: 'second instance', service: 'pathways', leaves: 'in order' },
    { what: 'second instance', service: 'indicators', leaves: 'killed' },
    { what: 'second instance', service: 'intake-hospital', leaves: 'in order' },
    { what: 'second instance', service: 'pathways', leaves: 'killed' },
  ];
  return shuffled([...kills, ...outages, ...seconds], random);
}

/** Makes one thing go wrong at a random moment and puts it right again. */
export async function suffer(
  trouble: Trouble,
  system: System,
  control: ServerControl,
  random: () => number,
): Promise<void> {
  const forAWhile = (mostMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, random() * mostMs));
  await forAWhile(LONGEST_CALM_MS);
  switch (trouble.what) {
    case 'kill': {
      await system.running(trouble.service).kill();
      // It may be killed again before it is ready, not before it is there.
      await system.start(trouble.service).url();
      return;
    }
    case 'outage': {
      const server = control[trouble.server];
      await server.down(trouble.signal);
      await forAWhile(LONGEST_OUTAGE_MS);
      await server.up();
      return;
    }
    case 'second instance': {
      const second = await system.start(trouble.service).ready();
      await forAWhile(LONGEST_CALM_MS);
      if (trouble.leaves === 'in order') await second.stop();
      else await second.kill();
    }
  }
}
