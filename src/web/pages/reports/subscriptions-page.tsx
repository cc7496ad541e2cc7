import { FROZEN_WORDS, SUBSCRIPTION_WORDS } from '../../../kernel/words/frozen';
import { Alert } from '../../parts/alert';
import { DataTable } from '../../parts/data-table';
import { FaultSummary, type FieldFault } from '../../parts/fault-summary';
import { momentText } from '../../parts/moments';
import type { Shapes } from '../../parts/shapes';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { Page, PageAnswer } from '../../site/page';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { FORMATS, PERIODS, SubscriptionForm } from './subscription-form';

type Subscription = Shapes['Subscription'];
type Units = Shapes['UnitList']['units'];

const TOLD = ['taken', 'ended', 'produced'] as const;

/** Every subscription, what can be done with it, and a form for another. */
export async function subscriptionsPage(
  visit: Visit,
  { faults = [], failure }: { faults?: readonly FieldFault[]; failure?: string } = {},
): Promise<Page> {
  const { subscriptions } = await answered(visit.api.GET('/api/v1/subscriptions'));
  const { units } = await answered(visit.api.GET('/api/v1/units'));
  const told = TOLD.find((one) => one === visit.asked['gjort']);
  return {
    title: say(visit, SUBSCRIPTION_WORDS.title),
    lead: say(visit, SUBSCRIPTION_WORDS.lead),
    crumbs: [{ title: say(visit, FROZEN_WORDS.title), href: '/rapporter' }],
    ...(faults.length === 0 ? undefined : { status: 400 }),
    main: (
      <>
        <FaultSummary heading={say(visit, SUBSCRIPTION_WORDS.refused)} faults={faults} />
        {failure === undefined ? undefined : <Alert kind="error">{failure}</Alert>}
        {told === undefined ? undefined : <Alert kind="success">{say(visit, SUBSCRIPTION_WORDS[told])}</Alert>}
        <SubscriptionTable visit={visit} subscriptions={subscriptions} units={units} />
        <SubscriptionForm visit={visit} units={units} faults={faults} />
      </>
    ),
  };
}

/** Takes, ends or produces a subscription, as was posted. */
export async function tellSubscriptions(visit: Visit): Promise<PageAnswer> {
  const params = { path: { id: postedText(visit, 'id') } };
  const { api, path } = visit;
  const done = (gjort: (typeof TOLD)[number]) => ({ to: addressOf(path, { gjort }) });
  try {
    switch (postedText(visit, 'do')) {
      case 'end':
        await answered(api.DELETE('/api/v1/subscriptions/{id}', { params }));
        return done('ended');
      case 'produce':
        await answered(api.POST('/api/v1/subscriptions/{id}/produce', { params }));
        return done('produced');
      default:
        await answered(api.POST('/api/v1/subscriptions', { body: orderIn(visit) }));
        return done('taken');
    }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (error.status === 502) return subscriptionsPage(visit, { failure: say(visit, SUBSCRIPTION_WORDS.notProduced) });
    if (error.status !== 400) throw error;
    return subscriptionsPage(visit, { faults: faultsOf(visit, error.problem.errors ?? []) });
  }
}

function orderIn(visit: Visit) {
  const mail = postedText(visit, 'mail');
  const delivery =
    mail === ''
      ? { kind: 'folder' as const, folder: postedText(visit, 'folder') }
      : { kind: 'mail' as const, to: mail.split(',').map((address) => address.trim()) };
  return {
    unit: postedText(visit, 'unit'),
    period: PERIODS.find((period) => period === postedText(visit, 'period')) ?? 'month',
    formats: FORMATS.filter((format) => visit.posted['formats']?.includes(format) === true),
    language: postedText(visit, 'language') === 'en' ? ('en' as const) : ('da' as const),
    schedule: postedText(visit, 'schedule'),
    delivery,
  };
}

/** What the API found wrong with the order, said at the field. */
function faultsOf(visit: Visit, errors: readonly { readonly path: string }[]): FieldFault[] {
  const words = SUBSCRIPTION_WORDS;
  const isMailed = postedText(visit, 'mail') !== '';
  const told = errors.map(({ path }): FieldFault => {
    if (path.startsWith('unit')) return { field: 'unit', text: say(visit, words.badUnit) };
    if (path.startsWith('formats')) return { field: 'formats', text: say(visit, words.badFormats) };
    if (path.startsWith('schedule')) return { field: 'schedule', text: say(visit, words.badSchedule) };
    return { field: isMailed ? 'mail' : 'folder', text: say(visit, words.badDelivery) };
  });
  const first = told.filter(({ field }, at) => told.findIndex((one) => one.field === field) === at);
  return first.length === 0 ? [{ field: 'unit', text: say(visit, words.refused) }] : first;
}

function SubscriptionTable({
  visit,
  subscriptions,
  units,
}: {
  readonly visit: Visit;
  readonly subscriptions: readonly Subscription[];
  readonly units: Units;
}) {
  const words = SUBSCRIPTION_WORDS;
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <DataTable
      caption={say(visit, words.list)}
      rows={subscriptions}
      empty={say(visit, words.none)}
      columns={[
        { heading: say(visit, words.unit), cell: ({ unit }) => nameOf(unit) },
        { heading: say(visit, words.period), cell: ({ period }) => say(visit, words[period]) },
        { heading: say(visit, words.formats), cell: ({ formats }) => formats.join(', ').toUpperCase() },
        { heading: say(visit, words.schedule), cell: ({ schedule }) => <code>{schedule}</code> },
        {
          heading: say(visit, words.delivery),
          cell: ({ delivery }) => (delivery.kind === 'folder' ? delivery.folder : delivery.to.join(', ')),
        },
        {
          heading: say(visit, words.nextDue),
          cell: ({ nextDue }) => (nextDue === undefined ? '–' : momentText(nextDue, visit.language)),
        },
        {
          heading: say(visit, words.state),
          cell: ({ failure }) =>
            failure === undefined ? say(visit, words.well) : say(visit, words.failed({ count: failure.times })),
        },
        {
          heading: say(visit, words.actions),
          cell: (subscription) => <Ways visit={visit} id={subscription.id} unit={nameOf(subscription.unit)} />,
        },
      ]}
    />
  );
}

function Ways({ visit, id, unit }: { readonly visit: Visit; readonly id: string; readonly unit: string }) {
  return (
    <form action={visit.path} method="post" class="ways">
      <input type="hidden" name="id" value={id} />
      {(['produce', 'end'] as const).map((way) => (
        <button
          type="submit"
          name="do"
          value={way}
          class="button button-secondary"
          aria-label={`${say(visit, SUBSCRIPTION_WORDS[way])}: ${unit}`}
        >
          {say(visit, SUBSCRIPTION_WORDS[way])}
        </button>
      ))}
    </form>
  );
}
