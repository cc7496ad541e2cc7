import type { Bilingual } from '../../../kernel/language';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { LOOKS_PAGE_WORDS as WORDS } from '../../../kernel/words/looks';
import { LOOKED_WORDS, PURPOSE_WORDS } from '../../../kernel/words/mine';
import { RELATION_KIND_WORDS } from '../../../kernel/words/persons';
import { DataTable } from '../../parts/data-table';
import { momentText } from '../../parts/moments';
import type { Shapes } from '../../parts/shapes';
import { wordOf } from '../../parts/word-of';
import { addressOf, addressWith, say, type Visit } from '../../site/visit';

export type Look = Shapes['Look'];

/** What a look was at, in words. */
export const whatWords = (visit: Visit, { operation }: Look): string =>
  say(visit, (LOOKED_WORDS as Readonly<Partial<Record<string, Bilingual>>>)[operation] ?? LOOKED_WORDS.other);

export const purposeWords = (visit: Visit, { purpose }: Look): string => wordOf(visit, PURPOSE_WORDS, purpose);

/** By which relations, in words; that none was asked for where none was. */
export const relationWords = (visit: Visit, { relation }: Look): string =>
  relation === undefined
    ? say(visit, WORDS.noRelation)
    : relation
        .split(', ')
        .map((one) => wordOf(visit, RELATION_KIND_WORDS, one))
        .join(', ');

/** The log: who looked, for whom, why, at what and at whom; names and keys narrow it to themselves. */
export function LookTable({
  visit,
  names,
  looks,
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly looks: readonly Look[];
}) {
  return (
    <DataTable
      caption={say(visit, WORDS.logCaption)}
      isCaptionHidden
      empty={say(visit, WORDS.noLooks)}
      keyOf={({ number }) => `opslag-${number}`}
      columns={[
        {
          heading: say(visit, WORDS.when),
          cell: ({ at, number }: Look) => (
            <>
              {momentText(at, visit.language)} <small>{`${say(visit, WORDS.number)} ${number}`}</small>
            </>
          ),
        },
        {
          heading: say(visit, WORDS.who),
          cell: ({ name, subject }) => (
            <>
              <a
                href={addressOf(visit.path, { subject })}
                aria-label={say(visit, WORDS.onlyWho({ name: `${name} (${subject})` }))}
              >
                {name}
              </a>{' '}
              <small>{subject}</small>
            </>
          ),
        },
        {
          heading: say(visit, WORDS.for),
          cell: ({ organisation }) => (organisation === undefined ? '–' : say(visit, names.of(organisation))),
        },
        { heading: say(visit, WORDS.purpose), cell: (look) => purposeWords(visit, look) },
        {
          heading: say(visit, WORDS.relation),
          cell: (look) => (
            <>
              {relationWords(visit, look)} {look.reason === undefined ? undefined : <small>{look.reason}</small>}
            </>
          ),
        },
        { heading: say(visit, WORDS.what), cell: (look) => whatWords(visit, look) },
        { heading: say(visit, WORDS.person), cell: (look) => <AtWhom visit={visit} look={look} /> },
      ]}
      rows={looks}
    />
  );
}

const SHOWN_AT_ONCE = 5;

function AtWhom({ visit, look: { persons, everyone } }: { readonly visit: Visit; readonly look: Look }) {
  if (everyone === true) return <>{say(visit, WORDS.everyone)}</>;
  if (persons.length === 0) return <>{say(visit, WORDS.nobody)}</>;
  const keys = (shown: readonly string[]) => (
    <ul class="reasons">
      {shown.map((person) => (
        <li>
          <a
            href={addressWith(visit, { person, before: undefined })}
            aria-label={say(visit, WORDS.onlyPerson({ person }))}
          >
            <code>{person}</code>
          </a>
        </li>
      ))}
    </ul>
  );
  if (persons.length <= SHOWN_AT_ONCE) return keys(persons);
  return (
    <details class="details">
      <summary class="details-summary">{say(visit, WORDS.persons({ count: persons.length }))}</summary>
      <div class="details-text">{keys(persons)}</div>
    </details>
  );
}
