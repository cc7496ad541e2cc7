/**
 * How often things happen in the synthetic population. [P] stated in a public source named in domain.md; [W] chosen so
 * that the population is plausible, not an official number.
 */

export const PERSON = {
  men: 0.7, // [W] about seven in ten with ischaemic heart disease
  meanAge: 66, // [W]
  womenOlderBy: 4, // [W]
  ageDeviation: 11, // [W]
  under18: 0.004, // [W] outside the population, so that the rule is met in practice
  under40: 0.02, // [W]
  smoker: 0.25, // [W]
  formerSmoker: 0.4, // [W]
  diabetes: 0.2, // [W]
  dies: 0.045, // [W] within a year of the index day
  emigrates: 0.003, // [W]
  moves: 0.03, // [W]
  changesNumber: 0.004, // [W]
  wrongNumberChange: 0.001, // [W] retracted again
  secondPathway: 0.06, // [W] more than a year later
} as const;

export const INDEX = {
  refuted: 0.008, // [W] R11b
  withoutDiagnosis: 0.015, // [W] R10
  observation: 0.025, // [W] R11
  observationConfirmed: 0.7, // [W] R11b
  courseOnly: 0.25, // [W] LPR procedures often know only the course
  directlyToInvasive: 0.5, // [W]
} as const;

export const REHABILITATION = {
  /**
   * True participation. What can be seen comes out at about 45 % of pathways, because 42 municipalities do not report
   * [P: DHRD annual report 2024, domain.md §1]; the loss is the software's subject.
   */
  participates: 0.52,
  startsInMunicipality: 0.3, // [W]
  continuesInMunicipality: 0.5, // [W]
  referred: 0.65, // [W]
  referredWithoutStart: 0.25, // [W] open loops (R14b)
  dropsOut: 0.29, // [P: Front Rehabil Sci 2022, domain.md §4]
  quits: 0.3, // [W] of smokers, at the latest status
  hjertekostUnder75: 0.5, // [W] R13b
  capacityGain: 0.65, // [W] at least 10 % more
  bloodPressureControlled: 0.7, // [W]
  dietDelivered: 0.55, // [W]
  cessationDelivered: 0.45, // [W]
  purposeReferral: 0.14, // [W] R13, R14
  performedElsewhere: 0.02, // [W] R02
  rehabilitationWithoutDiagnosis: 0.02, // [W] R10
  secondHads: 0.65, // [W]
} as const;

export const REGISTERS = {
  antithrombotic: 0.95, // [W] after the target of indicator 11
  statin: 0.9, // [W] after the target of indicator 12
  ldlAtTarget: 0.55, // [W]
  ldlAsBound: 0.02, // [W]
  otherUnit: 0.006, // [W]
  questionnaire: 0.2, // [W] "coming"
  generalPracticeFrom2024: 0.6, // [W]
  generalPracticeBefore: 0.08, // [W] R12e: information
} as const;

export const FEEDS = {
  notConnected: 42 / 98, // [P: DHRD annual report 2024]
  silentFrom: '2023-09-01', // after [P]: deliveries stopped when a platform was replaced
} as const;

export const DELIVERIES = {
  late: 0.03, // [W] weeks or months
  repeated: 0.015, // [W]
  corrected: 0.012, // [W] of measured values
  retracted: 0.004, // [W]
  bad: 0.003, // [W] must be rejected
} as const;
