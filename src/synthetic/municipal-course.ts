import type { Chronicle } from './chronicle';
import { REHABILITATION } from './rates';

/** A municipal course as it will turn out; days are day numbers. */
export interface MunicipalCourse {
  readonly source: string;
  readonly courseId: string;
  readonly from: number;
  readonly planned: number;
  readonly attended: number;
  readonly outcome: 'completed' | 'stopped' | 'died';
  readonly to: number;
}

/** Draws a course: about 29 % stop before 80 % of the sessions [P], the rest complete, unless death comes first. */
export function drawMunicipalCourse(
  { random, patient, newKey }: Chronicle,
  from: number,
  source: string,
): MunicipalCourse {
  const planned = random.int(8, 12) * 2;
  const stops = random.chance(REHABILITATION.dropsOut);
  const attended = stops
    ? random.int(1, Math.floor(planned * 0.75))
    : Math.min(planned, Math.ceil(planned * 0.8) + random.int(0, Math.ceil(planned * 0.2)));
  const to = from + (stops ? 7 + Math.ceil((attended * 7) / 2) : random.int(70, 100));
  const died = patient.departure?.state === 'dead' && patient.departure.on >= from && patient.departure.on <= to;
  const outcome = died ? 'died' : stops ? 'stopped' : 'completed';
  return {
    source,
    courseId: newKey('f'),
    from,
    planned,
    attended,
    outcome,
    to: died ? (patient.departure?.on ?? to) : to,
  };
}
