import { WORKING_LABEL, type ReportBasis } from '../../counting/domain/report-basis';
import { unitOf } from '../../kernel/unit';
import type { RecallLists } from '../../ports/recall-lists';
import type { ProduceReport } from '../application/produce-report';
import { subscriptionId } from '../domain/subscription-id';

/** Makes a recall list where the order asks for one, else the unit's report. */
export function recallOrReport(lists: RecallLists, report: ProduceReport, basis: ReportBasis): ProduceReport {
  return async (order, due) => {
    const { recall: criteria, unit: organisation, language } = order;
    if (criteria === undefined) return report(order, due);
    const subscription = subscriptionId(order);
    const file = await lists.list({ organisation, criteria, language, subscription });
    return {
      unit: unitOf(organisation, basis.organisations).name,
      ...(basis.set.provenance === 'working' ? { label: WORKING_LABEL } : undefined),
      files: [file],
    };
  };
}
