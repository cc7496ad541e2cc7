import { dayText } from '../../../kernel/localised';
import { periodTitle } from '../../../kernel/period';
import { LOOP_PAGE_WORDS as WORDS } from '../../../kernel/words/transition-pages';
import { OPEN_LOOP_WORDS } from '../../../kernel/words/transitions';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import { addressWith, say, type Visit } from '../../site/visit';
import { offsetAsked, type TransitionsAsked } from './transitions-asked';

type Loop = Shapes['OpenLoops']['loops'][number];

const STANDINGS = ['open', 'lost', 'unknown'] as const;
const PAGE = 25;
/** With no more days left it is said that it is urgent. */
const SOON_DAYS = 14;

/** The referrals nobody is known to have taken up, with the days left; undefined to whoever may not see persons. */
export async function loopsSection(visit: Visit, { query }: TransitionsAsked) {
  if (!visit.may('listOpenLoops')) return undefined;
  const standing = STANDINGS.find((one) => one === visit.asked['tilstand']) ?? 'open';
  // Whoever can still be reached was often referred after the last year that is over.
  const period = visit.asked['period'] === undefined ? 'all' : query.period;
  const asked = { ...query, period, standing, from: offsetAsked(visit, 'fra'), limit: PAGE };
  const {
    loops,
    total,
    from,
    period: shown,
  } = await answered(visit.api.GET('/api/v1/transitions/open-loops', { params: { query: asked } }));
  const end = from + loops.length;
  return (
    <section aria-labelledby="loops">
      <h2 id="loops">{say(visit, WORDS.heading)}</h2>
      <p>{say(visit, WORDS.hint)}</p>
      <nav class="level-counts" aria-label={say(visit, WORDS.which)}>
        <ul>
          {STANDINGS.map((one) => (
            <li>
              <a
                href={`${addressWith(visit, { tilstand: one, fra: undefined })}#loops`}
                aria-current={one === standing ? 'true' : undefined}
              >
                {say(visit, WORDS[one])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LoopTable
        visit={visit}
        loops={loops}
        caption={say(
          visit,
          WORDS.caption({ from: loops.length === 0 ? 0 : from + 1, to: end, total, period: periodTitle(shown) }),
        )}
      />
      {end < total ? (
        <p class="pager">
          <a href={`${addressWith(visit, { fra: end })}#loops`}>{say(visit, WORDS.next)}</a>
        </p>
      ) : undefined}
    </section>
  );
}

function LoopTable({
  visit,
  loops,
  caption,
}: {
  readonly visit: Visit;
  readonly loops: readonly Loop[];
  readonly caption: string;
}) {
  const words = OPEN_LOOP_WORDS;
  return (
    <DataTable
      caption={caption}
      rows={loops}
      empty={say(visit, WORDS.none)}
      columns={[
        {
          heading: say(visit, WORDS.patient),
          cell: ({ person }) => (
            <a href={`/personer/${person}`}>
              <code>{person}</code>
            </a>
          ),
        },
        {
          heading: say(visit, WORDS.left),
          cell: ({ daysLeft, recoverableUntil }) => (
            <>
              {say(visit, WORDS.leftDays({ count: daysLeft }))}{' '}
              {daysLeft > 0 && daysLeft <= SOON_DAYS ? (
                <span class="badge badge-warning">{say(visit, WORDS.soon)}</span>
              ) : undefined}
              <small>{say(visit, WORDS.until({ day: dayText(recoverableUntil) }))}</small>
            </>
          ),
        },
        { heading: say(visit, words.referredOn), cell: ({ referredOn }) => say(visit, dayText(referredOn)) },
        { heading: say(visit, words.daysOpen), side: 'figure', cell: ({ daysOpen }) => daysOpen },
        { heading: say(visit, words.hospital), cell: ({ hospitalName }) => hospitalName },
        { heading: say(visit, words.municipality), cell: ({ municipalityName }) => municipalityName },
      ]}
    />
  );
}
