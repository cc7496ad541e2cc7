import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { PopulationDefinition } from '../../kernel/definition';
import { comparableCode, hasPrefix } from '../../kernel/codes';
import type { Hindrance } from '../../kernel/finding';

type Diagnosis = ClinicalEventOf<'hospital.diagnosis'>;
type Procedure = ClinicalEventOf<'hospital.procedure'>;
type Contact = ClinicalEventOf<'hospital.contact'>;
type Linkable = Diagnosis | Procedure;

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
  private readonly coursesOfContact = new Map<string, string[]>();
  private readonly diagnoses = new Map<string, number>();

  constructor(
    contacts: readonly Contact[],
    diagnoses: readonly Diagnosis[],
    private readonly population: PopulationDefinition,
  ) {
    for (const { source, data } of contacts) {
      if (data.courseId === undefined) continue;
      const contact = `${source}\n${data.contactId}`;
      const courses = this.coursesOfContact.get(contact);
      if (courses === undefined) this.coursesOfContact.set(contact, [data.courseId]);
      else courses.push(data.courseId);
    }
    for (const diagnosis of diagnoses) {
      if (!isValidDiagnosis(diagnosis)) continue;
      const bit = this.bitOf(diagnosis.data.code);
      this.eachPlace(diagnosis, (place) => this.diagnoses.set(place, (this.diagnoses.get(place) ?? 0) | bit));
    }
  }

  /** Why the linked diagnoses let a service or procedure not count (R10, R11); undefined when one of them is IHD. */
  hindranceOf(procedure: Procedure): Hindrance | undefined {
    let linked = 0;
    this.eachPlace(procedure, (place) => {
      linked |= this.diagnoses.get(place) ?? 0;
    });
    if ((linked & IHD) !== 0) return undefined;
    if (linked === 0) return 'MISSING_DIAGNOSIS';
    return linked === OBSERVATION ? 'OBS_DIAGNOSIS_ONLY' : 'OTHER_DIAGNOSIS_ONLY';
  }

  private bitOf(sent: string): number {
    const code = comparableCode(sent);
    if (hasPrefix(code, this.population.diagnoses.ihd)) return IHD;
    return hasPrefix(code, this.population.diagnoses.observation) ? OBSERVATION : OTHER;
  }

  /** A record's contact, its own course, and the courses its contact belongs to. */
  private eachPlace({ source, data }: Linkable, visit: (place: string) => void): void {
    if (data.courseId !== undefined) visit(`f\n${source}\n${data.courseId}`);
    if (data.contactId === undefined) return;
    visit(`k\n${source}\n${data.contactId}`);
    for (const course of this.coursesOfContact.get(`${source}\n${data.contactId}`) ?? [])
      visit(`f\n${source}\n${course}`);
  }
}
