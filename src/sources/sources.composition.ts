import type { LogLooks } from '../access/application/log-looks';
import { Relations } from '../access/application/relations';
import { sealsOf } from '../access/domain/seals';
import type { CountedCases } from '../counting/domain/counted-cases';
import type { ReportBasis } from '../counting/domain/report-basis';
import { ListRejected } from '../intake/application/list-rejected';
import type { Reading } from '../intake/domain/reading';
import type { FindingCode } from '../kernel/finding';
import type { OrganisationNames } from '../kernel/organisation-names';
import type { Settings } from '../platform/config/settings';
import { loadRules } from '../platform/contracts/descriptions';
import type { SchemaValidators } from '../platform/contracts/schema-validators';
import type { Clock } from '../ports/clock';
import type { Ports } from '../ports/ports';
import { WorklistRecalls } from './adapters/worklist-recalls';
import { ListOwnReports } from './application/list-own-reports';
import { OwnReports } from './application/own-reports';
import { SourceOverview } from './application/source-overview';
import { Worklists } from './application/worklists';

type Stores = Pick<Ports, 'events' | 'states' | 'decisions' | 'deliveries' | 'rejected' | 'relationBook'>;

export interface SourcePorts extends Stores {
  readonly clock: Clock;
  readonly reading: Reading;
  readonly schemas: SchemaValidators;
  readonly settings: Pick<Settings, 'personKey'>;
  readonly basis: ReportBasis;
  readonly counted: CountedCases;
  readonly logLooks: LogLooks;
  readonly names: OrganisationNames;
}

/** What sources see of what they sent, and whom those who treat can still reach. */
export function sourcesOver(ports: SourcePorts) {
  const { schemas, settings, basis } = ports;
  const { population } = basis.set;
  const held = new Set(
    loadRules(schemas).rules.flatMap(({ outcome, code }) => (outcome === 'hold' ? (code ?? []) : [])),
  );
  const isHeld = (code: FindingCode): boolean => held.has(code);
  const reports = new OwnReports({ ...ports, population, fields: sealsOf(settings).fields });
  const worklists = new Worklists({ ...ports, relations: new Relations(ports), set: basis.set });
  return {
    overview: new SourceOverview(ports.deliveries, new ListRejected(ports.rejected), reports, isHeld),
    ownReports: new ListOwnReports(reports, isHeld),
    worklists,
    recallLists: new WorklistRecalls(worklists, ports.logLooks, ports.names, ports.clock),
  };
}
