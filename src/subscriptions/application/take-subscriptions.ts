import type { OrganisationList } from '../../kernel/organisation-list';
import type { Clock } from '../../ports/clock';
import type { Schedules } from '../../ports/schedules';
import {
  PERIOD_RULES,
  SUBSCRIPTION_FORMATS,
  type Subscription,
  type SubscriptionBook,
  type SubscriptionOrder,
} from '../../ports/subscription-book';
import { subscriptionId } from '../domain/subscription-id';
import { everyUnit, levelOfUnit, unitOf } from '../../kernel/unit';
import { LANGUAGES } from '../../kernel/language';
import { destinationFault, type Deliveries } from './deliveries';

/** An order that cannot be taken: what is wrong with which of its fields, and what to do. */
export class OrderRefused extends Error {
  constructor(readonly faults: readonly { readonly path: string; readonly remedy: string }[]) {
    super(faults.map(({ path, remedy }) => `${path} ${remedy}`).join('; '));
  }
}

/** Takes orders for subscriptions, lists them and ends them. */
export class TakeSubscriptions {
  constructor(
    private readonly book: SubscriptionBook,
    private readonly deliveries: Deliveries,
    private readonly schedules: Schedules,
    private readonly known: { readonly organisations: OrganisationList; readonly indicators: readonly string[] },
    private readonly clock: Clock,
  ) {}

  /** Takes an order, from now on; the same order again gives the subscription there is. Throws `OrderRefused`. */
  async take(order: SubscriptionOrder): Promise<Subscription> {
    const faults = this.faultsIn(order);
    if (faults.length > 0) throw new OrderRefused(faults);
    const ordered: SubscriptionOrder = { ...order, formats: inOrder(order.formats) };
    const id = subscriptionId(ordered);
    const subscription = { ...ordered, id, progress: { revision: 0, doneThrough: this.clock.now() } };
    await this.book.add(subscription);
    return (await this.book.find(id)) ?? subscription;
  }

  /** All, each with the next time it is due. */
  async list(): Promise<readonly (Subscription & { readonly nextDue?: number })[]> {
    return (await this.book.all()).map((subscription) => {
      const nextDue = this.schedules.next(subscription.schedule, subscription.progress.doneThrough);
      return nextDue === undefined ? subscription : { ...subscription, nextDue };
    });
  }

  find(id: string): Promise<Subscription | undefined> {
    return this.book.find(id);
  }

  /** False when there is none of that id. */
  end(id: string): Promise<boolean> {
    return this.book.remove(id);
  }

  private faultsIn(order: SubscriptionOrder) {
    const { unit, period, formats, language, schedule, delivery } = order;
    const known: readonly string[] = SUBSCRIPTION_FORMATS;
    const listed = (options: readonly string[]): string => `must be one of ${options.join(', ')}`;
    const faults = [
      ['unit', unitFault(unit, this.known.organisations)],
      ['period', (PERIOD_RULES as readonly string[]).includes(period) ? undefined : listed(PERIOD_RULES)],
      ['formats', isSome(formats, known) ? undefined : `must be one or more of ${known.join(', ')}`],
      ['language', LANGUAGES.includes(language) ? undefined : listed(LANGUAGES)],
      ['schedule', this.schedules.faultIn(schedule)],
      ['delivery', destinationFault(this.deliveries, delivery)],
      ...recallFaults(order, this.known.indicators),
    ] as const;
    return faults.flatMap(([path, remedy]) => (remedy === undefined ? [] : [{ path, remedy }]));
  }
}

const isSome = (formats: readonly string[], known: readonly string[]): boolean =>
  formats.length > 0 && formats.every((format) => known.includes(format));

const inOrder = (formats: SubscriptionOrder['formats']): SubscriptionOrder['formats'] =>
  SUBSCRIPTION_FORMATS.filter((format) => formats.includes(format));

/** What is wrong with an order of a recall list, by field; nothing for an order of a report. */
function recallFaults(
  { recall, unit, formats }: SubscriptionOrder,
  indicators: readonly string[],
): (readonly [path: string, remedy: string | undefined])[] {
  if (recall === undefined) return [];
  const level = levelOfUnit(unit);
  const treats = level === 'hospital' || level === 'municipality';
  const isKnown = recall.indicator === undefined || indicators.includes(recall.indicator);
  return [
    [
      'unit',
      treats || level === undefined ? undefined : 'must be a hospital or a municipality, whose patients are listed',
    ],
    ['formats', formats.every((format) => format === 'csv') ? undefined : 'must be csv for a recall list'],
    ['recall.indicator', isKnown ? undefined : `must be one of ${indicators.join(', ')}`],
  ];
}

function unitFault(unit: string, organisations: OrganisationList): string | undefined {
  const level = levelOfUnit(unit);
  if (level === undefined) return 'must be hospital:<SOR>, municipality:<code>, region:<code> or denmark';
  const units = everyUnit(level, organisations);
  if (units.includes(unit)) return undefined;
  return `must be a unit there is: ${units.map((one) => `${one} ${unitOf(one, organisations).name}`).join(', ')}`;
}
