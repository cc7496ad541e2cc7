import { hospital } from '../support/sectors';
import { about, ANNA, BO, CARLA, DAVID, ELSE, FINN, type SourceEvent } from '../support/source-event';

const h = hospital();
const D0 = '2023-02-01';

/** Six patients whose blood pressures and diets lie on either side of what a definition may ask for. */
export const PATIENTS: readonly SourceEvent[] = [
  // 138/85 in the second month.
  ...about(ANNA, h.pci(D0), h.bloodPressure(138, 85, '2023-03-15')),
  // 125/80 in the second month.
  ...about(BO, h.pci(D0), h.bloodPressure(125, 80, '2023-03-15')),
  // 150/95: too high by any rule.
  ...about(CARLA, h.pci(D0), h.bloodPressure(150, 95, '2023-03-15')),
  // 128/80, but only in the ninth month.
  ...about(DAVID, h.pci(D0), h.bloodPressure(128, 80, '2023-10-15')),
  // In need of diet treatment by a score of 65, and treated.
  ...about(ELSE, h.pci(D0), h.dietScore(65, '2023-03-01'), h.service('BUG1', '2023-03-20', { cpr: ELSE })),
  // In need by a score of 50, with a BUG code on a referral alone.
  ...about(
    FINN,
    h.pci(D0),
    h.dietScore(50, '2023-03-01'),
    h.service('BUG1', '2023-03-20', { cpr: FINN, purpose: 'referral' }),
  ),
];
