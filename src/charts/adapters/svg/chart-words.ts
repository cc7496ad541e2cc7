import type { Bilingual } from '../../../kernel/definition';
import type { FeedMark } from '../../domain/chart-count';
import type { ControlSignal } from '../../../counting/domain/statistics/control-signals';
import type { FunnelPlace } from '../../../counting/domain/statistics/funnel';
import type { PeriodStep } from '../../../counting/domain/period-sequence';
import type { ChangeMeaning } from '../../../counting/domain/statistics/change';

export const PLACE_WORDS: Readonly<Record<FunnelPlace, Bilingual>> = {
  'below-outer': { da: 'under 99,8 %-grænsen', en: 'below the 99.8 % limit' },
  'below-inner': { da: 'under 95 %-grænsen', en: 'below the 95 % limit' },
  inside: { da: 'inden for grænserne', en: 'within the limits' },
  'above-inner': { da: 'over 95 %-grænsen', en: 'above the 95 % limit' },
  'above-outer': { da: 'over 99,8 %-grænsen', en: 'above the 99.8 % limit' },
};

export const SIGNAL_WORDS: Readonly<Record<ControlSignal, Bilingual>> = {
  outside: { da: 'uden for grænserne', en: 'outside the limits' },
  run: { da: '8 på samme side', en: '8 on one side' },
  trend: { da: '6 i samme retning', en: '6 in one direction' },
};

export const FEED_WORDS: Readonly<Record<Exclude<FeedMark, 'whole'>, Bilingual>> = {
  touched: { da: 'enkelte kilder tavse', en: 'some sources silent' },
  disturbed: { da: 'forstyrret: kilder tavse', en: 'disturbed: sources silent' },
};

export const CHANGE_WORDS: Readonly<Record<ChangeMeaning, Bilingual>> = {
  better: { da: 'bedre end før', en: 'better than before' },
  worse: { da: 'dårligere end før', en: 'worse than before' },
  none: { da: 'ingen sikker ændring', en: 'no sure change' },
};

export const STEP_WORDS: Readonly<Record<PeriodStep, Bilingual>> = {
  month: { da: 'måned', en: 'month' },
  quarter: { da: 'kvartal', en: 'quarter' },
  tertial: { da: 'tertial', en: 'tertial' },
  year: { da: 'år', en: 'year' },
  reporting: { da: 'rapporteringsperiode', en: 'reporting period' },
};

export const CHART_WORDS = {
  funnel: { da: 'Tragtdiagram', en: 'Funnel plot' },
  control: { da: 'Kontrolkort', en: 'Control chart' },
  trend: { da: 'Udvikling', en: 'Trend' },
  levels: { da: 'Målopfyldelse', en: 'Goal achievement' },
  decided: { da: 'Afgjorte forløb', en: 'Decided pathways' },
  share: { da: 'Andel', en: 'Share' },
  overall: { da: 'Alle enheder', en: 'All units' },
  limits: { da: '95 %- og 99,8 %-grænser', en: '95 % and 99.8 % limits' },
  centre: { da: 'Midterlinje', en: 'Centre line' },
  threeDeviations: { da: '± 3 SD', en: '± 3 SD' },
  baseline: { da: 'basisperiode', en: 'baseline' },
  noBaseline: { da: 'for få perioder til grænser', en: 'too few periods for limits' },
  moving: { da: 'endnu ikke fastlåst', en: 'not frozen yet' },
  interval: { da: '95 %-sikkerhedsinterval', en: '95 % confidence interval' },
  target: { da: 'Mål', en: 'Target' },
  asOf: { da: 'pr.', en: 'as of' },
  knownAt: { da: 'kendt', en: 'known at' },
  nothing: { da: 'Ingen afgjorte forløb', en: 'No decided pathways' },
  without: { da: 'uden afgjorte forløb', en: 'without decided pathways' },
  hidden: { da: 'skjult: for få', en: 'hidden: too few' },
  unit: { da: 'Enhed', en: 'Unit' },
  noValue: { da: 'ingen andel', en: 'no share' },
} as const satisfies Readonly<Record<string, Bilingual>>;
