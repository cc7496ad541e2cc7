import type { PersonSetAside } from '../../kernel/set-aside';
import type { EmbeddedStore } from '../embedded-store';
import { verifyDecisions } from '../verification/decisions-verified';

/**
 * Decides whoever's decisions are other than the rebuilt pathways say, takes away those of nobody, and has those set
 * aside for whom something fails: those given, who cannot be folded, and those found here.
 */
export async function redoDecisions(store: EmbeddedStore, cannotFold: readonly PersonSetAside[]): Promise<void> {
  const { decisions, indicators, setAside } = store;
  const listed = await setAside.list(undefined, await setAside.count());
  await decisions.removeUnreadable();
  const { others, setAside: cannotDecide } = await verifyDecisions(store, () => undefined);
  const kept = await decisions.load(others);
  // Decisions on more events than there are would not give way.
  await decisions.remove([...kept.values()].map(({ person, eventCount }) => ({ person, eventCount })));
  await indicators.decideAnew(others);
  await setAside.settle(
    listed.map(({ person }) => person),
    [...cannotFold, ...cannotDecide],
  );
}
