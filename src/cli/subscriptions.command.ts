import { Command, Option } from 'commander';
import {
  PERIOD_RULES,
  SUBSCRIPTION_FORMATS,
  type Destination,
  type PeriodRule,
  type SubscriptionFormat,
} from '../ports/subscription-book';
import type { SubscriptionAnswer } from '../subscriptions/adapters/subscription.answer';
import type { Language } from '../kernel/language';
import { print } from './print';
import { languageOption } from './language-option';
import type { Program } from './program';
import type { SubscriptionAccess } from './subscription-access';
import { UsageError } from './usage-error';
import { withSteps } from './with-store';

const HELP = `
A running server produces what is due every minute, and at its start what was missed, each period once. Folders lie below
REHABSPOR_REPORTS; mail needs REHABSPOR_SMTP_URL and REHABSPOR_SMTP_FROM.`;

interface AddOptions {
  readonly unit: string;
  readonly period: PeriodRule;
  readonly formats: readonly SubscriptionFormat[];
  readonly schedule: string;
  readonly folder?: string;
  readonly mail?: readonly string[];
  readonly lang: Language;
}

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

/** `subscriptions`: a unit's report on a schedule, to a folder or by mail. */
export function subscriptionsCommand(program: Program): Command {
  const command = new Command('subscriptions').addHelpText('after', HELP);
  command
    .command('list')
    .description('Every subscription: when it is due next, and what stands in the way if it failed.')
    .action(() =>
      withSubscriptions(program, async (subscriptions) =>
        print((await subscriptions.list()).map(subscriptionText).join('') || 'There are no subscriptions.\n'),
      ),
    );
  command
    .command('add')
    .description('Order a unit’s report; the same order again changes nothing.')
    .requiredOption('--unit <unit>', 'hospital:<SOR>, municipality:<code>, region:<code> or denmark')
    .addOption(
      new Option('--period <period>', 'the latest one that has ended').choices(PERIOD_RULES).makeOptionMandatory(),
    )
    .option('--formats <formats>', `one or more of ${SUBSCRIPTION_FORMATS.join(',')}, separated by commas`, list, [
      'xlsx',
    ])
    .requiredOption('--schedule <cron>', 'cron text of five parts in Danish time, such as "0 6 5 * *"')
    .option('--folder <folder>', 'put it in this folder below REHABSPOR_REPORTS')
    .option('--mail <addresses>', 'mail it to these addresses, separated by commas', list)
    .addOption(languageOption('the report'))
    .action((options: AddOptions) => add(program, options));
  command
    .command('remove')
    .description('End a subscription.')
    .argument('<id>')
    .action((id: string) =>
      withSubscriptions(program, async (subscriptions) => {
        await subscriptions.end(id);
        await print(`${id} is ended\n`);
      }),
    );
  command
    .command('produce')
    .description('Produce a subscription’s report now; its schedule goes on as it was.')
    .argument('<id>')
    .action((id: string) =>
      withSubscriptions(program, async (subscriptions) => {
        const { reference, files } = await subscriptions.produce(id);
        await print(`${reference}\n${files.map(({ name, bytes }) => `  ${name} (${bytes} bytes)\n`).join('')}`);
      }),
    );
  return command;
}

const withSubscriptions = <T>(program: Program, work: (subscriptions: SubscriptionAccess) => Promise<T>): Promise<T> =>
  withSteps(program, 'write', ({ subscriptions }) => work(subscriptions));

function add(program: Program, { folder, mail, lang, ...order }: AddOptions): Promise<void> {
  const delivery = destinationOf(folder, mail);
  return withSubscriptions(program, async (subscriptions) =>
    print(subscriptionText(await subscriptions.take({ ...order, language: lang, delivery }))),
  );
}

function destinationOf(folder: string | undefined, mail: readonly string[] | undefined): Destination {
  if (folder !== undefined && mail === undefined) return { kind: 'folder', folder };
  if (mail !== undefined && folder === undefined) return { kind: 'mail', to: mail };
  throw new UsageError('Say where the report goes: either --folder FOLDER or --mail ADDRESSES.');
}

function subscriptionText(subscription: SubscriptionAnswer): string {
  const { id, unit, period, formats, language, schedule, delivery, nextDue, failure } = subscription;
  const where = delivery.kind === 'folder' ? `folder ${delivery.folder}` : `mail to ${delivery.to.join(', ')}`;
  return [
    `${id}  ${unit}, latest ${period}, ${formats.join('+')}, ${language}, "${schedule}", ${where}\n`,
    ...(nextDue === undefined ? [] : [`  due next ${nextDue}\n`]),
    ...(failure === undefined
      ? []
      : [
          `  failed ${failure.times} times, the last time at ${failure.at}: ${failure.says} Next try ${failure.retryAt}\n`,
        ]),
  ].join('');
}
