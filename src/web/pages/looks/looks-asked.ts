import { addDays, isDay } from '../../../kernel/day';
import { isPersonKey } from '../../../kernel/person-key-form';
import { LOOKS_CHOICE_WORDS as CHOICE, LOOKS_PAGE_WORDS as WORDS } from '../../../kernel/words/looks';
import { PURPOSE_WORDS } from '../../../kernel/words/mine';
import type { Bilingual } from '../../../kernel/language';
import type { Choice } from '../../parts/choices';
import { numberAsked } from '../../parts/numbered-page';
import { startOfDay } from '../../parts/moments';
import { unitOptions, type Unit } from '../../parts/units';
import { say, type Visit } from '../../site/visit';

/** By what the log is asked. */
const ASKED_BY = ['person', 'subject', 'organisation', 'purpose', 'from', 'until'] as const;

const PURPOSES = Object.keys(PURPOSE_WORDS) as readonly (keyof typeof PURPOSE_WORDS)[];

/** What is asked of the log, as the API is asked it, and what of it cannot be used. */
export function looksAsked(visit: Pick<Visit, 'asked'>) {
  const { person, subject, organisation, from, until } = visit.asked;
  const before = numberAsked(visit, 'before');
  const purpose = PURPOSES.find((one) => one === visit.asked['purpose']);
  const isBadPerson = person !== undefined && !isPersonKey(person);
  const isBadDay = [from, until].some((day) => day !== undefined && !isDay(day));
  const moments = {
    ...(from === undefined || !isDay(from) ? undefined : { from: startOfDay(from) }),
    ...(until === undefined || !isDay(until) ? undefined : { until: startOfDay(addDays(until, 1)) }),
  };
  return {
    moments,
    query: {
      ...moments,
      ...(person === undefined || isBadPerson ? undefined : { person }),
      ...(subject === undefined ? undefined : { subject }),
      ...(organisation === undefined ? undefined : { organisation }),
      ...(purpose === undefined ? undefined : { purpose }),
      ...(before === undefined ? undefined : { before }),
    },
    faults: [...(isBadPerson ? [WORDS.badPerson] : []), ...(isBadDay ? [WORDS.badDay] : [])] as readonly Bilingual[],
  };
}

/** What the log can be asked by. */
export function looksChoices(visit: Visit, units: readonly Unit[]): readonly Choice[] {
  const all = { value: '', text: say(visit, CHOICE.all) };
  const places = units.filter(({ level }) => level === 'hospital' || level === 'municipality');
  const options = {
    organisation: [all, ...unitOptions(places)],
    purpose: [all, ...PURPOSES.map((value) => ({ value, text: say(visit, PURPOSE_WORDS[value]) }))],
  };
  return ASKED_BY.map((name) => ({
    name,
    label: say(visit, CHOICE[name]),
    value: visit.asked[name] ?? '',
    ...(name === 'from' || name === 'until' ? { type: 'date' as const } : undefined),
    ...(name === 'organisation' || name === 'purpose' ? { options: options[name] } : undefined),
  }));
}
