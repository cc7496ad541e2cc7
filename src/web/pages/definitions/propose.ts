import { NOTE } from '../../../kernel/human-words';
import { PROPOSAL_DECISION_WORDS, PROPOSAL_FORM_WORDS as WORDS } from '../../../kernel/words/definitions';
import type { FieldFault } from '../../parts/fault-summary';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { PageAnswer } from '../../site/page';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { indicatorChosen, proposalPage, toChange } from './proposal-page';
import { numberField, ruleNumberName, unitField } from './rule-number-form';
import { numberIn, ruleNumberFault, ruleNumbers, withRuleNumbers } from './rule-numbers';
import { pageOf } from './versions';

/** Proposes what was posted: numbers of one indicator changed in the definition in force, or a whole definition. */
export async function propose(visit: Visit): Promise<PageAnswer> {
  if (!visit.may('proposeDefinition')) return proposalPage(visit);
  return postedText(visit, 'do') === 'whole' ? proposeWhole(visit) : proposeNumbers(visit);
}

async function proposeWhole(visit: Visit): Promise<PageAnswer> {
  const text = postedText(visit, 'text');
  const faults = [
    ...(text === '' ? [{ field: 'text', text: say(visit, WORDS.noText) }] : []),
    ...noteFaults(visit, 'note-whole'),
  ];
  return faults.length > 0 ? proposalPage(visit, { faults }) : proposeText(visit, text, 'note-whole', 'text');
}

async function proposeNumbers(visit: Visit): Promise<PageAnswer> {
  const { full, version } = await toChange(visit);
  const key = indicatorChosen(visit, full);
  const indicator = full.set.indicators.find((one) => one.key === key);
  const numbers = indicator === undefined ? [] : ruleNumbers(indicator);
  const faults: FieldFault[] = noteFaults(visit, 'note');
  const changed = new Map<string, number | string>();
  for (const number of numbers) {
    const text = postedText(visit, numberField(number));
    const fault = ruleNumberFault(number, text);
    if (fault !== undefined) {
      faults.push({
        field: numberField(number),
        text: say(visit, WORDS[fault]({ name: ruleNumberName(number, full) })),
      });
      continue;
    }
    const unit = number.unit && (postedText(visit, unitField(number)) === 'm' ? 'm' : 'd');
    const value = numberIn(text);
    if (value === number.value && unit === number.unit) continue;
    changed.set(number.path, unit === undefined ? value : `${value}${unit}`);
  }
  const first = numbers[0];
  if (faults.length === 0 && changed.size === 0 && first !== undefined)
    faults.push({ field: numberField(first), text: say(visit, WORDS.nothingChanged) });
  if (faults.length > 0 || first === undefined) return proposalPage(visit, { faults });
  const set = withRuleNumbers(full.set, key, version, changed);
  return proposeText(visit, JSON.stringify(set, null, 2), 'note', numberField(first));
}

/** Puts a text forward; what cannot be decided by is told at a field. */
async function proposeText(visit: Visit, definitions: string, noteName: string, field: string): Promise<PageAnswer> {
  const note = postedText(visit, noteName);
  const body = { definitions, by: visit.reader?.name ?? '', ...(note === '' ? undefined : { note }) };
  try {
    const { definition } = await answered(visit.api.POST('/api/v1/definitions', { body }));
    return { to: addressOf(pageOf(definition), { gjort: 'Proposed' }) };
  } catch (error) {
    if (!(error instanceof ApiRefusal) || (error.status !== 400 && error.status !== 409)) throw error;
    if (error.status === 409) return proposalPage(visit, { faults: [{ field, text: say(visit, WORDS.taken) }] });
    const places = error.problem.errors ?? [];
    return proposalPage(visit, {
      faults: [{ field, text: say(visit, WORDS.refused({ count: places.length })) }],
      places,
    });
  }
}

function noteFaults(visit: Visit, field: string): FieldFault[] {
  const note = postedText(visit, field);
  return note === '' || NOTE.fits(note) ? [] : [{ field, text: say(visit, PROPOSAL_DECISION_WORDS.badNote) }];
}
