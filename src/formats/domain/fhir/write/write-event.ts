import { createHash } from 'node:crypto';
import type { Extension, FhirResource, Identifier } from 'fhir/r4';
import type { EventKind } from '../../../../kernel/event-kinds';
import { readCpr } from '../../../../kernel/cpr';
import { formatInstant, parseInstant } from '../../../../kernel/instant';
import type { WrittenEvent } from '../../written-event';
import type { Element } from '../element';
import { RECORD_SYSTEM } from '../identity';
import { EVENT_EXTENSION } from '../own-event';
import type { Reading, Scope } from '../reading';
import { readAny } from '../read-any';
import { valuesRead } from '../read-resource';
import { writeContact, writeDiagnosis, writeProcedure, writeReferral } from './hospital';
import { writeMeasurement, writeResult } from './measurement';
import { writeEnd, writeIntervention, writeStart } from './municipality';
import { writeForm, writeQuestionnaire } from './questionnaire';
import { writeDispensing, writeFeedStatus, writeStatus } from './register';
import type { WriteResource, WrittenCodes } from './writing';

const WRITERS: Readonly<Record<EventKind, WriteResource>> = {
  'hospital.contact': writeContact,
  'hospital.diagnosis': writeDiagnosis,
  'hospital.procedure': writeProcedure,
  'hospital.referral': writeReferral,
  'hospital.measurement': writeMeasurement,
  'municipality.measurement': writeMeasurement,
  'general-practice.measurement': writeMeasurement,
  'municipality.start': writeStart,
  'municipality.intervention': writeIntervention,
  'municipality.end': writeEnd,
  'laboratory.result': writeResult,
  'pharmacy.dispensing': writeDispensing,
  'patient.questionnaire': writeQuestionnaire,
  'person.status': writeStatus,
  'danheart.form': writeForm,
  'registry.feed-status': writeFeedStatus,
};

const NOWHERE: Scope = { find: () => undefined };
const ENVELOPE: ReadonlySet<string> = new Set(['cpr', 'recordId', 'version', 'status']);
/** What R4 takes for an `instant`. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):\d\d|[+-]14:00)$/;

/** An event as an entry of its person's Bundle. */
export interface WrittenEntry {
  readonly fullUrl: string;
  readonly resource: FhirResource;
}

/** The ten digits of the person an event is about; undefined without a CPR number. */
export function personOf({ cpr }: WrittenEvent['data']): string | undefined {
  return typeof cpr === 'string' ? readCpr(cpr)?.digits : undefined;
}

/** The entry of the person that a Bundle is of, born when the number says. */
export function patientEntry(person: string, codes: WrittenCodes): WrittenEntry {
  const id = uuidOf('person', person);
  const identifier = [{ use: 'official' as const, system: codes.terms.cpr, value: person }];
  const born = readCpr(person)?.born;
  const birthDate = born === undefined ? undefined : { birthDate: born };
  return { fullUrl: `urn:uuid:${id}`, resource: { resourceType: 'Patient', id, identifier, ...birthDate } };
}

/**
 * An event as a resource that reads back as the same event: what its elements do not bring back stands in its extension
 * `event`, found by reading the resource as a delivery is. Throws `RangeError` for numbers that JSON programs do not hold.
 */
export function writeEvent(event: WrittenEvent, person: string | undefined, codes: WrittenCodes): WrittenEntry {
  const { id, source, kind, data } = event;
  const subject = { reference: `urn:uuid:${uuidOf('person', person ?? '')}` };
  const body = WRITERS[kind](data, { codes, source, subject, retracted: data['status'] === 'retracted' });
  const resource = { ...body, id: uuidOf(source, id) } as FhirResource & { identifier?: unknown };
  const record: Identifier = { system: RECORD_SYSTEM + source, value: String(data['recordId']) };
  resource.identifier = identifiers(resource, record, person, codes);
  const instant = INSTANT.test(event.time) ? event.time : formatInstant(parseInstant(event.time) ?? 0);
  const version = versionOf(data);
  resource.meta = { ...(version !== undefined && { versionId: String(version) }), lastUpdated: instant };
  const values = valuesRead(resource as unknown as Element, kind, readingOf(source, codes), readAny);
  const extension = eventExtension(event, { instant, person, values, version });
  (resource as { extension?: readonly Extension[] }).extension = [extension, ...extensionsOf(body)];
  return { fullUrl: `urn:uuid:${resource.id}`, resource };
}

const readingOf = (source: string, { terms }: WrittenCodes): Reading => ({
  terms,
  scope: NOWHERE,
  source,
  reporter: source,
});

const extensionsOf = (body: FhirResource): readonly Extension[] =>
  (body as { extension?: readonly Extension[] }).extension ?? [];

/** The registration's identity first; a Patient's own number with it; of a QuestionnaireResponse only one. */
function identifiers(
  resource: { readonly resourceType: string; readonly identifier?: unknown },
  record: Identifier,
  person: string | undefined,
  { terms }: WrittenCodes,
): unknown {
  if (resource.resourceType === 'QuestionnaireResponse') return record;
  const own = resource.resourceType === 'Patient' ? [{ system: terms.cpr, value: person }] : [];
  return [record, ...own, ...((resource.identifier as readonly Identifier[] | undefined) ?? [])];
}

const versionOf = ({ version }: WrittenEvent['data']): number | undefined =>
  typeof version === 'number' && Number.isSafeInteger(version) && version >= 1 ? version : undefined;

interface Told {
  readonly instant: string;
  readonly person: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly version: number | undefined;
}

function eventExtension({ id, kind, time, receivedtime, data }: WrittenEvent, told: Told): Extension {
  const parts: Extension[] = [
    { url: 'id', valueString: id },
    { url: 'kind', valueCode: kind },
  ];
  const say = (url: string, valueString: string | undefined): void => {
    if (typeof valueString === 'string') parts.push({ url, valueString });
  };
  say('time', time === told.instant ? undefined : time);
  say('received', receivedtime);
  const { status, cpr } = data;
  if (status === 'active' || status === 'retracted') parts.push({ url: 'status', valueCode: status });
  say('cpr', typeof cpr === 'string' && cpr !== told.person ? cpr : undefined);
  const { fields, without } = differences(data, told);
  if (fields !== undefined) say('fields', JSON.stringify(fields));
  for (const name of without) say('without', name);
  return { url: EVENT_EXTENSION, extension: parts };
}

/** What of the data the elements do not bring back as it is, and what they bring back that is not there. */
function differences(
  data: WrittenEvent['data'],
  { values, version }: Told,
): { fields: Record<string, unknown> | undefined; without: readonly string[] } {
  let fields: Record<string, unknown> | undefined;
  for (const name of Object.keys(data)) {
    if (isInEnvelope(name, data, version) || isSame(values[name], data[name])) continue;
    fields ??= {};
    fields[name] = data[name];
  }
  return { fields, without: Object.keys(values).filter((name) => !(name in data)) };
}

function isInEnvelope(name: string, { status }: WrittenEvent['data'], version: number | undefined): boolean {
  if (!ENVELOPE.has(name)) return false;
  if (name === 'version') return version !== undefined;
  return name !== 'status' || status === 'active' || status === 'retracted';
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));

/** A name-based UUID (version 8, SHA-256): the same for the same names. */
function uuidOf(...names: readonly string[]): string {
  const hex = createHash('sha256').update(names.join('\0')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
