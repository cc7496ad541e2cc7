import { valueWord } from '../../kernel/coded-value';
import type { DecisionValue } from '../../kernel/decision';
import type { IndicatorDefinition, Measure, Measures } from '../../kernel/definition';
import { both, joined, NOTHING, type Bilingual } from '../../kernel/language';
import { measureRead } from '../../kernel/measures';
import { READING_WORDS } from '../../kernel/words/explanations';
import { boundsText, goalText, isOneNumber, numbersText } from './number-text';

/** An indicator, the measure it reads, where it reads one, and what that is held against, where it is held against numbers. */
export interface ExplainedIndicator {
  readonly definition: IndicatorDefinition;
  readonly measure?: { readonly key: string; readonly measure: Measure };
  readonly goal: Bilingual;
}

/** An indicator as it is explained; throws where it reads a measure that is none of those given. */
export function explainedIndicator(definition: IndicatorDefinition, measures: Measures): ExplainedIndicator {
  const measure = measureRead(definition, measures);
  const goal = goalOf(definition, measure?.measure);
  return measure === undefined ? { definition, goal } : { definition, measure, goal };
}

function goalOf({ value: rule }: IndicatorDefinition, measure: Measure | undefined): Bilingual {
  if (rule?.rule === 'limits') return goalText(rule.allOf, measure);
  return rule?.rule === 'laboratory' ? boundsText(rule) : NOTHING;
}

/** What was read, in the words of its measure, and what it is held against. */
export function readingText(value: DecisionValue, { definition, measure: read, goal }: ExplainedIndicator): Bilingual {
  const { value: rule, subject } = definition;
  const at = (name: string): string | number => value[name] ?? '';
  switch (rule?.rule) {
    case 'share':
      return READING_WORDS.share({
        attended: at('attended'),
        planned: at('planned'),
        percent: rule.atLeastPercent,
      });
    case 'change': {
      const { title, unit } = methodOf(String(value['method']), read?.measure);
      return READING_WORDS.change({
        ...{ method: title, start: at('start'), end: at('end') },
        ...{ unit: unitText(unit), percent: rule.atLeastPercent },
      });
    }
    case 'status':
      return joined([read?.measure.title ?? subject, valueWord(String(value['smokingStatus']))], ' ');
    case 'limits':
      return READING_WORDS.latest({
        subject,
        colon: isOneNumber(rule.allOf, read?.measure) ? '' : ':',
        reading: numbersText(value, rule.allOf, read?.measure),
        unit: unitText(read?.measure.unit),
        goal,
      });
    case 'laboratory':
      return READING_WORDS.latest({
        subject,
        colon: '',
        reading: at(read?.key ?? ''),
        unit: unitText(String(value['unit'])),
        goal,
      });
    case undefined:
      return subject;
  }
}

function methodOf(name: string, measure: Measure | undefined): { readonly title: Bilingual; readonly unit?: string } {
  const { methods = {} } = measure ?? {};
  return (Object.hasOwn(methods, name) ? methods[name] : undefined) ?? { title: both(name, name) };
}

const unitText = (unit: string | undefined): string => (unit === undefined ? '' : ` ${unit}`);
