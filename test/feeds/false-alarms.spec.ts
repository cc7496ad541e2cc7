import { describeFalseAlarms } from './false-alarms.suite';
import { daily, monthly } from './simulated-sources';

describeFalseAlarms([
  ['a large hospital', daily({ perDay: 40, weekend: 0.4, dayOff: 0.3, dispersion: 2.5 })],
  ['a small hospital', daily({ perDay: 6, weekend: 0.3, dayOff: 0.2, dispersion: 2 })],
  [
    'a hospital that delivers on weekdays only',
    daily({ perDay: 12, weekend: 0, dayOff: 0, dispersion: 2, outages: 6 }),
  ],
  [
    'a hospital that grows by half a year',
    daily({ perDay: 8, weekend: 0.5, dayOff: 0.4, dispersion: 1.5, trend: 1.5 }),
  ],
  [
    'a hospital that shrinks by half a year',
    daily({ perDay: 8, weekend: 0.5, dayOff: 0.4, dispersion: 1.5, trend: 0.5 }),
  ],
  ['a municipality that delivers once a month', monthly(40, 8)],
  ['a small municipality', monthly(4, 5)],
]);
