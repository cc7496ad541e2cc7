import { describeFalseAlarms } from './false-alarms.suite';
import { daily, weekly } from './simulated-sources';

describeFalseAlarms([
  ['a practice with an event a day', daily({ perDay: 1.2, weekend: 0.1, dayOff: 0.1, dispersion: 1.3 })],
  ['a practice with an event a week', daily({ perDay: 1 / 7, weekend: 1, dayOff: 1, dispersion: 1 })],
  ['a practice with an event a month', daily({ perDay: 1 / 30, weekend: 1, dayOff: 1, dispersion: 1 })],
  ['a practice that sends every Wednesday', weekly],
]);
