import type { IndicatorDefinition } from '../../kernel/definition';
import { Problem } from '../../platform/http/problem';
import type { Cases } from '../domain/cases';
import type { ReportBasis } from '../../reporting/domain/report';
import { everyUnit, levelOfUnit, type Level } from '../../kernel/unit';

/** The indicator of a key; a problem that lists the keys when there is none. */
export function indicatorAsked({ set }: ReportBasis, key: string): IndicatorDefinition {
  const indicator = set.indicators.find((definition) => definition.key === key);
  if (indicator !== undefined) return indicator;
  const keys = set.indicators.map((definition) => definition.key).join(', ');
  throw new Problem(404, `There is no such indicator; there is ${keys}.`);
}

/** The level of a unit that is listed or that a pathway is counted under; a problem that lists the units when it is none. */
export function unitAsked({ organisations }: ReportBasis, cases: Cases, id: string): Level {
  const level = levelOfUnit(id);
  if (level === undefined) {
    throw new Problem(
      404,
      'There is no such unit; name it as hospital:<SOR>, municipality:<code>, region:<code> or denmark.',
    );
  }
  const listed = everyUnit(level, organisations);
  if (listed.includes(id) || (level !== 'region' && cases.organisationNumber(id) > 0)) return level;
  throw new Problem(404, `There is no such unit; of this kind there is ${listed.join(', ')}.`);
}
