import { OPERATIONS_PAGE_WORDS as WORDS, SET_ASIDE_STAGE_WORDS } from '../../../kernel/words/operations';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

type Finding = Shapes['SetAsideFinding'];

/** How many are in no result, and why; to whoever may see it, who they are and where it failed. */
export function SetAside({
  visit,
  inShort,
  findings,
}: {
  readonly visit: Visit;
  readonly inShort: Shapes['SetAsideInShort'] | undefined;
  readonly findings: Shapes['Findings']['items'] | undefined;
}) {
  const persons = findings?.filter((finding): finding is Finding => finding.code === 'PERSON_SET_ASIDE');
  return (
    <>
      <h2>{say(visit, WORDS.setAside)}</h2>
      {inShort === undefined ? undefined : (
        <>
          <p>{say(visit, WORDS.setAsideCount({ count: inShort.persons }))}</p>
          <ul lang="en">
            {inShort.reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {persons !== undefined ? (
        <DataTable
          caption={say(visit, WORDS.setAside)}
          isCaptionHidden
          empty={say(visit, WORDS.nobodySetAside)}
          columns={[
            { heading: say(visit, WORDS.person), cell: ({ person }: Finding) => <code>{person}</code> },
            { heading: say(visit, WORDS.stage), cell: ({ stage }) => say(visit, SET_ASIDE_STAGE_WORDS[stage]) },
          ]}
          rows={persons}
        />
      ) : (
        <p>{say(visit, inShort === undefined ? WORDS.nobodySetAside : WORDS.setAsideElsewhere)}</p>
      )}
    </>
  );
}
