import { randomBytes, randomUUID } from 'node:crypto';
import { loadAccessRules } from '../access/adapters/load-access-table';
import type { LogLooks } from '../access/application/log-looks';
import { Relations } from '../access/application/relations';
import { sealsOf } from '../access/domain/seals';
import type { ReportBasis } from '../counting/domain/report-basis';
import type { DecisionWriter } from '../indicators/domain/render';
import type { Settings } from '../platform/config/settings';
import type { SchemaValidators } from '../platform/contracts/schema-validators';
import { FetchWebhookSender } from '../platform/webhooks/fetch-webhook-sender';
import type { Clock } from '../ports/clock';
import type { DecisionFeed } from '../ports/decision-feed';
import type { Logger } from '../ports/logger';
import type { Ports } from '../ports/ports';
import { lookOf } from './adapters/look-of-webhook';
import { DeliverDecisions } from './application/deliver-decisions';
import { PreparePosts } from './application/prepare-posts';
import { TakeWebhooks } from './application/take-webhooks';
import { WhomItMaySee } from './application/whom-it-may-see';

/** As whom an organisation is told of a person: as whoever reads one there. */
const READ_AS = 'readPerson';

export interface NotificationPorts extends Pick<Ports, 'webhookBook' | 'states' | 'events' | 'relationBook'> {
  readonly feed: DecisionFeed;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly schemas: SchemaValidators;
  readonly basis: ReportBasis;
  readonly decisionWriter: DecisionWriter;
  readonly logLooks: Pick<LogLooks, 'log'>;
  readonly settings: Pick<Settings, 'personKey' | 'webhooks' | 'view' | 'mode'>;
}

/** Taking orders for webhooks, and sending them changed decisions. */
export function notificationsOver(ports: NotificationPorts) {
  const { webhookBook: book, feed, states, clock, logger, schemas, basis, decisionWriter: writer } = ports;
  const { webhooks, view, mode } = ports.settings;
  const { hosts: allowedHosts, timeoutMs, batch, source, ...patience } = webhooks;
  const { organisations, set, id: definition } = basis;
  const seal = sealsOf(ports.settings).webhooks;
  const visible = new WhomItMaySee(() => rowOf(schemas), new Relations(ports), view);
  const known = { organisations, indicators: set.indicators.map(({ key }) => key) };
  const prepare = new PreparePosts({
    ...{ visible, states, organisations, writer, definition, source, batch },
    setAside: (one) => logger.error(one, 'A decision could not be explained and was sent without'),
  });
  return {
    takingWebhooks: new TakeWebhooks({ book, feed, seal, visible, known, allowedHosts, randomBytes }),
    delivering: new DeliverDecisions({
      ...{ book, feed, prepare, seal, clock, logger, allowedHosts, patience },
      sender: new FetchWebhookSender(timeoutMs),
      note: (...shown) => ports.logLooks.log(lookOf(...shown)),
      random: Math.random,
      maySee: (organisation) => visible.isOfThoseWhoSee(organisation),
      // The embedded store has one owner: what a process before it claimed, it did not finish.
      claimant: mode === 'embedded' ? 'embedded' : randomUUID(),
      claimMs: timeoutMs + 20_000,
    }),
  };
}

function rowOf(schemas: SchemaValidators) {
  const row = loadAccessRules(schemas).table.get(READ_AS);
  if (row === undefined) throw new Error(`contracts/access.yaml has no row ${READ_AS}.`);
  return row;
}
