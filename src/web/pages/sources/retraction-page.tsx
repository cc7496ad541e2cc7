import { RETRACTION_WORDS as WORDS } from '../../../kernel/words/sources';
import { answered } from '../../site/api-refusal';
import type { LedOn, Page } from '../../site/page';
import { sourceCrumb } from './own';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import type { EventKind } from '../../../kernel/event-kinds';

/** Asks whether a registration is to be taken back. */
export function retractionPage(visit: Visit): Page {
  const { kind = '', record = '' } = visit.asked;
  const organisation = visit.params['organisation'] ?? '';
  const source = `/kilder/${organisation}`;
  return {
    title: say(visit, WORDS.title({ record })),
    crumbs: [sourceCrumb(visit, organisation)],
    main: (
      <>
        <p>{say(visit, WORDS.says)}</p>
        <form method="post" action={visit.path} class="ways-in">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="record" value={record} />
          <button type="submit" class="button button-primary">
            {say(visit, WORDS.confirm)}
          </button>{' '}
          <a class="button button-secondary" href={source}>
            {say(visit, WORDS.cancel)}
          </a>
        </form>
      </>
    ),
  };
}

/** Takes a registration of one's own back. */
export async function retract(visit: Visit): Promise<LedOn> {
  const organisation = visit.params['organisation'] ?? '';
  const body = {
    kind: postedText(visit, 'kind') as Exclude<EventKind, 'registry.feed-status'>,
    record: postedText(visit, 'record'),
  };
  await answered(
    visit.api.POST('/api/v1/sources/{organisation}/retractions', { params: { path: { organisation } }, body }),
  );
  return { to: addressOf(`/kilder/${organisation}`, { done: 'retracted' }) };
}
