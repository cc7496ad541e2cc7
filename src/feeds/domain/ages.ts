import { sumOfAges, type Ages } from '../../kernel/delivery';
import type { History, Part } from './history';

/** Age in days that nine of ten events usually do not exceed. */
const USUAL_SHARE = 0.9;

/** How old what came new on the days `from`..`to` (indices) was, of all kinds together. */
export function agesBetween({ parts }: Pick<History, 'parts'>, from: number, to: number): Ages {
  let sum: Ages = {};
  for (const { family, ages } of parts) {
    if (family !== undefined) continue;
    for (const [at, own] of ages) if (at >= from && at <= to) sum = sumOfAges(sum, own);
  }
  return sum;
}

/** The age in days that nine of ten of these events do not exceed; undefined without events that know their age. */
export function usualAge(ages: Ages): number | undefined {
  const entries = Object.entries(ages).map(([age, events]) => [Number(age), events] as const);
  const all = entries.reduce((sum, [, events]) => sum + events, 0);
  if (all === 0) return undefined;
  let passed = 0;
  for (const [age, events] of entries.sort(([a], [b]) => a - b)) {
    passed += events;
    if (passed >= USUAL_SHARE * all) return age;
  }
  return undefined;
}

/** The share of these events that is older than an age in days; 0 without events. */
export function shareOlder(ages: Ages, than: number): number {
  let [older, all] = [0, 0];
  for (const [age, events] of Object.entries(ages)) {
    all += events;
    if (Number(age) > than) older += events;
  }
  return all === 0 ? 0 : older / all;
}

/** Events of a part by the day they are dated on (index), as known at the end of the day at index `until`. */
export function datedOn({ ages }: Part, length: number, until: number): Float64Array {
  const dated = new Float64Array(length);
  for (const [at, own] of ages) {
    if (at > until) continue;
    for (const [age, events] of Object.entries(own)) {
      const on = at - Number(age);
      if (on >= 0) dated[on] = (dated[on] ?? 0) + events;
    }
  }
  return dated;
}
