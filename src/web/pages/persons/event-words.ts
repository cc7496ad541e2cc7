import { valueWord } from '../../../kernel/coded-value';
import { both, joined, type Bilingual } from '../../../kernel/language';
import { numberText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import {
  CODE_MEANING_WORDS,
  DELIVERY_FORM_WORDS,
  EVENT_WORDS,
  INTERVENTION_WORDS,
  MEASURED_WORDS,
} from '../../../kernel/words/persons';
import type { ShownEvent } from './shown-events';

type Data = ShownEvent['data'];
type Names = Pick<OrganisationNames, 'of'>;

/** A word of a list; a code without a word is said as it is. */
export const wordIn = (words: Readonly<Record<string, unknown>>, code: string): Bilingual => {
  const word = words[code];
  return typeof word === 'object' ? (word as Bilingual) : both(code, code);
};
const text = (data: Data, field: string): string | undefined => {
  const value = data[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
const number = (data: Data, field: string): number | undefined => {
  const value = data[field];
  return typeof value === 'number' ? value : undefined;
};
/** What is said alike in both languages. */
const same = (text: string): Bilingual => both(text, text);

const join = (one: Bilingual, between: string, other: Bilingual): Bilingual => joined([one, other], between);

/** What an event says, in words, with codes beside their meaning. */
export function eventWords({ kind, data }: ShownEvent, names: Names): Bilingual {
  if (kind.endsWith('.measurement')) return measurementWords(text(data, 'kind') ?? '', data);
  switch (kind) {
    case 'hospital.contact':
    case 'danheart.form':
    case 'municipality.start':
    case 'registry.feed-status':
      return EVENT_WORDS[kind];
    case 'hospital.diagnosis':
      return EVENT_WORDS[kind]({ code: codeWords(text(data, 'code') ?? '') });
    case 'hospital.procedure':
      return procedureWords(data, names);
    case 'hospital.referral':
      return EVENT_WORDS[kind]({ to: names.of(text(data, 'to') ?? 'municipality:unknown') });
    case 'municipality.intervention':
      return interventionWords(data);
    case 'municipality.end': {
      const outcome = text(data, 'outcome');
      return outcome === undefined
        ? EVENT_WORDS[kind]
        : EVENT_WORDS['municipality.endAs']({ outcome: valueWord(outcome) });
    }
    case 'laboratory.result':
      return withValue(
        EVENT_WORDS[kind]({ code: text(data, 'npu') ?? '' }),
        valueOf(data, 'value', text(data, 'unit')),
      );
    case 'pharmacy.dispensing':
      return EVENT_WORDS[kind]({ code: text(data, 'atc') ?? '' });
    case 'patient.questionnaire':
      return join(EVENT_WORDS[kind], ': ', measurementWords(text(data, 'instrument') ?? '', data));
    case 'person.status':
      return statusWords(data, names);
    default:
      return EVENT_WORDS.other;
  }
}

/** A code, with what it means where that is known: `BUG1 (kostbehandling)`. */
function codeWords(code: string): Bilingual {
  const meaning = Object.entries(CODE_MEANING_WORDS).find(([prefix]) => code.startsWith(prefix))?.[1];
  return meaning === undefined ? same(code) : joined([same(code), same(' ('), meaning, same(')')]);
}

function procedureWords(data: Data, names: Names): Bilingual {
  const code = codeWords(text(data, 'code') ?? '');
  const by = text(data, 'performedBy');
  if (by !== undefined) return EVENT_WORDS['hospital.procedureElsewhere']({ code, by: names.of(by) });
  if (text(data, 'purpose') === 'referral') return EVENT_WORDS['hospital.procedureReferral']({ code });
  return EVENT_WORDS['hospital.procedure']({ code });
}

function interventionWords(data: Data): Bilingual {
  const what = wordIn(INTERVENTION_WORDS, text(data, 'kind') ?? '');
  const form = text(data, 'form');
  const whole = form === undefined ? what : EVENT_WORDS.withForm({ what, form: wordIn(DELIVERY_FORM_WORDS, form) });
  return data['attended'] === false ? EVENT_WORDS.stayedAway({ what: whole }) : whole;
}

function statusWords(data: Data, names: Names): Bilingual {
  const state = text(data, 'state');
  if (state === 'dead' || state === 'emigrated') return EVENT_WORDS[state];
  const municipality = text(data, 'municipality');
  if (municipality === undefined) return EVENT_WORDS.alive;
  return EVENT_WORDS.aliveIn({ municipality: names.of(`municipality:${municipality}`) });
}

/** What was measured or answered, and the value: `Blodtryk: 148/92 mmHg`. */
function measurementWords(kind: string, data: Data): Bilingual {
  const what = wordIn(MEASURED_WORDS, kind);
  const [anxiety, depression] = [number(data, 'anxiety'), number(data, 'depression')];
  const [systolic, diastolic] = [number(data, 'systolic'), number(data, 'diastolic')];
  if (anxiety !== undefined && depression !== undefined)
    return withValue(what, MEASURED_WORDS.hadsValue({ anxiety, depression }));
  if (systolic !== undefined && diastolic !== undefined) return withValue(what, same(`${systolic}/${diastolic} mmHg`));
  return withValue(what, valueOf(data, 'score') ?? valueOf(data, 'value', unitOf(kind, data)));
}

const UNIT_OF_METHOD: Readonly<Record<string, string>> = { watt: 'W', '6mwt': 'm' };
const unitOf = (kind: string, data: Data): string | undefined =>
  kind === 'ldl' ? 'mmol/L' : UNIT_OF_METHOD[text(data, 'method') ?? ''];

function valueOf(data: Data, field: string, unit?: string): Bilingual | undefined {
  const value = number(data, field);
  const said = value === undefined ? wordOf(text(data, field)) : numberText(value);
  return said === undefined || unit === undefined ? said : join(said, ' ', same(unit));
}
const wordOf = (value: string | undefined): Bilingual | undefined =>
  value === undefined ? undefined : valueWord(value);

const withValue = (what: Bilingual, value: Bilingual | undefined): Bilingual =>
  value === undefined ? what : EVENT_WORDS.withValue({ what, value });
