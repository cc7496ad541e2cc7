import { earlierDay, type Day } from '../../src/kernel/day';
import type { Decision } from '../../src/kernel/decision';
import type { SourceEvent } from '../../test/synthetic/fixture';
import type { Asked } from './said';

/** A person's new event: an LDL result that turns the outcome of `ldl` over, as an event and as DuckDB is told. */
export interface NewEvent {
  readonly person: string;
  readonly event: SourceEvent;
  readonly result: { readonly on: Day; readonly npu: string; readonly unit: string; readonly value: number };
}

interface Candidate {
  readonly person: string;
  readonly cpr: string;
  /** What is decided of the person's LDL. */
  readonly ldl: Decision | undefined;
}

const TURNED = ['met', 'not-met', 'unknown'];
const [npu, unit] = ['NPU01568', 'mmol/L'];

/** New events of the first so many whose LDL is decided, each of another person. */
export function newEvents(candidates: readonly Candidate[], { asOf }: Asked, many: number): NewEvent[] {
  return candidates
    .flatMap(({ person, cpr, ldl }) =>
      ldl !== undefined && TURNED.includes(ldl.outcome) ? [{ person, cpr, ldl }] : [],
    )
    .slice(0, many)
    .map(({ person, cpr, ldl }, at) => {
      const on = earlierDay(ldl.window.to, asOf);
      const value = ldl.outcome === 'met' ? 3.1 : 1.2;
      const id = `new-${at}`;
      const time = `${on}T22:00:00+01:00`;
      const event = {
        specversion: '1.0',
        ...{
          id,
          source: 'laboratory:lab-database',
          type: 'dk.rehabspor.laboratory.result.v1',
          time,
          receivedtime: time,
        },
        data: { cpr, recordId: id, npu, value, unit, sampledOn: on },
      };
      return { person, event, result: { on, npu, unit, value } };
    });
}
