import { randomBytes } from 'node:crypto';
import { Seal } from '../../src/access/domain/seal';
import { DecisionWriter } from '../../src/indicators/domain/render';
import type { IndicatorDecision, Outcome } from '../../src/kernel/decision';
import type { DecisionChanged } from '../../src/kernel/decision-change';
import { DeliverDecisions } from '../../src/notifications/application/deliver-decisions';
import { PreparePosts } from '../../src/notifications/application/prepare-posts';
import { TakeWebhooks, type SentFrom } from '../../src/notifications/application/take-webhooks';
import { WhomItMaySee } from '../../src/notifications/application/whom-it-may-see';
import { loadAccessRules } from '../../src/access/adapters/load-access-table';
import type { RelationKind } from '../../src/access/domain/relation';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { SilentLogger } from '../../src/platform/silent-logger';
import { LogDecisionFeed } from '../../src/platform/sqlite/log-decision-feed';
import { FetchWebhookSender } from '../../src/platform/webhooks/fetch-webhook-sender';
import type { WebhookBook, WebhookOrder } from '../../src/ports/webhook-book';
import { openSqlite } from '../ports/sqlite-platform';
import { names } from '../support/evaluate';
import { compiled } from '../support/fold';
import { ODENSE_HOSPITAL } from '../support/sectors';

const schemas = loadSchemas();
const organisations = loadOrganisationList(schemas);
const row = loadAccessRules(schemas).table.get('readPerson');

type Store = ReturnType<typeof openSqlite>;

/** Key of a made-up person. */
export const person = (name: string): string => `p_${name.padEnd(22, '0')}`;

/** A decision of the first pathway, told apart from others by its outcome. */
export const decided = (indicator: string, number: number, outcome: Outcome): IndicatorDecision => ({
  ...{ pathway: 1, indexDay: '2023-01-03', indicator, number, outcome },
  window: { from: '2023-01-03', to: '2024-01-03' },
  ...{ decisive: [], also: [], findings: [] },
});

/** A change of a person's decisions on the latest cause there is. */
export const change = (whose: string, change: Partial<DecisionChanged> = {}): DecisionChanged => ({
  ...{ person: whose, asOf: '2024-06-30', definition: compiled.id, policy: compiled.policy, cause: 'facts' },
  ...{ decisions: [decided('diet', 4, 'pending')], withdrawn: [] },
  ...change,
});

export interface Notifying {
  readonly store?: Store;
  readonly hosts: readonly string[];
  /** Whom each organisation has a relation with. */
  readonly related?: (organisation: string, person: string) => boolean;
  readonly book?: (book: WebhookBook) => WebhookBook;
  readonly claimant?: string;
  readonly timeoutMs?: number;
  readonly holdAfterMs?: number;
  readonly batch?: number;
  readonly view?: 'exact' | 'published';
}

/** Registering and delivering over an embedded store, with the clock in the test's hands. */
export function notifying({ store = openSqlite(), hosts, related = () => true, ...options }: Notifying) {
  const clock = { at: Date.parse('2024-06-30T12:00:00Z'), now: () => clock.at };
  const book = options.book?.(store.webhookBook) ?? store.webhookBook;
  const feed = new LogDecisionFeed(store.ownLog);
  const seal = new Seal(Buffer.from('a secret for tests only'), 'secrets of webhooks');
  const relations = {
    among: (organisation: string, persons: readonly string[]) =>
      Promise.resolve(
        new Map(
          persons.filter((one) => related(organisation, one)).map((one): [string, RelationKind] => [one, 'reported']),
        ),
      ),
  };
  if (row === undefined) throw new Error('There is no row readPerson.');
  const visible = new WhomItMaySee(() => row, relations, options.view ?? 'exact');
  const said: string[] = [];
  const say = (details: object, message: string): void => void said.push(`${message} ${JSON.stringify(details)}`);
  const logger = Object.assign(new SilentLogger(), { warn: say, error: say });
  const shown: { id: string; persons: readonly string[] }[] = [];
  const prepare = new PreparePosts({
    ...{ visible, states: store.states, organisations, definition: compiled.id, source: 'urn:test:decisions' },
    ...{ writer: new DecisionWriter(compiled, names), batch: options.batch ?? 100, setAside: () => undefined },
  });
  const delivering = new DeliverDecisions({
    ...{ book, feed, prepare, seal, clock, logger, allowedHosts: hosts },
    sender: new FetchWebhookSender(options.timeoutMs ?? 20_000),
    note: ({ id }, persons) => Promise.resolve(void shown.push({ id, persons })),
    random: () => 1,
    maySee: (organisation) => visible.isOfThoseWhoSee(organisation),
    claimant: options.claimant ?? 'tests',
    claimMs: 30_000,
    patience: { firstRetryMs: 1_000, lastRetryMs: 60_000, holdAfterMs: options.holdAfterMs ?? 3_600_000 },
  });
  const known = { organisations, indicators: compiled.set.indicators.map(({ key }) => key) };
  const taking = new TakeWebhooks({ book, feed, seal, visible, known, allowedHosts: hosts, randomBytes });
  const register = (order: Partial<WebhookOrder> & Pick<WebhookOrder, 'url'>, from: SentFrom = 'start') =>
    taking.take({ name: 'EHR', organisation: ODENSE_HOSPITAL, mode: 'batch', ...order }, from);
  return {
    ...{ store, clock, book, taking, delivering, register, said, shown },
    tell: (...changes: readonly DecisionChanged[]) =>
      store.ownLog.publish(
        'decisions',
        changes.map((value) => ({ key: value.person, value })),
      ),
  };
}
