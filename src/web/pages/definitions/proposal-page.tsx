import {
  DEFINITION_PAGE_WORDS,
  PROPOSAL_DECISION_WORDS,
  PROPOSAL_FORM_WORDS as WORDS,
} from '../../../kernel/words/definitions';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { FaultSummary, type FieldFault } from '../../parts/fault-summary';
import { Field } from '../../parts/fields';
import { wordsText } from '../../parts/meaning';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { problemPage } from '../../site/problem-page';
import { postedText, say, type Visit } from '../../site/visit';
import { RuleNumberForm } from './rule-number-form';
import { fullOf, nextVersion, type Full } from './versions';

/** Something of a definition that cannot be decided by, as the program says it. */
type Place = NonNullable<Shapes['Problem']['errors']>[number];

interface Outcome {
  readonly faults?: readonly FieldFault[];
  readonly places?: readonly Pick<Place, 'path' | 'remedy'>[];
}

/** The definition in force, and the version that a change of it would be. */
export async function toChange(visit: Visit): Promise<{ readonly full: Full; readonly version: number }> {
  const { definitions } = await answered(visit.api.GET('/api/v1/definitions'));
  const inForce = definitions.find((entry) => entry.inForce)?.definition ?? '';
  const full = await fullOf(visit, inForce);
  return { full, version: nextVersion(full.set.set, definitions) };
}

/** The indicator whose numbers are changed: the one that was posted or asked for, else the first. */
export const indicatorChosen = (visit: Visit, { meanings }: Full): string => {
  const key = postedText(visit, 'indicator') || visit.asked['indikator'];
  return meanings.find((meaning) => meaning.key === key)?.key ?? meanings[0]?.key ?? '';
};

/** Where a change is proposed: the numbers of one indicator, or the definition as a whole. */
export async function proposalPage(visit: Visit, { faults = [], places = [] }: Outcome = {}): Promise<Page> {
  if (!visit.may('proposeDefinition')) return problemPage(visit, visit.reader === undefined ? 401 : 403, {});
  const { full, version } = await toChange(visit);
  const chosen = indicatorChosen(visit, full);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    crumbs: [{ title: say(visit, DEFINITION_PAGE_WORDS.title), href: '/definitioner' }],
    ...(faults.length === 0 ? undefined : { status: 400 }),
    main: (
      <>
        <FaultSummary heading={say(visit, PROPOSAL_DECISION_WORDS.faults)} faults={faults} />
        {places.length === 0 ? undefined : (
          <Alert kind="warning" heading={say(visit, WORDS.places)}>
            <ul lang="en">
              {places.map(({ path, remedy }) => (
                <li>
                  <code>{path}</code>: {remedy}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <section aria-labelledby="one">
          <h2 id="one">{say(visit, WORDS.one)}</h2>
          <Choices
            visit={visit}
            submit={say(visit, WORDS.show)}
            choices={[
              {
                name: 'indikator',
                label: say(visit, WORDS.choose),
                value: chosen,
                options: full.meanings.map(({ key, number, title }) => ({
                  value: key,
                  text: `${number} ${wordsText(visit, title)}`,
                })),
              },
            ]}
          />
          <RuleNumberForm visit={visit} full={full} chosen={chosen} version={version} faults={faults} />
        </section>
        <section aria-labelledby="whole">
          <h2 id="whole">{say(visit, WORDS.whole)}</h2>
          <form action="/definitioner/ny" method="post" class="build">
            <Field
              name="text"
              type="texts"
              label={say(visit, WORDS.text)}
              hint={say(visit, WORDS.wholeHint)}
              value={visit.posted['text']?.[0] ?? JSON.stringify({ ...full.set, version }, null, 2)}
              faults={faults}
            />
            <Field
              name="note-whole"
              type="texts"
              label={say(visit, WORDS.note)}
              value={postedText(visit, 'note-whole')}
              faults={faults}
            />
            <button type="submit" name="do" value="whole" class="button button-secondary">
              {say(visit, WORDS.proposeWhole)}
            </button>
          </form>
        </section>
      </>
    ),
  };
}
