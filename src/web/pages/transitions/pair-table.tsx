import { percentText } from '../../../kernel/figures';
import { numberText } from '../../../kernel/localised';
import { TRANSITION_COLUMN_WORDS } from '../../../kernel/words/transitions';
import { TRANSITION_PAGE_WORDS as WORDS } from '../../../kernel/words/transition-pages';
import { DataTable } from '../../parts/data-table';
import { addressWith, say, type Visit } from '../../site/visit';
import { mostLostFirst, type Pair } from './pair-order';
import { offsetAsked } from './transitions-asked';

const PAGE = 25;

/** The pairs of hospital and municipality, those with most lost first, each leading to its own flow. */
export function PairTable({ visit, pairs }: { readonly visit: Visit; readonly pairs: readonly Pair[] }) {
  const from = offsetAsked(visit, 'par');
  const shown = mostLostFirst(pairs).slice(from, from + PAGE);
  const end = from + shown.length;
  const figure = (value: number | null) => (value === null ? '–' : say(visit, numberText(value)));
  const words = TRANSITION_COLUMN_WORDS;
  const count = (heading: (typeof words)['referred'], of: (pair: Pair) => number | null) => ({
    heading: say(visit, heading),
    side: 'figure' as const,
    cell: (pair: Pair) => figure(of(pair)),
  });
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{say(visit, WORDS.pairs)}</h2>
      <p>{say(visit, WORDS.pairsHint)}</p>
      <DataTable
        caption={say(
          visit,
          WORDS.pairsCaption({ from: shown.length === 0 ? 0 : from + 1, to: end, total: pairs.length }),
        )}
        rows={shown}
        empty={say(visit, WORDS.none)}
        columns={[
          { heading: say(visit, WORDS.pair), cell: (pair) => <PairName visit={visit} pair={pair} /> },
          {
            heading: say(visit, WORDS.lost),
            side: 'figure',
            cell: ({ lost, referred }) =>
              say(
                visit,
                WORDS.lostShare({
                  count: lost,
                  percent: percentText(referred === 0 ? null : (100 * lost) / referred, visit.language),
                }),
              ),
          },
          count(words.referred, ({ referred }) => referred),
          count(words.started, ({ started }) => started),
          count(words.open, ({ open }) => open),
          count(words.unknown, ({ unknown }) => unknown),
          count(words.completed, ({ endings }) => endings.completed),
          count(words.stopped, ({ endings }) => endings.stopped),
          count(WORDS.daysToStart, ({ daysToStart }) => daysToStart.median),
        ]}
      />
      <p class="pager">
        {from === 0 ? undefined : (
          <a href={`${addressWith(visit, { par: undefined })}#pairs`}>{say(visit, WORDS.first)}</a>
        )}
        {end < pairs.length ? (
          <a href={`${addressWith(visit, { par: end })}#pairs`}>{say(visit, WORDS.next)}</a>
        ) : undefined}
      </p>
    </section>
  );
}

function PairName({ visit, pair: { hospital, municipality } }: { readonly visit: Visit; readonly pair: Pair }) {
  const at = addressWith(visit, {
    ...{ hospital: hospital.id, municipality: municipality.id },
    ...{ par: undefined, fra: undefined },
  });
  return <a href={at}>{say(visit, WORDS.pairName({ from: hospital.name, to: municipality.name }))}</a>;
}
