import { dayFromNumber } from '../kernel/day';
import type { Chronicle, Told } from './chronicle';
import type { HospitalInput } from './organisation-input';
import { runningTotals } from './random';
import { INDEX } from './rates';

/** What brings a patient into the population, with its weight among a thousand [W]. */
const COURSES = [
  { course: 'ami-pci', weight: 400 },
  { course: 'ami', weight: 190 },
  { course: 'pci', weight: 290 },
  { course: 'cabg', weight: 120 },
] as const;
type Course = (typeof COURSES)[number]['course'];
const courseTotals = runningTotals(COURSES.map(({ weight }) => weight));

const AMI = ['DI214', 'DI214', 'DI211', 'DI210', 'DI219', 'DI213', 'DI221'] as const;
const ISCHAEMIC = ['DI251', 'DI209', 'DI200', 'DI251B', 'DI258'] as const;
const OBSERVATION = ['DZ034', 'DZ035'] as const;
const PCI = ['KFNG02', 'KFNG05', 'KFNG05A', 'KFNG02A'] as const;
const CABG = ['KFNC10', 'KFNC20', 'KFNA00', 'KFNE00'] as const;
/** Side diagnoses and how often they stand beside the first. */
const SIDE = [
  { code: 'DI109', rate: 0.5 },
  { code: 'DE785', rate: 0.4 },
  { code: 'DI489', rate: 0.12 },
  { code: 'DJ449', rate: 0.1 },
] as const;

/** A stay in a hospital to which diagnoses and procedures are linked. */
export interface Contact {
  readonly source: string;
  readonly contactId: string;
  readonly courseId: string;
  readonly on: number;
}

/** Tells a contact with its course element. */
export function tellContact(
  chronicle: Chronicle,
  source: string,
  on: number,
  days: number,
  mode = 'physical',
  courseId = chronicle.newKey('f'),
): Contact {
  const contactId = chronicle.newKey('k');
  const fields = `,"contactId":"${contactId}","courseId":"${courseId}","mode":"${mode}","startedOn":"${dayFromNumber(on)}"`;
  // LPR sends a contact again when it ends; an outpatient contact is whole at once.
  const told = chronicle.tell(
    'hospital.contact',
    source,
    on,
    days > 1 ? fields : `${fields},"endedOn":"${dayFromNumber(on)}"`,
  );
  if (days > 1) chronicle.amend(told, on + days, `${fields},"endedOn":"${dayFromNumber(on + days)}"`);
  return { source, contactId, courseId, on };
}

/** Tells a diagnosis; LPR links it to the contact only. */
export function tellDiagnosis(
  chronicle: Chronicle,
  { source, contactId }: Contact,
  code: string,
  role: 'A' | 'B',
  on: number,
): Told | undefined {
  const fields = diagnosisFields(contactId, code, role, on);
  return chronicle.tell('hospital.diagnosis', source, on, fields);
}

const diagnosisFields = (contactId: string, code: string, role: 'A' | 'B', on: number): string =>
  `,"contactId":"${contactId}","code":"${code}","role":"${role}","diagnosedOn":"${dayFromNumber(on)}"`;

/** Tells a procedure, linked to the contact or, as often in LPR, to the course only. */
export function tellProcedure(
  chronicle: Chronicle,
  contact: Contact,
  code: string,
  on: number,
  more = '',
): Told | undefined {
  const link = chronicle.random.chance(INDEX.courseOnly)
    ? `,"courseId":"${contact.courseId}"`
    : `,"contactId":"${contact.contactId}","courseId":"${contact.courseId}"`;
  const fields = `${link},"code":"${code}","performedOn":"${dayFromNumber(on)}"${more}`;
  return chronicle.tell('hospital.procedure', contact.source, on, fields);
}

/** Tells the event that makes a person an index patient (or is held back), at the local and an invasive hospital. */
export function tellIndexEvent(chronicle: Chronicle, on: number, invasive: HospitalInput): Contact {
  const { random, patient } = chronicle;
  const course: Course = (COURSES[random.share(courseTotals)] ?? COURSES[0]).course;
  const local = `hospital:${patient.hospital.sor}`;
  const centre = `hospital:${invasive.sor}`;
  if (course === 'ami') {
    const stay = tellContact(chronicle, local, on, random.int(2, 7));
    tellInfarction(chronicle, stay);
    tellSideDiagnoses(chronicle, stay);
    return stay;
  }
  const begunLocally = course === 'ami-pci' && local !== centre && !random.chance(INDEX.directlyToInvasive);
  if (begunLocally) tellInfarction(chronicle, tellContact(chronicle, local, on, 1));
  const stay = tellContact(chronicle, centre, on, random.int(2, course === 'cabg' ? 9 : 4));
  tellGrounds(chronicle, stay, course);
  tellSideDiagnoses(chronicle, stay);
  tellProcedure(
    chronicle,
    stay,
    random.pick(course === 'cabg' ? CABG : PCI),
    on + (begunLocally ? random.int(0, 1) : 0),
  );
  return stay;
}

function tellInfarction(chronicle: Chronicle, stay: Contact): void {
  const { random } = chronicle;
  const code = random.pick(AMI);
  const told = tellDiagnosis(chronicle, stay, code, 'A', stay.on);
  if (random.chance(INDEX.refuted)) {
    const fields = diagnosisFields(stay.contactId, code, 'A', stay.on);
    chronicle.amend(told, stay.on + random.int(5, 60), `${fields},"refuted":true`);
  }
}

/** The diagnosis on which a procedure stands: none, only observation (perhaps confirmed later), or a real one. */
function tellGrounds(chronicle: Chronicle, stay: Contact, course: Course): void {
  const { random } = chronicle;
  if (random.chance(INDEX.withoutDiagnosis)) return;
  if (random.chance(INDEX.observation)) {
    tellDiagnosis(chronicle, stay, random.pick(OBSERVATION), 'A', stay.on);
    if (!random.chance(INDEX.observationConfirmed)) return;
    tellDiagnosis(chronicle, stay, random.pick(ISCHAEMIC), 'A', stay.on + random.int(3, 21));
    return;
  }
  if (course === 'ami-pci') tellInfarction(chronicle, stay);
  else tellDiagnosis(chronicle, stay, random.pick(ISCHAEMIC), 'A', stay.on);
}

function tellSideDiagnoses(chronicle: Chronicle, stay: Contact): void {
  for (const { code, rate } of SIDE) {
    if (chronicle.random.chance(rate)) tellDiagnosis(chronicle, stay, code, 'B', stay.on);
  }
  if (chronicle.patient.diabetes) tellDiagnosis(chronicle, stay, 'DE119', 'B', stay.on);
}
