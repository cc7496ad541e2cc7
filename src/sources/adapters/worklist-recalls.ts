import type { LogLooks } from '../../access/application/log-looks';
import { danishDay } from '../../kernel/day';
import type { OrganisationNames } from '../../kernel/organisation-names';
import type { Clock } from '../../ports/clock';
import { RecallLists, type RecallAsked } from '../../ports/recall-lists';
import type { DeliveredFile } from '../../ports/report-delivery';
import type { Worklists } from '../application/worklists';
import { worklistCsv } from './csv/worklist-csv';

/** Recall lists made of worklists. */
export class WorklistRecalls extends RecallLists {
  constructor(
    private readonly worklists: Worklists,
    private readonly looks: Pick<LogLooks, 'log'>,
    private readonly names: OrganisationNames,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async list({ organisation, criteria, language, subscription }: RecallAsked): Promise<DeliveredFile> {
    const asOf = danishDay(this.clock.now());
    const { sort: order = 'deadline', ...asked } = criteria;
    const rows = await this.worklists.rows({ ...asked, own: organisation, asOf, order });
    await this.looks.log({
      ...{ subject: subscription, name: subscription, roles: ['subscription'], organisation, purpose: 'treatment' },
      relation: [...new Set(rows.map(({ relation }) => relation))].sort().join(', '),
      operation: 'produceSubscription',
      persons: [...new Set(rows.map(({ person }) => person))].sort(),
    });
    const name = `rehabspor-recall-${organisation}-${asOf}`.replaceAll(/[^\w.-]+/g, '_');
    return {
      name: `${name}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: Buffer.from(worklistCsv(rows, this.names, language), 'utf8'),
    };
  }
}
