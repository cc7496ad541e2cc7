import { Command, InvalidArgumentError, Option } from 'commander';
import { DECISION_CAUSES, type DecisionCause } from '../kernel/decision-change';
import { isSentFrom, SENT_FROM_REMEDY } from '../notifications/adapters/sent-from';
import type { WebhookAnswer } from '../notifications/adapters/webhook.answer';
import { CONTENT_MODES, type ContentMode } from '../ports/webhook-book';
import { print } from './print';
import type { Program } from './program';
import type { WebhookAccess } from './webhook-access';
import { withSteps } from './with-store';

const HELP = `
A running server sends each changed decision to the webhooks that want it, at least once and in order for each person; what
was missed it sends after its start. Only hosts that REHABSPOR_WEBHOOK_HOSTS names are sent to. docs/webhooks.md says what
is sent and how to know that it is from here.`;

interface AddOptions {
  readonly name: string;
  readonly organisation: string;
  readonly url: string;
  readonly mode: ContentMode;
  readonly indicators?: readonly string[];
  readonly unit?: string;
  readonly causes?: readonly DecisionCause[];
  readonly from: string;
}

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

function parseFrom(text: string): string {
  if (!isSentFrom(text)) throw new InvalidArgumentError(`It ${SENT_FROM_REMEDY}.`);
  return text;
}

/** `webhooks`: systems that changed decisions are sent to as CloudEvents. */
export function webhooksCommand(program: Program): Command {
  const command = new Command('webhooks').addHelpText('after', HELP);
  const step = (name: string, says: string): Command => command.command(name).description(says);
  step('list', 'Every webhook, and what stands in the way of those that are not sent to.').action(() =>
    withWebhooks(program, async (webhooks) =>
      print((await webhooks.list()).map(webhookText).join('') || 'There are no webhooks.\n'),
    ),
  );
  step('add', 'Have changed decisions sent to an address; prints the secret they are signed with, once.')
    .requiredOption('--name <name>', 'what the system is called')
    .requiredOption(
      '--organisation <organisation>',
      'who it belongs to and what it may see: hospital:<SOR>, municipality:<code>, general-practice:<number>, registry:<name>',
    )
    .requiredOption('--url <url>', 'where to send; https:// beyond this machine')
    .addOption(new Option('--mode <mode>', 'one event a request, or many').choices(CONTENT_MODES).default('batch'))
    .option('--indicators <keys>', 'only these indicators, separated by commas', list)
    .option('--unit <unit>', 'only pathways counted under hospital:<SOR>, municipality:<code> or region:<code>')
    .option('--causes <causes>', `only one or more of ${DECISION_CAUSES.join(',')}, separated by commas`, list)
    .option('--from <from>', 'now, start, or what was decided as of a day (YYYY-MM-DD) and later', parseFrom, 'now')
    .action(({ from, ...order }: AddOptions) =>
      withWebhooks(program, async (webhooks) => {
        const { webhook, secret } = await webhooks.take(order, from);
        await print(`${webhookText(webhook)}  signed with ${secret}  (not shown again)\n`);
      }),
    );
  step('remove', 'End a webhook: nothing is sent to it any more.')
    .argument('<id>')
    .action((id: string) =>
      withWebhooks(program, async (webhooks) => {
        await webhooks.end(id);
        await print(`${id} is ended\n`);
      }),
    );
  step('resume', 'Let a webhook that is on hold, or waits after a failure, go on from where it stood.')
    .argument('<id>')
    .action((id: string) => withWebhooks(program, async (webhooks) => print(webhookText(await webhooks.resume(id)))));
  step('send-again', 'Send changed decisions once more; events keep their ids.')
    .argument('<id>')
    .requiredOption('--from <from>', 'start, or what was decided as of a day (YYYY-MM-DD) and later', parseFrom)
    .action((id: string, { from }: { readonly from: string }) =>
      withWebhooks(program, async (webhooks) => print(webhookText(await webhooks.sendAgain(id, from)))),
    );
  return command;
}

const withWebhooks = <T>(program: Program, work: (webhooks: WebhookAccess) => Promise<T>): Promise<T> =>
  withSteps(program, 'write', ({ webhooks }) => work(webhooks));

function webhookText({
  id,
  name,
  organisation,
  url,
  mode,
  indicators,
  unit,
  causes,
  ...stands
}: WebhookAnswer): string {
  const only = [...(indicators ?? []), ...(unit === undefined ? [] : [unit]), ...(causes ?? [])];
  const { fromDay, failure, hold } = stands;
  return [
    `${id}  ${name}, ${organisation}, ${mode} to ${url}${only.length === 0 ? '' : `, only ${only.join(', ')}`}\n`,
    ...(fromDay === undefined ? [] : [`  decisions as of ${fromDay} and later\n`]),
    ...(failure === undefined
      ? []
      : [`  failed ${failure.times} times since ${failure.since}: ${failure.says} Next try ${failure.retryAt}\n`]),
    ...(hold === undefined ? [] : [`  on hold since ${hold.at} (${hold.reason}): ${hold.says}\n`]),
  ].join('');
}
