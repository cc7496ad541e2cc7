import type { DecisionValue } from '../../kernel/decision';
import type { Bilingual, IndicatorDefinition, Measure } from '../../kernel/definition';
import { goalText, isOneNumber, numbersText } from './number-text';
import { both, smokingStatus, spokenNumber } from './wording';

/** An indicator and the measure it reads, where it reads one. */
export interface ExplainedIndicator {
  readonly definition: IndicatorDefinition;
  readonly measure?: { readonly key: string; readonly measure: Measure };
}

/** What was read, in the words of its measure, and what it is held against. */
export function readingText(value: DecisionValue, { definition, measure: read }: ExplainedIndicator): Bilingual {
  const { value: rule, subject } = definition;
  switch (rule?.rule) {
    case 'share':
      return both(
        `${value['attended']} af ${value['planned']} planlagte gange (krav: mindst ${rule.atLeastPercent} %)`,
        `${value['attended']} of ${value['planned']} planned sessions (required: at least ${rule.atLeastPercent} %)`,
      );
    case 'change': {
      const method = methodOf(String(value['method']), read?.measure);
      const unit = unitText(method.unit);
      const [start, end] = [spokenNumber(value['start'] ?? ''), spokenNumber(value['end'] ?? '')];
      return both(
        `${method.title.da} fra ${start.da} til ${end.da}${unit} (krav: mindst ${rule.atLeastPercent} % af starttesten)`,
        `${method.title.en} from ${start.en} to ${end.en}${unit} (required: at least ${rule.atLeastPercent} % of the start test)`,
      );
    }
    case 'status': {
      const status = smokingStatus(String(value['smokingStatus']));
      const title = read?.measure.title ?? subject;
      return both(`${title.da} ${status.da}`, `${title.en} ${status.en}`);
    }
    case 'limits': {
      const [numbers, goal] = [numbersText(value, rule.allOf, read?.measure), goalText(rule.allOf, read?.measure)];
      const colon = isOneNumber(rule.allOf, read?.measure) ? '' : ':';
      return latest(subject, colon, numbers, unitText(read?.measure.unit), goal);
    }
    case 'laboratory': {
      const reading = spokenNumber(value[read?.key ?? ''] ?? '');
      return latest(
        subject,
        '',
        reading,
        unitText(String(value['unit'])),
        goalText([{ field: '', ...rule }], undefined),
      );
    }
    case undefined:
      return subject;
  }
}

function latest(subject: Bilingual, colon: string, reading: Bilingual, unit: string, goal: Bilingual): Bilingual {
  return both(
    `seneste ${subject.da}${colon} ${reading.da}${unit} (mål: ${goal.da})`,
    `latest ${subject.en}${colon} ${reading.en}${unit} (target: ${goal.en})`,
  );
}

function methodOf(name: string, measure: Measure | undefined): { readonly title: Bilingual; readonly unit?: string } {
  const { methods = {} } = measure ?? {};
  return (Object.hasOwn(methods, name) ? methods[name] : undefined) ?? { title: both(name, name) };
}

const unitText = (unit: string | undefined): string => (unit === undefined ? '' : ` ${unit}`);
