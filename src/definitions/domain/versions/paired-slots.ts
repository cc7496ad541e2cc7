import type { Cases } from '../../../counting/domain/cases';

/** The same pathway in two sets of columns; -1 where it is in one of them only. */
export interface SlotPair {
  readonly before: number;
  readonly after: number;
}

/** Pairs pathways by person and index day: a changed population may number them otherwise. Each pathway comes once. */
export function pairedSlots(before: Cases, after: Cases): SlotPair[] {
  const slotsAfter = new Map<string, number>();
  eachSlot(after, (name, slot) => slotsAfter.set(name, slot));
  const pairs: SlotPair[] = [];
  eachSlot(before, (name, slot) => {
    pairs.push({ before: slot, after: slotsAfter.get(name) ?? -1 });
    slotsAfter.delete(name);
  });
  for (const slot of slotsAfter.values()) pairs.push({ before: -1, after: slot });
  return pairs;
}

function eachSlot(cases: Cases, visit: (name: string, slot: number) => void): void {
  for (const slot of cases.slotsOfPathways()) {
    visit(`${cases.personAt(slot)} ${cases.pathwayAt(slot).indexDay}`, slot);
  }
}
