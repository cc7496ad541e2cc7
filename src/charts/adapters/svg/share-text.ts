import type { ChartShare } from '../../domain/chart-share';
import { percentText } from '../../../kernel/figures';
import type { Language } from '../../../kernel/language';
import { CHART_WORDS, FEED_MARK_WORDS } from '../../../kernel/words/charts';

/** A share in words: `72,4 % (63 / 87), 95 %-sikkerhedsinterval 61,8–81,5 %`. */
export function shareWords(share: ChartShare, language: Language): string {
  const { percent, numerator, denominator, interval, feeds, tooFew } = share;
  const feedWords = feeds === 'whole' ? [] : [FEED_MARK_WORDS[feeds][language]];
  if (percent === null) return [CHART_WORDS.nothing[language], ...feedWords].join(', ');
  const range =
    interval === null
      ? []
      : [`${CHART_WORDS.interval[language]} ${rangeText(interval.lower, interval.upper, language)}`];
  const few = tooFew ? [CHART_WORDS.tooFew[language]] : [];
  const counted = `${percentText(percent, language)} (${numerator} / ${denominator})`;
  return [counted, ...range, ...few, ...feedWords].join(', ');
}

/** `61,8–81,5 %`. */
function rangeText(lower: number, upper: number, language: Language): string {
  return `${percentText(lower, language).slice(0, -2)}–${percentText(upper, language)}`;
}
