import type { Steps } from '../steps';
import { takeBookStep } from './remote-book';
import { takeDefinitionStep } from './remote-definitions';
import { takeFeedStep } from './remote-feeds';
import { remoteSubscriptions } from './remote-subscriptions';
import { remoteWebhooks } from './remote-webhooks';
import type { OwnedElsewhere } from '../program';

/** Steps through the running server that has the store. */
export function remoteSteps(owner: OwnedElsewhere): Steps {
  return {
    book: (step) => takeBookStep(owner, step),
    definition: (step) => takeDefinitionStep(owner, step),
    feed: (step) => takeFeedStep(owner, step),
    subscriptions: remoteSubscriptions(owner),
    webhooks: remoteWebhooks(owner),
  };
}
