import { journeyOf } from '../../src/kernel/journey';
import type { PathwayWithJourney } from '../../src/transitions/domain/pathway-with-journey';
import type { TransitionBasis } from '../../src/transitions/domain/handover-state';
import type { Told } from '../support/evaluate';
import { recordKeyOf } from '../support/shown';
import { feedsOf, foldStory } from '../support/fold';

/** The pathways of a story with their journeys. */
export async function travelledIn(told: Told): Promise<PathwayWithJourney[]> {
  return (await foldStory(told)).flatMap(({ person, pathways, civilStates }) =>
    pathways.map((pathway): PathwayWithJourney => {
      const { number, indexDay, hospital, municipality } = pathway;
      const journey = journeyOf(pathway, civilStates);
      return {
        person,
        pathway: number,
        indexDay,
        hospital,
        ...(municipality === undefined ? undefined : { municipality }),
        journey,
        key: recordKeyOf(person, number),
      };
    }),
  );
}

/** What a story's handovers are looked at by on a day, with what it says of deliveries. */
export async function groundOn(asOf: string, told: Told = []): Promise<TransitionBasis> {
  const feeds = await feedsOf(told);
  return {
    asOf,
    window: '180d',
    troubleDays: 14,
    known: new WeakMap(),
    troubleOf: (organisation, from, to, days) => feeds.troubleOf(organisation, from, to, days),
  };
}
