import type { DefinitionSet, IndicatorDefinition } from '../../kernel/definition';
import type { OrganisationList } from '../../kernel/organisation-list';
import { everyUnit, levelOfUnit, unitOf, type Level } from '../../kernel/unit';
import { Problem } from './problem';

/** The indicator of a key; a problem that lists the keys when there is none. */
export function indicatorAsked({ indicators }: DefinitionSet, key: string): IndicatorDefinition {
  const indicator = indicators.find((definition) => definition.key === key);
  if (indicator !== undefined) return indicator;
  const keys = indicators.map((definition) => definition.key).join(', ');
  throw new Problem(404, `There is no such indicator; there is ${keys}.`);
}

/**
 * The level of a unit that is listed or that pathways are counted under (`isCounted`); a problem that lists the units
 * when it is none.
 */
export function unitAsked(organisations: OrganisationList, id: string, isCounted: (id: string) => boolean): Level {
  const level = levelOfUnit(id);
  if (level === undefined) {
    throw new Problem(
      404,
      'There is no such unit; name it as hospital:<SOR>, municipality:<code>, region:<code> or denmark.',
    );
  }
  const listed = everyUnit(level, organisations);
  if (listed.includes(id) || (level !== 'region' && isCounted(id))) return level;
  const there = listed.map((one) => `${one} ${unitOf(one, organisations).name}`).join(', ');
  throw new Problem(404, `There is no such unit; of this kind there is ${there}.`);
}

/** The problem of a definition set that there is none of; it lists those there are. */
export function noSuchDefinition(ids: readonly string[]): Problem {
  return new Problem(404, `There is no such definition set; there is ${ids.join(', ')}.`);
}
