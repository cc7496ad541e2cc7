/** How an interval is computed: Clopper–Pearson or Wilson. */
export const INTERVAL_METHODS = ['exact', 'wilson'] as const;
export type IntervalMethod = (typeof INTERVAL_METHODS)[number];
