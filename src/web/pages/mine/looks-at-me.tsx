import { danishDay } from '../../../kernel/day';
import type { Bilingual } from '../../../kernel/language';
import { dayText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { LOOKED_WORDS, MINE_PAGE_WORDS as WORDS, PURPOSE_WORDS } from '../../../kernel/words/mine';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { wordOf } from '../../parts/word-of';
import { addressWith, say, type Visit } from '../../site/visit';

/** Who looked at a patient, the newest first. */
export function LooksAtMe({
  visit,
  names,
  looks,
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly looks: Shapes['LooksAtPerson'];
}) {
  return (
    <>
      <h2 id="opslag">{say(visit, WORDS.looks)}</h2>
      <p>{say(visit, WORDS.looksLead)}</p>
      <DataTable
        caption={say(visit, WORDS.looksCaption)}
        isCaptionHidden
        empty={say(visit, WORDS.noLooks)}
        columns={[
          { heading: say(visit, WORDS.when), cell: ({ at }) => say(visit, dayText(danishDay(Date.parse(at)))) },
          {
            heading: say(visit, WORDS.who),
            cell: ({ name, purpose }) => (purpose === 'own' ? say(visit, WORDS.self) : name),
          },
          {
            heading: say(visit, WORDS.for),
            cell: ({ organisation }) =>
              say(visit, organisation === undefined ? WORDS.noOrganisation : names.of(organisation)),
          },
          { heading: say(visit, WORDS.purpose), cell: ({ purpose }) => wordOf(visit, PURPOSE_WORDS, purpose) },
          {
            heading: say(visit, WORDS.what),
            cell: ({ operation }) =>
              say(visit, (LOOKED_WORDS as Record<string, Bilingual>)[operation] ?? LOOKED_WORDS.other),
          },
        ]}
        rows={looks.items}
      />
      {looks.next === undefined ? undefined : (
        <p>
          <a href={`${addressWith(visit, { opslag: looks.next })}#opslag`}>{say(visit, WORDS.moreLooks)}</a>
        </p>
      )}
    </>
  );
}
