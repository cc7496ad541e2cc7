import { composeNumbers } from '../../src/apps/rooms';
import { bringUpToDate } from '../../src/operations/bring-up-to-date';
import { closeEmbedded, openEmbedded, SetClock, settingsFor, takeIn } from '../robustness/embedded';

/** A store as a program opens it for writing, with everything that is done with definition sets. */
export async function openDefinitions(folder: string, asOf: string, environment: NodeJS.ProcessEnv = {}) {
  const embedded = openEmbedded(settingsFor(folder, environment), SetClock.at(asOf));
  await bringUpToDate(embedded);
  embedded.log.start();
  const opened = {
    ...composeNumbers(embedded),
    embedded,
    takeIn: (lines: readonly string[]) => takeIn(embedded, [lines]),
    /** Proposes, tries and approves a set. */
    approve: async (text: string): Promise<string> => {
      const proposed = await opened.proposals.propose(text, 'Anna');
      if (!('proposed' in proposed)) throw new Error('This set cannot be proposed.');
      const id = proposed.proposed.definition;
      await opened.trials.keepTrial(id, 'Anna', {
        period: { name: 'all', from: '0001-01-01', to: '9999-12-31' },
        viewpoint: { asOf },
      });
      await opened.proposals.decide(id, 'approved', 'Bo');
      return id;
    },
    close: () => closeEmbedded(embedded),
  };
  return opened;
}
