import type { ComponentChildren } from 'preact';
import { both, type Bilingual } from '../../../kernel/language';
import { dayText, listed } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { OUTCOME_WORDS, SECTOR_WORDS } from '../../../kernel/words/codes';
import { FINDING_MEANING_WORDS, REASON_MEANING_WORDS } from '../../../kernel/words/meanings';
import {
  CERTIFICATE_WORDS as WORDS,
  DELIVERY_FORM_WORDS,
  EVENT_WORDS,
  POSSIBLE_WORDS,
} from '../../../kernel/words/persons';
import { FACT_WORDS } from '../../../kernel/words/rules';
import { OutcomeBadge } from '../../parts/outcome-badge';
import { say, type Visit } from '../../site/visit';
import { eventWords, wordIn } from './event-words';
import type { ShownEvent } from './shown-events';
import type { ShownDecision } from './shown-person';

type Evidence = ShownDecision['decisive'][number];

interface Shown {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly decision: ShownDecision;
  readonly title: string;
  readonly events: readonly ShownEvent[];
}

/** One decision: its outcome in a word, and behind it what it rests on, a sentence each. */
export function Certificate({ visit, names, decision, title, events }: Shown) {
  const { number, indicator, outcome, pathway, explanation, decisive, also, window, definition, asOf } = decision;
  const fact = (one: Evidence) => say(visit, factWords(one, names));
  return (
    <details class="details certificate" id={`decision-${pathway}-${indicator}`}>
      <summary class="details-summary">
        {number} {title} <OutcomeBadge visit={visit} outcome={outcome} />
      </summary>
      <div class="details-text">
        <p>{say(visit, explanation)}</p>
        <dl>
          <Part title={say(visit, WORDS.decided)} sentences={decisive.map(fact)}>
            {say(visit, decision.reason === undefined ? WORDS.nothingDecided : reasonWords(decision.reason))}
          </Part>
          <Part title={say(visit, WORDS.also)} sentences={also.map(fact)}>
            {say(visit, WORDS.nothingAlso)}
          </Part>
          <Part
            title={say(visit, WORDS.not)}
            sentences={decision.findings.map((one) => say(visit, findingWords(one, events, names)))}
          >
            {say(visit, WORDS.nothingNot)}
          </Part>
          <Part
            title={say(visit, WORDS.otherwise)}
            sentences={otherwise(decision, names).map((one) => say(visit, one))}
          >
            {say(visit, WORDS.nothingOtherwise)}
          </Part>
        </dl>
        <p class="digest">
          {say(
            visit,
            WORDS.window({ from: dayText(window.from), to: dayText(window.to), definition, asOf: dayText(asOf) }),
          )}
        </p>
      </div>
    </details>
  );
}

/** What is said under a heading, each in a sentence; something else where there is nothing. */
function Part({
  title,
  sentences,
  children,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <dt>{title}</dt>
      {sentences.length === 0 ? <dd>{children}</dd> : sentences.map((sentence) => <dd>{sentence}</dd>)}
    </>
  );
}

const reasonWords = (reason: NonNullable<ShownDecision['reason']>): Bilingual =>
  WORDS.reason({ reason: REASON_MEANING_WORDS[reason] });

/** A fact with its day, its source by name and the sector it is credited to; `diet, group` becomes words. */
function factWords({ what, on, source, sector }: Evidence, names: OrganisationNames): Bilingual {
  const [kind = '', form] = what.split(', ');
  const known = wordIn(FACT_WORDS, kind);
  const said =
    form === undefined ? known : EVENT_WORDS.withForm({ what: known, form: wordIn(DELIVERY_FORM_WORDS, form) });
  return begun(WORDS.fact({ what: said, day: dayText(on), source: names.of(source), sector: SECTOR_WORDS[sector] }));
}

function findingWords(
  { code, source, event }: ShownDecision['findings'][number],
  events: readonly ShownEvent[],
  names: OrganisationNames,
): Bilingual {
  const about = events.find((one) => one.source === source && one.id === event);
  const what = about === undefined ? EVENT_WORDS.other : eventWords(about, names);
  return WORDS.finding({ what, source: names.of(source), why: FINDING_MEANING_WORDS[code] });
}

/** What could still change the outcome: an open window, and what sources in trouble may not have reported. */
function otherwise(
  { outcome, window, possible, trouble, provisional }: ShownDecision,
  names: OrganisationNames,
): Bilingual[] {
  const outcomes = listed(
    (possible ?? []).map((one) => POSSIBLE_WORDS[one]),
    'or',
  );
  return [
    ...(provisional === undefined ? [] : [WORDS.provisional({ outcome: OUTCOME_WORDS[provisional] })]),
    ...(outcome === 'pending' ? [WORDS.open({ to: dayText(window.to) })] : []),
    ...(trouble === undefined ? [] : [WORDS.trouble({ source: names.of(trouble.organisation), days: trouble.days })]),
    ...(possible === undefined
      ? []
      : [
          trouble === undefined
            ? WORDS.possibleAny({ outcomes })
            : WORDS.possible({ source: names.of(trouble.organisation), outcomes }),
        ]),
  ];
}

/** A sentence with a capital at its beginning. */
const begun = ({ da, en }: Bilingual): Bilingual => both(capital(da), capital(en));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
