/** Code systems by the URI that names them everywhere: SKS (Sundhedsvæsenets Klassifikations System) and its diagnoses, NPU, ATC, LOINC, UCUM. */
export const SKS = 'urn:oid:1.2.208.176.2.4';
export const SKS_DIAGNOSES = 'urn:oid:1.2.208.176.2.4.12';
export const NPU = 'urn:oid:1.2.208.176.2.1';
export const ATC = 'http://www.whocc.no/atc';
export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';
