import type { OrganisationList } from '../../kernel/organisation-list';
import type { Pathway } from '../../kernel/pathway';
import { CONTEXTS_OF, levelOfUnit, unitIdOf } from '../../kernel/unit';

/** Whether a pathway is counted under a unit, as treated or as resident there; one that is not known is of none. */
export function isOfUnit(
  unit: string,
  pathway: Pick<Pathway, 'hospital' | 'municipality' | 'indexDay'> | undefined,
  organisations: OrganisationList,
): boolean {
  const level = levelOfUnit(unit);
  if (level === undefined || pathway === undefined) return false;
  return CONTEXTS_OF[level].some(
    (context) => unitIdOf(level, pathway, pathway.indexDay, organisations, context) === unit,
  );
}
