import { danishDay } from '../../../kernel/day';
import { dayText, numberText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { LOOKS_PAGE_WORDS as WORDS, UNUSUAL_WORDS } from '../../../kernel/words/looks';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { addressOf, say, type Visit } from '../../site/visit';

type Unusual = Shapes['UnusualDay'];

/** Looking that somebody should ask about, each with the looks it is about. */
export function UnusualSection({
  visit,
  names,
  found,
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly found: Shapes['UnusualLooking'];
}) {
  const dayOf = (moment: number) => dayText(danishDay(moment));
  const caption = WORDS.unusualCaption({
    from: dayOf(Date.parse(found.from)),
    until: dayOf(Date.parse(found.until) - 1),
  });
  return (
    <section aria-labelledby="usaedvanlige">
      <h2 id="usaedvanlige">{say(visit, WORDS.unusual)}</h2>
      <p>{say(visit, WORDS.unusualLead)}</p>
      <DataTable
        caption={say(visit, caption)}
        empty={say(visit, WORDS.noUnusual)}
        columns={[
          { heading: say(visit, WORDS.what), cell: ({ code }: Unusual) => say(visit, UNUSUAL_WORDS[code]) },
          { heading: say(visit, WORDS.day), cell: ({ day }) => say(visit, dayText(day)) },
          {
            heading: say(visit, WORDS.who),
            cell: ({ name, subject }) => (
              <>
                {name} <small>{subject}</small>
              </>
            ),
          },
          {
            heading: say(visit, WORDS.for),
            cell: ({ organisation }) => (organisation === undefined ? '–' : say(visit, names.of(organisation))),
          },
          {
            heading: say(visit, WORDS.howMany),
            side: 'figure',
            cell: ({ persons }) => say(visit, numberText(persons)),
          },
          {
            heading: say(visit, WORDS.log),
            cell: ({ subject, name, day }) => (
              <a
                href={`${addressOf(visit.path, { subject, from: day, until: day })}#log`}
                aria-label={say(visit, WORDS.theirLooksOf({ name, day: dayText(day) }))}
              >
                {say(visit, WORDS.theirLooks)}
              </a>
            ),
          },
        ]}
        rows={found.items}
      />
    </section>
  );
}
