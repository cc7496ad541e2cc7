import { CHOICE_WORDS } from '../../kernel/words/overview';
import { say, type Visit } from '../site/visit';

/** One thing a reader can choose of a page. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** To choose from; without them a day, or any text, is written. */
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  readonly type?: 'date' | 'text' | 'number' | 'search';
  readonly hint?: string;
}

/** What can be chosen of a page, as a form that asks for the page again; what is asked of it beside stays. */
export function Choices({
  visit,
  choices,
  kept = [],
  submit,
}: {
  readonly visit: Visit;
  readonly choices: readonly Choice[];
  /** Names of what else is asked of the page, which stays as it is. */
  readonly kept?: readonly string[];
  readonly submit?: string;
}) {
  return (
    <form action={visit.path} method="get" class="choices" data-sends-itself>
      {kept.map((name) => {
        const value = visit.asked[name];
        return value === undefined ? undefined : <input type="hidden" name={name} value={value} />;
      })}
      {choices.map((choice) => (
        <div class="choice">
          <label class="form-label" for={`choice-${choice.name}`}>
            {choice.label}
          </label>
          <ChoiceField choice={choice} />
        </div>
      ))}
      <button type="submit" class="button button-primary">
        {submit ?? say(visit, CHOICE_WORDS.show)}
      </button>
    </form>
  );
}

function ChoiceField({ choice: { name, value, options, type = 'text', hint } }: { readonly choice: Choice }) {
  const id = `choice-${name}`;
  if (options === undefined)
    return <input class="form-input" id={id} name={name} type={type} value={value} placeholder={hint} />;
  const isThere = options.some((option) => option.value === value);
  return (
    <select class="form-select" id={id} name={name}>
      {isThere ? undefined : (
        <option value={value} selected>
          {value}
        </option>
      )}
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
