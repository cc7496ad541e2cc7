import { both, type Bilingual } from '../../../kernel/language';
import { numberText } from '../../../kernel/localised';
import { INDICATOR_PAGE_WORDS } from '../../../kernel/words/indicator-pages';
import { PROPOSAL_FORM_WORDS as WORDS, RULE_NUMBER_WORDS, RULE_PLACE_WORDS } from '../../../kernel/words/definitions';
import type { FieldFault } from '../../parts/fault-summary';
import { Field } from '../../parts/fields';
import { wordsText } from '../../parts/meaning';
import { postedText, say, type Visit } from '../../site/visit';
import { ruleNumbers, type RuleNumber } from './rule-numbers';
import type { Full } from './versions';

/** The name of the field of a number, and of the unit of a span. */
export const numberField = ({ path }: RuleNumber): string => `rule.${path}`;
export const unitField = ({ path }: RuleNumber): string => `unit.${path}`;

/** What a number is, in words: `Nævner: scoren, under`. */
export function ruleNumberName({ name, place, field }: RuleNumber, { set }: Full): Bilingual {
  const word = RULE_NUMBER_WORDS[name];
  const measured = field === undefined ? undefined : fieldName(field, set);
  const named = measured === undefined ? word : RULE_NUMBER_WORDS.ofField({ field: measured, name: word });
  const placed = RULE_PLACE_WORDS[place]({ name: named });
  return both(upper(placed.da), upper(placed.en));
}

function fieldName(field: string, { measures }: Full['set']): Bilingual {
  const titles = Object.values(measures).flatMap(({ numbers = {} }) => {
    const number = numbers[field];
    return number === undefined ? [] : [number.title];
  });
  return titles[0] ?? both(field, field);
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every number that the chosen indicator's rule decides by, to be written anew. */
export function RuleNumberForm({
  visit,
  full,
  chosen,
  version,
  faults,
}: {
  readonly visit: Visit;
  readonly full: Full;
  readonly chosen: string;
  readonly version: number;
  readonly faults: readonly FieldFault[];
}) {
  const indicator = full.set.indicators.find(({ key }) => key === chosen);
  const meaning = full.meanings.find(({ key }) => key === chosen);
  if (indicator === undefined || meaning === undefined) return <></>;
  return (
    <form action="/definitioner/ny" method="post" class="build rule-numbers">
      <input type="hidden" name="indicator" value={chosen} />
      <h3>
        {meaning.number} {wordsText(visit, meaning.title)}
      </h3>
      <p>
        {wordsText(visit, meaning.text.denominator)} {wordsText(visit, meaning.text.fulfilled)}{' '}
        {wordsText(visit, meaning.text.window)} {wordsText(visit, meaning.text.target)}
      </p>
      {ruleNumbers(indicator).map((number) => (
        <NumberFields visit={visit} full={full} number={number} faults={faults} />
      ))}
      <Field
        name="note"
        type="texts"
        label={say(visit, WORDS.note)}
        value={postedText(visit, 'note')}
        faults={faults}
      />
      <p>{say(visit, WORDS.version({ definition: `${full.set.set}/${version}` }))}</p>
      <button type="submit" name="do" value="one" class="button button-primary">
        {say(visit, WORDS.propose)}
      </button>
    </form>
  );
}

function NumberFields({
  visit,
  full,
  number,
  faults,
}: {
  readonly visit: Visit;
  readonly full: Full;
  readonly number: RuleNumber;
  readonly faults: readonly FieldFault[];
}) {
  const name = ruleNumberName(number, full);
  const { unit, value } = number;
  const now = unit === undefined ? numberText(value) : spanText(value, unit);
  const written = visit.posted[numberField(number)]?.[0] ?? say(visit, numberText(value));
  const hint = `${say(visit, WORDS.now)}: ${say(visit, now)}`;
  if (unit === undefined)
    return <Field name={numberField(number)} label={say(visit, name)} hint={hint} value={written} faults={faults} />;
  return (
    <div class="span-fields">
      <Field
        name={numberField(number)}
        label={say(visit, WORDS.count({ name }))}
        hint={hint}
        value={written}
        faults={faults}
      />
      <Field
        name={unitField(number)}
        label={say(visit, WORDS.unit({ name }))}
        value={postedText(visit, unitField(number)) || unit}
        options={[
          { value: 'd', text: say(visit, WORDS.days) },
          { value: 'm', text: say(visit, WORDS.months) },
        ]}
      />
    </div>
  );
}

const spanText = (count: number, unit: 'd' | 'm'): Bilingual =>
  (unit === 'm' ? INDICATOR_PAGE_WORDS.windowMonths : INDICATOR_PAGE_WORDS.windowDays)({ count });
