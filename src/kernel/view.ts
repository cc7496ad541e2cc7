import { parsePeriod, type Period } from './period';

/**
 * As what numbers are shown. `exact`: as they were counted, for the registry's own staff. `published`: perturbed, of
 * fixed periods as of today only, for everyone else.
 */
export const VIEWS = ['exact', 'published'] as const;
export type View = (typeof VIEWS)[number];

/** What was asked is not for the view the program shows; the message says what to do. */
export class NotInView extends Error {}

/** What a question may ask for beside units and indicators. */
export interface AskedOfView {
  readonly period?: string;
  readonly by?: string;
  readonly asOf?: unknown;
  readonly knownAt?: unknown;
  readonly definition?: unknown;
}

/** A part of a question that a view does not know, with what to do. */
export interface BeyondView {
  readonly path: keyof AskedOfView;
  readonly remedy: string;
}

const PUBLISHED_PERIOD_FORMS =
  'a calendar year (2023), quarter (2023Q1), tertial (2023T1), the reporting year 2021/22 or 2022-bridging';

/** Years, quarters, tertials and the two historic periods: everyone gets the same cells, so nobody can cut out a day. */
export const isFixedPeriod = ({ name }: Pick<Period, 'name'>): boolean =>
  /^(\d{4}([QT]\d)?|2021\/22|2022-bridging)$/.test(name);

/**
 * What the published view does not know of a question: whoever chose days, moments or definitions could subtract one
 * table from another that has a patient less.
 */
export function beyondPublished({ period, by, asOf, knownAt, definition }: AskedOfView): BeyondView[] {
  const only = 'only the exact view knows it; the published view shows what is known today';
  const parsed = period === undefined ? undefined : parsePeriod(period);
  return [
    ...(parsed === undefined || isFixedPeriod(parsed)
      ? []
      : [{ path: 'period' as const, remedy: `must be ${PUBLISHED_PERIOD_FORMS} in the published view` }]),
    ...(by === 'month'
      ? [{ path: 'by' as const, remedy: 'must be quarter, tertial or year in the published view' }]
      : []),
    ...(asOf === undefined ? [] : [{ path: 'asOf' as const, remedy: only }]),
    ...(knownAt === undefined ? [] : [{ path: 'knownAt' as const, remedy: only }]),
    ...(definition === undefined
      ? []
      : [{ path: 'definition' as const, remedy: 'only the exact view counts under other definitions' }]),
  ];
}
