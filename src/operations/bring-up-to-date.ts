import type { EmbeddedStore } from './embedded-store';

/** Brings the store up to the definitions and the day: folds and decides again what was made under others, and whoever is set aside. */
export async function bringUpToDate(store: EmbeddedStore): Promise<void> {
  const { pathways, indicators, log, definitionBook, definitions } = store;
  await definitionBook.adopt(definitions.id);
  if ((await pathways.foldOutdated()) + (await pathways.tryAgain()) > 0) {
    log.start(['pathway-changes']);
    await log.settled();
  }
  await indicators.catchUp();
}
