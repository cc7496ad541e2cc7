import { beyondPublished, type AskedOfView, type View } from '../kernel/view';
import { readSettings } from '../platform/config/settings';
import { definitionSteps } from './definition-steps';
import { feedSteps } from './feed-steps';
import { bookSteps } from './frozen-steps';
import type { Opened, Program, UseCases, WritingPurpose } from './program';
import { remoteSteps } from './remote/remote-steps';
import type { Steps } from './steps';
import { subscriptionSteps } from './subscription-steps';
import { webhookSteps } from './webhook-steps';
import { UsageError } from './usage-error';

/** Takes steps through the running server that has the store, if there is one, else in the store itself. */
export async function withSteps<T>(
  program: Program,
  purpose: WritingPurpose,
  work: (steps: Steps) => Promise<T>,
): Promise<T> {
  const opened = await program.open(readSettings(), purpose);
  if ('address' in opened) return work(remoteSteps(opened));
  return work(stepsIn(opened)).finally(() => opened.close());
}

/**
 * Reads from the store beside whoever writes there, in the view that is named, else the one that is set; a usage error
 * where that view does not know what is asked.
 */
export async function withReading<T>(
  program: Program,
  work: (useCases: UseCases) => Promise<T>,
  { view, ...asked }: AskedOfView & { readonly view?: View | undefined } = {},
): Promise<T> {
  const settings = readSettings();
  const shown = view ?? settings.view;
  const faults = shown === 'exact' ? [] : beyondPublished(asked);
  if (faults.length > 0) throw new UsageError(faults.map(({ path, remedy }) => `${path}: ${remedy}`).join('; '));
  const opened = await program.open({ ...settings, view: shown }, 'read');
  return work(opened).finally(() => opened.close());
}

function stepsIn(opened: Opened): Steps {
  return {
    book: (step) => bookSteps(opened, step),
    definition: (step) => definitionSteps(opened, step),
    feed: (step) => opened.operations.deciding(() => feedSteps(opened, step)),
    subscriptions: subscriptionSteps(opened.subscriptions),
    webhooks: webhookSteps(opened.webhooks),
  };
}
