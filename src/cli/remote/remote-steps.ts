import type { Steps } from '../steps';
import { takeBookStep } from './remote-book';
import { takeDefinitionStep } from './remote-definitions';
import { takeFeedStep } from './remote-feeds';
import { remoteSubscriptions } from './remote-subscriptions';

/** Steps through the running server that has the store. */
export function remoteSteps(address: string): Steps {
  return {
    book: (step) => takeBookStep(address, step),
    definition: (step) => takeDefinitionStep(address, step),
    feed: (step) => takeFeedStep(address, step),
    subscriptions: remoteSubscriptions(address),
  };
}
