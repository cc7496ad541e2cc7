import type { Opened, OwnedElsewhere, Program, WritingPurpose } from '../cli/program';
import { SettingsError, warnOfDevelopmentKey, type Settings } from '../platform/config/settings';
import { SERVICES, type ServiceName } from '../operations/services/service-names';

type Purpose = 'read' | WritingPurpose;

/** Opens the store the settings name, loading only what that takes: this process's own, one that a running server has, or Kafka and MongoDB. */
function open(settings: Settings, purpose: 'read' | 'rebuild'): Promise<Opened>;
function open(settings: Settings, purpose: Purpose): Promise<Opened | OwnedElsewhere>;
async function open(settings: Settings, purpose: Purpose): Promise<Opened | OwnedElsewhere> {
  if (isEmbedded(settings)) return (await import('./open-embedded')).openEmbedded(settings, purpose);
  return (await import('./open-distributed')).openDistributed(settings, purpose);
}

const isEmbedded = ({ mode }: Settings): boolean => mode === 'embedded';

/** The program, over whichever store the settings name. */
export const program: Program = {
  open,
  evaluation: async ({ personKey }, options) =>
    (await import('./make-evaluation')).makeEvaluation({ personKey, options }),
  evaluationThreads: async ({ personKey }, options, count) =>
    (await import('./evaluation-threads')).evaluationThreads({ personKey, options }, count),
  verify: async (settings, tell) => {
    if (isEmbedded(settings)) return (await import('./verify-embedded')).verifyEmbedded(settings, tell);
    const opened = await open(settings, 'read');
    return opened.operations.verify(tell).finally(() => opened.close());
  },
  deliveryBook: async ({ dataFolder }) =>
    new (await import('../platform/sqlite/sqlite-delivery-book')).SqliteDeliveryBook(dataFolder),
  stagingIn: async (workFolder) => {
    const { SqliteStaging } = await import('../platform/sqlite/sqlite-staging');
    return () => new SqliteStaging(workFolder);
  },
  backUp: async (settings, file) => (await import('./keep-store')).backUpStore(settings, file),
  restore: async (settings, file) => (await import('./keep-store')).restoreStore(settings, file),
  start: async (settings) => {
    if (!isEmbedded(settings)) {
      const remedy = 'run each service with `serve <service>`, or leave REHABSPOR_MODE out';
      throw new SettingsError(`\`start\` runs everything in one process on the embedded store: ${remedy}.`);
    }
    warnOfDevelopmentKey(settings);
    const { startServer } = await import('./start'); // The web framework loads only where it is served.
    await startServer(settings);
  },
  serve: async (settings, service) => {
    const { runService } = await import('./services/run-service');
    await runService(service as ServiceName, settings);
  },
  services: SERVICES,
};
