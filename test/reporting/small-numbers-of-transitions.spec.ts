import loadHighs, { type LegacyHighs } from 'highs';
import { addDays } from '../../src/kernel/day';
import type { Journey } from '../../src/kernel/journey';
import { countCoverage } from '../../src/reporting/domain/patient-coverage/coverage';
