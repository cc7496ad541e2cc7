import { SITE_WORDS } from '../../../kernel/words/site';
import { UNIT_PAGE_WORDS as WORDS } from '../../../kernel/words/unit-pages';
import { both } from '../../../kernel/language';
import { Choices } from '../../parts/choices';
import { unitsOf, type Unit } from '../../parts/units';
import type { Page } from '../../site/page';
import { addressOf, say, type Visit } from '../../site/visit';

/** Denmark, its regions and their hospitals and municipalities, to be found by name. */
export async function unitListPage(visit: Visit): Promise<Page> {
  const units = await unitsOf(visit);
  const text = visit.asked['q'];
  const found = text === undefined ? undefined : units.filter(({ name }) => isIn(name, text));
  return {
    title: say(visit, WORDS.listTitle),
    lead: say(visit, WORDS.listLead),
    main: (
      <>
        <Choices
          visit={visit}
          kept={['period']}
          choices={[{ name: 'q', label: say(visit, WORDS.search), value: text ?? '', type: 'search' }]}
          submit={say(visit, SITE_WORDS.search)}
        />
        {found === undefined || text === undefined ? undefined : (
          <section aria-labelledby="fundne">
            <h2 id="fundne" role="status">
              {say(visit, WORDS.found({ count: found.length, text: both(text, text) }))}
            </h2>
            <UnitLinks visit={visit} units={found} isRegionTold />
          </section>
        )}
        <Everyone visit={visit} units={units} />
      </>
    ),
  };
}

const isIn = (name: string, text: string): boolean =>
  name.toLocaleLowerCase('da').includes(text.toLocaleLowerCase('da'));

function Everyone({ visit, units }: { readonly visit: Visit; readonly units: readonly Unit[] }) {
  const regions = units.filter(({ level }) => level === 'region');
  const lying = (region: string | undefined, level: Unit['level']): Unit[] =>
    units.filter((unit) => unit.level === level && unit.region?.id === region);
  const hasUnits = ({ id }: Unit): boolean => lying(id, 'hospital').length + lying(id, 'municipality').length > 0;
  return (
    <>
      <section aria-labelledby="landet">
        <h2 id="landet">{say(visit, WORDS.whole)}</h2>
        <UnitLinks visit={visit} units={units.filter(({ level }) => level === 'denmark')} />
      </section>
      {regions.filter(hasUnits).map((region) => (
        <section aria-labelledby={anchorOf(region)}>
          <h2 id={anchorOf(region)}>
            <a href={profileAt(visit, region)}>{region.name}</a>
          </h2>
          <h3>{say(visit, WORDS.hospitals)}</h3>
          <UnitLinks visit={visit} units={lying(region.id, 'hospital')} />
          <h3>{say(visit, WORDS.municipalities)}</h3>
          <UnitLinks visit={visit} units={lying(region.id, 'municipality')} />
        </section>
      ))}
      <section aria-labelledby="andre">
        <h2 id="andre">{say(visit, WORDS.elsewhere)}</h2>
        <UnitLinks
          visit={visit}
          units={[
            ...regions.filter((region) => !hasUnits(region)),
            ...lying(undefined, 'hospital'),
            ...lying(undefined, 'municipality'),
          ]}
        />
      </section>
    </>
  );
}

const anchorOf = ({ id }: Unit): string => id.replace(':', '-');
const profileAt = ({ asked }: Visit, { id }: Unit): string => addressOf(`/enheder/${id}`, { period: asked['period'] });

function UnitLinks({
  visit,
  units,
  isRegionTold = false,
}: {
  readonly visit: Visit;
  readonly units: readonly Unit[];
  readonly isRegionTold?: boolean;
}) {
  return (
    <ul class="unit-links">
      {units.map((unit) => (
        <li>
          <a href={profileAt(visit, unit)}>{unit.name}</a>
          {isRegionTold && unit.region !== undefined ? <small> {unit.region.name}</small> : undefined}
        </li>
      ))}
    </ul>
  );
}
