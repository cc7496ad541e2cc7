import { dayNumber } from '../../kernel/day';
import type { Journey } from '../../kernel/journey';
import { SlotSpans } from './slot-spans';

/** The way between the sectors of each slot's pathway, where it is known. */
export class JourneyColumn {
  readonly journeys: (Journey | undefined)[];
  private readonly travelled: SlotSpans;

  constructor(journeys: readonly (Journey | undefined)[], capacity: number) {
    this.journeys = [...journeys];
    this.travelled = new SlotSpans(capacity);
    this.journeys.forEach((journey, slot) => this.set(slot, journey));
  }

  set(slot: number, journey: Journey | undefined): void {
    this.journeys[slot] = journey;
    this.travelled.clear(slot);
    for (const { on } of journey?.referrals ?? []) this.travelled.widen(slot, dayNumber(on));
    for (const { on } of journey?.starts ?? []) this.travelled.widen(slot, dayNumber(on));
  }

  /** False when a slot has no referral or municipal start from one day number to another. */
  meets(slot: number, from: number, to: number): boolean {
    return this.travelled.meets(slot, from, to);
  }

  grow(capacity: number): void {
    this.travelled.grow(capacity);
  }
}
