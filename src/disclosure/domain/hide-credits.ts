import type { Sector } from '../../kernel/organisation';
import type { Credits, CreditShare, Fraction, Overlap } from '../../counting/domain/credits';
import type { Contributor } from '../../counting/domain/mark';
import { hideInTable, type ShownTable } from './hide-in-table';
import { isSmall } from './small';

/** A share whose numbers are null where they are hidden. */
interface ShownShare<K> {
  readonly credited: K;
  readonly first: number | null;
  readonly shared: Fraction | null;
  readonly any: number | null;
}

/** Credits without the small numbers and what would tell them. */
export interface ShownCredits {
  readonly numerator: number | null;
  readonly documentedBySeveral: number | null;
  readonly documentedBySeveralSectors: number | null;
  readonly further: { readonly organisations: number | null; readonly sectors: number | null };
  readonly sectors: readonly ShownShare<Sector>[];
  readonly organisations: readonly ShownShare<Contributor>[];
  readonly overlaps: readonly (Omit<Overlap, 'count'> & { readonly count: number | null })[];
}

/**
 * Hides small credits: an organisation's numbers are hidden under every rule when they have to be under one, for they
 * tell each other; a sector is the sum of its organisations, and the numerator that of the sectors.
 */
export function hideSmallCredits(credits: Credits, threshold: number): ShownCredits {
  const tables = (['first', 'any'] as const).map((rule) =>
    hideInTable(
      {
        columns: [rule],
        rows: credits.organisations.map(({ credited, [rule]: count }) => ({
          key: credited.organisation,
          group: credited.sector,
          counts: [count],
        })),
      },
      threshold,
    ),
  );
  const isShown = (of: (table: ShownTable) => readonly { key: string; total: number | null }[], key: string): boolean =>
    tables.every((table) => of(table).find((row) => row.key === key)?.total !== null);
  const shownIf = <K>(share: CreditShare<K>, shown: boolean): ShownShare<K> =>
    shown ? share : { credited: share.credited, first: null, shared: null, any: null };
  const unlessSmall = (count: number): number | null => (isSmall(count, threshold) ? null : count);
  const isWhole = tables.every(({ totals }) => totals.total !== null);
  const pairs = hideInTable(
    {
      columns: ['count'],
      rows: credits.overlaps.map(({ organisations, count }) => ({
        key: organisations.map(({ organisation }) => organisation).join(' '),
        counts: [count],
      })),
    },
    threshold,
  );
  return {
    numerator: isWhole ? credits.numerator : null,
    documentedBySeveral: isWhole ? unlessSmall(credits.documentedBySeveral) : null,
    documentedBySeveralSectors: isWhole ? unlessSmall(credits.documentedBySeveralSectors) : null,
    further: {
      organisations: isWhole ? unlessSmall(credits.further.organisations) : null,
      sectors: isWhole ? unlessSmall(credits.further.sectors) : null,
    },
    sectors: credits.sectors.map((share) =>
      shownIf(
        share,
        isShown(({ groups }) => groups, share.credited),
      ),
    ),
    organisations: credits.organisations.map((share) =>
      shownIf(
        share,
        isShown(({ rows }) => rows, share.credited.organisation),
      ),
    ),
    overlaps: credits.overlaps.map((overlap, at) => ({ ...overlap, count: pairs.rows[at]?.total ?? null })),
  };
}
