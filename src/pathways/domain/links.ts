import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { PopulationDefinition } from '../../kernel/definition';
import { comparableCode, hasPrefix } from '../../kernel/codes';
import type { Hindrance } from '../../kernel/finding';

type Diagnosis = ClinicalEventOf<'hospital.diagnosis'>;
type Procedure = ClinicalEventOf<'hospital.procedure'>;
type Contact = ClinicalEventOf<'hospital.contact'>;

/** True when a diagnosis in force counts at all: role A or B and not refuted (interface.md §2). */
export function isValidDiagnosis({ data }: Diagnosis): boolean {
  return (data.role === 'A' || data.role === 'B') && data.refuted !== true;
}

/** Bits: which kinds of valid diagnoses stand on a contact or course. */
const IHD = 1;
const OBSERVATION = 2;
const OTHER = 4;

/** Which diagnoses the hospital records of one person are linked to: through a shared contact or course of one source. */
export class DiagnosisLinks {
  private readonly coursesOfContact = new Map<string, Set<string>>();
  /** By contact: the diagnoses on it, then those of its courses as well. */
  private readonly byContact = new Map<string, number>();
  private readonly byCourse = new Map<string, number>();

  constructor(
    contacts: readonly Contact[],
    diagnoses: readonly Diagnosis[],
    private readonly population: PopulationDefinition,
  ) {
    for (const { source, data } of contacts) {
      if (data.courseId === undefined) continue;
      const contact = `${source}\n${data.contactId}`;
      const courses = this.coursesOfContact.get(contact) ?? new Set();
      this.coursesOfContact.set(contact, courses.add(`${source}\n${data.courseId}`));
    }
    for (const diagnosis of diagnoses) {
      if (!isValidDiagnosis(diagnosis)) continue;
      const { source, data } = diagnosis;
      const bit = this.bitOf(data.code);
      if (data.courseId !== undefined) addTo(this.byCourse, `${source}\n${data.courseId}`, bit);
      if (data.contactId !== undefined) addTo(this.byContact, `${source}\n${data.contactId}`, bit);
    }
    // A diagnosis stands on every course of its contact, and then a contact has what stands on any of its courses.
    for (const [contact, courses] of this.coursesOfContact) {
      const bits = this.byContact.get(contact) ?? 0;
      if (bits !== 0) for (const course of courses) addTo(this.byCourse, course, bits);
    }
    for (const [contact, courses] of this.coursesOfContact) {
      for (const course of courses) addTo(this.byContact, contact, this.byCourse.get(course) ?? 0);
    }
  }

  /** Why the linked diagnoses let a service or procedure not count (R10, R11); undefined when one of them is IHD. */
  hindranceOf({ source, data }: Procedure): Hindrance | undefined {
    let linked = 0;
    if (data.courseId !== undefined) linked |= this.byCourse.get(`${source}\n${data.courseId}`) ?? 0;
    if (data.contactId !== undefined) linked |= this.byContact.get(`${source}\n${data.contactId}`) ?? 0;
    if ((linked & IHD) !== 0) return undefined;
    if (linked === 0) return 'MISSING_DIAGNOSIS';
    return linked === OBSERVATION ? 'OBS_DIAGNOSIS_ONLY' : 'OTHER_DIAGNOSIS_ONLY';
  }

  private bitOf(sent: string): number {
    const code = comparableCode(sent);
    if (hasPrefix(code, this.population.diagnoses.ihd)) return IHD;
    return hasPrefix(code, this.population.diagnoses.observation) ? OBSERVATION : OTHER;
  }
}

function addTo(places: Map<string, number>, place: string, bits: number): void {
  places.set(place, (places.get(place) ?? 0) | bits);
}
