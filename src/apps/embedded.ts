import { contentSecretOf, sealsOf, secretsOf } from '../access/domain/seals';
import { danishDay } from '../kernel/day';
import type { DefinitionSet } from '../kernel/definition';
import type { Settings } from '../platform/config/settings';
import { keyServiceOf } from '../platform/keys/key-service-of';
import { BesideSetAside } from '../platform/memory/beside-set-aside';
import { LogDecisionFeed } from '../platform/sqlite/log-decision-feed';
import { sqlitePorts } from '../platform/sqlite/sqlite-ports';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { PersonLaw } from '../indicators/domain/person-law';
import { loggedContents } from '../operations/verification/logged-contents';
import { SUBSCRIPTIONS } from '../operations/services/subscriptions';
import { composeRooms } from './rooms';

/** Everything in one process on the embedded store. */
export type Embedded = ReturnType<typeof composeEmbedded>;

interface EmbeddedOptions {
  readonly readOnly?: boolean;
  /**
   * `approved`: by the definition set approved last; whoever says so brings the store up to it. `adopted`: by the one the
   * store was last brought up to, as whoever only reads does.
   */
  readonly decidesBy?: 'approved' | 'adopted';
  readonly law?: PersonLaw | undefined;
}

/** Puts the rooms together over one SQLite store; nothing is delivered before the log is started. */
export function composeEmbedded(settings: Settings, clock: Clock, logger: Logger, options: EmbeddedOptions = {}) {
  const { readOnly = false, decidesBy = readOnly ? 'adopted' : 'approved' } = options;
  const store = { folder: settings.dataFolder, maxBytes: settings.storeMaxBytes, readOnly };
  const keyService = keyServiceOf(settings);
  const opened = sqlitePorts(store, secretsOf(settings, keyService), logger);
  const ports = readOnly ? { ...opened, setAside: new BesideSetAside(opened.setAside) } : opened;
  const { definitionBook } = ports;
  const approved =
    decidesBy === 'adopted' ? definitionBook.adopted() : definitionBook.approvedLast(danishDay(clock.now()));
  const rooms = composeRooms(settings, clock, ports, {
    byBook: true,
    law: options.law,
    approved: approved === undefined ? undefined : (JSON.parse(approved) as DefinitionSet),
  });
  for (const subscription of Object.values(SUBSCRIPTIONS)) subscription.subscribe(ports.log, rooms);
  return {
    ...rooms,
    keyService,
    feed: new LogDecisionFeed(ports.log),
    contentDigest: loggedContents(sealsOf(settings).fields, contentSecretOf(settings)),
  };
}
