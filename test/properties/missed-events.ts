import { addDays } from '../../src/kernel/day';
import type { Fact } from '../../src/kernel/pathway';
import { hospital, laboratory, municipality, pharmacy } from '../support/sectors';
import type { Extra, SourceEvent } from '../support/source-event';

/** Recorded long after, as the last word on its day. */
const MUCH_LATER = 90;

/** The events by which a source would have reported a fact of a person, had it reported. */
export function eventsOf(fact: Fact, cpr: string): SourceEvent[] {
  const { on, source } = fact;
  const day = fact.time < 0 ? on : addDays(on, MUCH_LATER);
  const extra: Extra = { cpr, time: `${day}T00:00:01+01:00` };
  const code = source.slice(source.indexOf(':') + 1);
  if (fact.sector === 'hospital') return hospitalEvents(fact, source, extra);
  if (fact.sector === 'municipality') return [municipalEvent(fact, code, extra)];
  if (fact.kind === 'laboratory') return [laboratory.ldl(fact.value, on, extra)];
  if (fact.kind === 'dispensing') return [pharmacy.dispensing(fact.atc, on, extra)];
  throw new Error(`Nobody reports a ${fact.kind} of ${fact.sector} here.`);
}

const SERVICE_CODES = { participation: 'BVDY04', diet: 'BUG1', 'smoking-cessation': 'BRXT1' } as const;

function hospitalEvents(fact: Fact, source: string, extra: Extra): SourceEvent[] {
  const { service } = hospital(source);
  if (fact.kind === 'participation' || fact.kind === 'diet' || fact.kind === 'smoking-cessation') {
    return service(SERVICE_CODES[fact.kind], fact.on, { purpose: 'delivered', ...extra });
  }
  return [hospital(source).measurement(fact.on, measured(fact), extra)];
}

function municipalEvent(fact: Fact, code: string, extra: Extra): SourceEvent {
  const { start, end, intervention, measurement } = municipality(code);
  const { on } = fact;
  switch (fact.kind) {
    case 'participation':
      return start(on, { courseId: 'missed', ...extra });
    case 'municipal-start':
      return start(on, { courseId: fact.course, plannedSessions: fact.planned, ...extra });
    case 'municipal-end':
      return end(on, {
        ...{ courseId: fact.course, attendedSessions: fact.attended, plannedSessions: fact.planned },
        ...extra,
      });
    case 'diet':
    case 'smoking-cessation':
      return intervention(fact.kind, on, extra);
    default:
      return measurement(on, measured(fact), extra);
  }
}

/** What a measurement says, as hospitals and municipalities write it. */
function measured(fact: Fact): Extra {
  switch (fact.kind) {
    case 'hads':
      return { kind: 'hads', anxiety: fact.anxiety, depression: fact.depression };
    case 'blood-pressure':
      return { kind: 'blood-pressure', systolic: fact.systolic, diastolic: fact.diastolic };
    case 'hjertekost':
      return { kind: 'hjertekost', score: fact.score };
    case 'smoking-status':
      return { kind: 'smoking-status', value: fact.status };
    case 'exercise-capacity':
      return { kind: 'exercise-capacity', method: fact.method, phase: fact.phase, value: fact.value };
    default:
      throw new Error(`A ${fact.kind} is not measured.`);
  }
}
