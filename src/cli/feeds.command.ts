import { Command, InvalidArgumentError, Option } from 'commander';
import { alarmsText, calendarText, judgementsText } from '../feeds/adapters/text/feed-report';
import { isOpen } from '../feeds/domain/alarm';
import { isMonth, type Month } from '../feeds/domain/month';
import { nearestOrganisations } from '../feeds/domain/nearest-organisation';
import { schemeText } from '../kernel/organisation';
import { parseNote, parsePersonName } from './arguments';
import { languageOption } from './language-option';
import type { FeedStep } from './feed-steps';
import { print } from './print';
import type { Program, UseCases } from './program';
import { UsageError } from './usage-error';
import { withReading, withSteps } from './with-store';

interface Spoken {
  readonly lang: 'da' | 'en';
}
interface CalendarOptions extends Spoken {
  readonly from?: Month;
  readonly to?: Month;
  readonly organisation?: string;
}
interface VerdictOptions {
  readonly by: string;
  readonly note?: string;
}

const language = (): Option => languageOption('the text');

/** `feeds`: who delivers how, the calendar, and the alarms that staff confirm or overrule. */
export function feedsCommand(program: Program): Command {
  const reading = (text: (useCases: UseCases) => Promise<string>): Promise<void> =>
    withReading(program, async (useCases) => print(await text(useCases)));
  const take = async (step: FeedStep): Promise<void> => {
    await print(await withSteps(program, 'change', (steps) => steps.feed(step)));
  };
  const command = new Command('feeds');
  command
    .command('list', { isDefault: true })
    .description('How everyone but general practices delivers, as of yesterday.')
    .addOption(language())
    .action(({ lang }: Spoken) => reading((useCases) => list(useCases, lang)));
  command
    .command('calendar')
    .description('Source by month: all came, a part, nothing; received and expected.')
    .option('--from <month>', 'first month (YYYY-MM); default twelve months back', parseMonth)
    .option('--to <month>', 'last month (YYYY-MM); default the present one', parseMonth)
    .option('--organisation <organisation>', 'one organisation only')
    .addOption(language())
    .action((options: CalendarOptions) => reading((useCases) => calendar(useCases, options)));
  command
    .command('alarms')
    .description('What is wrong with deliveries.')
    .option('--all', 'those that are over or overruled too')
    .addOption(language())
    .action(({ all, lang }: Spoken & { readonly all?: true }) =>
      reading(async ({ feedsView, names }) => {
        const alarms = await feedsView.alarms((alarm) => all === true || isOpen(alarm));
        return alarmsText(alarms, names, lang);
      }),
    );
  command
    .command('judge')
    .description('Judge everyone’s deliveries through yesterday now; a running server does so once a day.')
    .action(() => take({ step: 'judge' }));
  for (const step of ['confirm', 'overrule'] as const) {
    command
      .command(step)
      .description(
        step === 'confirm'
          ? 'Confirm an alarm: if something is missing, the feed is silent from then on, and decisions follow.'
          : 'Overrule an alarm: the feed is connected after all, and decisions follow.',
      )
      .argument('<alarm>')
      .requiredOption('--by <name>', 'who says so', parsePersonName)
      .option('--note <text>', 'why', parseNote)
      .action((alarm: string, options: VerdictOptions) => take({ step, alarm, ...options }));
  }
  return command;
}

function parseMonth(text: string): Month {
  if (!isMonth(text)) throw new InvalidArgumentError('Give a month as YYYY-MM.');
  return text;
}

async function list({ watch, feedsView, names }: UseCases, lang: Spoken['lang']): Promise<string> {
  const judgements = [];
  for (const organisation of await feedsView.known()) {
    if (schemeText(organisation) === 'general-practice') continue;
    const judged = await watch.judgementOf(organisation, watch.lastWholeDay());
    if (judged !== undefined) judgements.push(judged);
  }
  return judgementsText(judgements, names, lang);
}

async function calendar(
  { feedsView: view, names }: UseCases,
  { from, to, organisation, lang }: CalendarOptions,
): Promise<string> {
  const known = await view.known();
  if (organisation !== undefined && !known.includes(organisation)) {
    const nearest = nearestOrganisations(organisation, known)
      .map((one) => names.withCode(one).en)
      .join(', ');
    throw new UsageError(`No such organisation has delivered anything; there is ${nearest || 'nobody yet'}.`);
  }
  const usual = view.defaultMonths();
  const first = from ?? usual.from;
  const last = to ?? (first > usual.to ? first : usual.to);
  if (first > last) throw new UsageError('--from must not lie after --to.');
  return calendarText(await view.calendar(first, last, organisation), names, lang);
}
