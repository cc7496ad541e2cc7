import { NOTE } from '../../../kernel/human-words';
import { parsePeriod } from '../../../kernel/period';
import { LEVELS } from '../../../kernel/unit';
import { PROPOSAL_DECISION_WORDS as WORDS } from '../../../kernel/words/definitions';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { PageAnswer } from '../../site/page';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { definitionPage } from './definition-page';

/** Takes the step that was posted, as whoever posted it: tries a proposed definition, approves or rejects it. */
export async function takeProposalStep(visit: Visit): Promise<PageAnswer> {
  const step = postedText(visit, 'step');
  const fault = step === 'try' ? periodFault(visit) : noteFault(visit, step);
  if (fault !== undefined) return definitionPage(visit, { faults: [fault] });
  try {
    return { to: addressOf(visit.path, { gjort: await taken(visit, step) }) };
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
    return definitionPage(visit, { refusal: say(visit, refusalWords(error)) });
  }
}

/** Takes a step; what is told of it after. */
async function taken(visit: Visit, step: string): Promise<'Tried' | 'Approved' | 'Rejected'> {
  const { api, params: named } = visit;
  const by = visit.reader?.name ?? '';
  const params = { path: { set: named['set'] ?? '', version: named['version'] ?? '' } };
  if (step === 'try') {
    const level = LEVELS.find((one) => one === postedText(visit, 'level'));
    const body = { by, period: postedText(visit, 'period'), ...(level && { level }) };
    await answered(api.POST('/api/v1/definitions/{set}/{version}/trials', { params, body }));
    return 'Tried';
  }
  const note = postedText(visit, `note-${step}`);
  const body = note === '' ? { by } : { by, note };
  if (step === 'approve') {
    await answered(api.POST('/api/v1/definitions/{set}/{version}/approve', { params, body }));
    return 'Approved';
  }
  await answered(api.POST('/api/v1/definitions/{set}/{version}/reject', { params, body }));
  return 'Rejected';
}

const REFUSALS = ['approved-already', 'rejected-already', 'not-tried', 'same-person'] as const;

const refusalWords = ({ problem }: ApiRefusal) =>
  WORDS[REFUSALS.find((one) => problem.type?.endsWith(`:${one}`) === true) ?? 'refused'];

const periodFault = (visit: Visit) =>
  parsePeriod(postedText(visit, 'period')) === undefined
    ? { field: 'period', text: say(visit, WORDS.badPeriod) }
    : undefined;

const noteFault = (visit: Visit, step: string) => {
  const field = `note-${step}`;
  const note = postedText(visit, field);
  return note === '' || NOTE.fits(note) ? undefined : { field, text: say(visit, WORDS.badNote) };
};
