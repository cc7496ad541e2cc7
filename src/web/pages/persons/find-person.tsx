import { NOTE } from '../../../kernel/human-words';
import { readCpr } from '../../../kernel/cpr';
import type { Bilingual } from '../../../kernel/language';
import { ASSERT_RELATION_WORDS, FIND_PERSON_WORDS as WORDS } from '../../../kernel/words/persons';
import { FaultSummary } from '../../parts/fault-summary';
import { FormGroup } from '../../parts/form-group';
import { ApiRefusal } from '../../site/api-refusal';
import type { Page, PageAnswer } from '../../site/page';
import { postedText, say, type Visit } from '../../site/visit';

/** What is wrong with what was written, by field; and whether a relation has to be asserted. */
interface Tried {
  readonly cpr?: Bilingual;
  readonly reason?: Bilingual;
  readonly asksForRelation?: boolean;
}

/** Where a person is asked for by number, and where a relation is asserted when there is none. */
export function findPage(visit: Visit, tried: Tried = {}): Page {
  const { cpr, reason } = tried;
  const faults = [
    ...(cpr === undefined ? [] : [{ field: 'cpr', text: say(visit, cpr) }]),
    ...(reason === undefined ? [] : [{ field: 'reason', text: say(visit, reason) }]),
  ];
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    ...(faults.length === 0 ? undefined : { status: 400 }),
    main: (
      <>
        <FaultSummary heading={say(visit, WORDS.faults)} faults={faults} />
        <form action="/personer" method="post" class="narrow" novalidate>
          <FormGroup
            id="cpr"
            label={say(visit, WORDS.cpr)}
            hint={say(visit, WORDS.hint)}
            fault={cpr === undefined ? undefined : say(visit, cpr)}
          >
            {(described) => (
              <input
                class="form-input"
                type="text"
                inputMode="numeric"
                autocomplete="off"
                value={postedText(visit, 'cpr')}
                {...described}
              />
            )}
          </FormGroup>
          {tried.asksForRelation === true ? <AssertRelation visit={visit} fault={reason} /> : undefined}
          <button type="submit" class="button button-primary">
            {say(visit, tried.asksForRelation === true ? ASSERT_RELATION_WORDS.send : WORDS.find)}
          </button>
        </form>
        {visit.isDemo ? <p class="form-hint">{say(visit, WORDS.demo)}</p> : undefined}
      </>
    ),
  };
}

function AssertRelation({ visit, fault }: { readonly visit: Visit; readonly fault: Bilingual | undefined }) {
  const words = ASSERT_RELATION_WORDS;
  return (
    <section aria-labelledby="no-relation">
      <h2 id="no-relation" class="h4">
        {say(visit, words.heading)}
      </h2>
      <p>{say(visit, words.says)}</p>
      <input type="hidden" name="asserts" value="yes" />
      <FormGroup
        id="reason"
        label={say(visit, words.reason)}
        hint={say(visit, words.hint)}
        fault={fault === undefined ? undefined : say(visit, fault)}
      >
        {(described) => (
          <textarea class="form-input" rows={3} maxLength={2000} {...described}>
            {postedText(visit, 'reason')}
          </textarea>
        )}
      </FormGroup>
    </section>
  );
}

/** Finds the person of a posted number, and asserts a relation with a reason where that is posted too. */
export async function findPosted(visit: Visit): Promise<PageAnswer> {
  const cpr = postedText(visit, 'cpr');
  const asserts = postedText(visit, 'asserts') === 'yes' && visit.may('assertRelation');
  if (readCpr(cpr) === undefined) return findPage(visit, { cpr: WORDS.badCpr, asksForRelation: asserts });
  return asserts ? asserted(visit, cpr) : found(visit, cpr);
}

async function found(visit: Visit, cpr: string): Promise<PageAnswer> {
  const { data, error, response } = await visit.api.POST('/api/v1/persons/lookup', { body: { cpr } });
  if (data !== undefined) return { to: `/personer/${data.person}` };
  if (response.status === 404) return findPage(visit, { cpr: WORDS.unknown });
  if (response.status === 403 && visit.may('assertRelation')) return findPage(visit, { asksForRelation: true });
  throw new ApiRefusal(response.status, error ?? {});
}

async function asserted(visit: Visit, cpr: string): Promise<PageAnswer> {
  const reason = postedText(visit, 'reason');
  if (!NOTE.fits(reason)) return findPage(visit, { asksForRelation: true, reason: ASSERT_RELATION_WORDS.badReason });
  const { data, error, response } = await visit.api.POST('/api/v1/persons/relations', { body: { cpr, reason } });
  if (data !== undefined) return { to: `/personer/${data.person}?asserted=${data.relation.until ?? ''}` };
  if (response.status === 404) return findPage(visit, { cpr: WORDS.unknown, asksForRelation: true });
  throw new ApiRefusal(response.status, error ?? {});
}
