/** The address of a code system of ours. */
export const codeSystem = (name: string): string => `urn:rehabspor:fhir:CodeSystem/${name}`;

/** The address of a questionnaire of ours, before its name. */
export const QUESTIONNAIRE = 'urn:rehabspor:fhir:Questionnaire/';
