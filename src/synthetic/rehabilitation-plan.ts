import { dayNumber } from '../kernel/day';
import type { Chronicle } from './chronicle';
import { drawHads, type HadsScore, laterHads } from './measurement';
import type { Smoking } from './patient';
import { REHABILITATION } from './rates';

/** What will happen to a patient in rehabilitation, before anyone registers any of it; days are day numbers. */
export interface RehabilitationPlan {
  /** First day at the hospital, when the hospital does a part. */
  readonly hospitalFrom?: number;
  /** First day in the municipality, when it does a part. */
  readonly municipalityFrom?: number;
  readonly referredOn?: number;
  readonly firstHads: HadsScore;
  readonly secondHads: HadsScore;
  readonly hjertekost: number;
  readonly wantsDiet: boolean;
  readonly smoking: Smoking;
  readonly laterSmoking: Smoking;
  readonly wantsCessation: boolean;
}

/** Draws the plan of the pathway that begins on the index day. */
export function planRehabilitation(chronicle: Chronicle, indexDay: number): RehabilitationPlan {
  const { random, patient } = chronicle;
  const firstHads = drawHads(random);
  const hjertekost = random.chance(REHABILITATION.hjertekostUnder75) ? random.int(35, 74) : random.int(75, 98);
  const quits = patient.smoking === 'smoker' && random.chance(REHABILITATION.quits);
  return {
    ...drawPlaces(chronicle, indexDay),
    firstHads,
    secondHads: laterHads(random, firstHads),
    hjertekost,
    wantsDiet: random.chance(hjertekost < 75 ? REHABILITATION.dietDelivered : REHABILITATION.dietDelivered / 2),
    smoking: patient.smoking,
    laterSmoking: quits ? 'former-smoker' : patient.smoking,
    wantsCessation: patient.smoking === 'smoker' && random.chance(REHABILITATION.cessationDelivered),
  };
}

type Places = Pick<RehabilitationPlan, 'hospitalFrom' | 'municipalityFrom' | 'referredOn'>;

/** So that even a small population has a course that begins on a DanHeart form and ends elsewhere (R20, R24). */
const ALWAYS_FROM_HOSPITAL = dayNumber('2022-12-01');

function drawPlaces({ random }: Chronicle, indexDay: number): Places {
  if (indexDay === ALWAYS_FROM_HOSPITAL) return { hospitalFrom: indexDay + 7 };
  const referredOn = indexDay + random.int(2, 12);
  if (!random.chance(REHABILITATION.participates)) {
    return random.chance(REHABILITATION.referredWithoutStart) ? { referredOn } : {};
  }
  if (random.chance(REHABILITATION.startsInMunicipality)) {
    const municipalityFrom = indexDay + random.int(18, 75);
    return random.chance(REHABILITATION.referred) ? { municipalityFrom, referredOn } : { municipalityFrom };
  }
  const hospitalFrom = indexDay + random.int(7, 35);
  if (!random.chance(REHABILITATION.continuesInMunicipality)) return { hospitalFrom };
  return { hospitalFrom, referredOn: hospitalFrom, municipalityFrom: hospitalFrom + random.int(10, 60) };
}
