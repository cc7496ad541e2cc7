import type { EventData } from './event-data';
import type { Scheme } from './organisation';

/** The kinds of source events without the `dk.rehabspor.` before and the `.v1` after (interface.md §1). */
export type EventKind = keyof EventData;

/** The names of a kind's fields, whichever shape its data has. */
type FieldOf<K extends EventKind> = EventData[K] extends infer D
  ? D extends D
    ? Extract<keyof D, string>
    : never
  : never;

/** What the program knows of a kind beside the fields its schema gives. */
interface KindOfEvent<K extends EventKind = EventKind> {
  /** The number it is stored under, in every log and store: never changed, never given again. */
  readonly code: number;
  /** The scheme a source must have to send it. */
  readonly scheme: Scheme;
  /** The field that dates the service; none for person and feed status. */
  readonly serviceDate?: FieldOf<K>;
  /** The field that names an organisation, checked as sources are. */
  readonly organisation?: FieldOf<K>;
  /** Fields in which people write freely, so that a CPR number may stand in them. */
  readonly freeText?: readonly FieldOf<K>[];
  /** What starts and stops together of it: a field that is a closed choice, or families of the codes in a field. */
  readonly family?: FieldOf<K> | { readonly field: FieldOf<K>; readonly families: CodeFamilies };
}

/** Families of codes by the prefixes of domain.md §2 and §4; the first that fits counts. */
type CodeFamilies = readonly (readonly [family: string, prefixes: readonly string[]])[];

const KINDS: { readonly [K in EventKind]: KindOfEvent<K> } = {
  'hospital.contact': { code: 0, scheme: 'hospital', serviceDate: 'startedOn' },
  'hospital.diagnosis': {
    code: 1,
    scheme: 'hospital',
    serviceDate: 'diagnosedOn',
    family: {
      field: 'code',
      families: [
        ['AMI', ['DI21', 'DI22']],
        ['IHD', ['DI20', 'DI23', 'DI24', 'DI25']],
        ['obs', ['DZ03']],
      ],
    },
  },
  'hospital.procedure': {
    code: 2,
    scheme: 'hospital',
    serviceDate: 'performedOn',
    organisation: 'performedBy',
    family: {
      field: 'code',
      families: [
        ['BUG', ['BUG']],
        ['BRXT', ['BRXT']],
        ['BVDY0', ['BVDY0']],
        ['PCI', ['KFNG']],
        ['CABG', ['KFNA', 'KFNB', 'KFNC', 'KFND', 'KFNE']],
      ],
    },
  },
  'hospital.referral': { code: 3, scheme: 'hospital', serviceDate: 'referredOn', organisation: 'to' },
  'hospital.measurement': { code: 4, scheme: 'hospital', serviceDate: 'measuredOn', family: 'kind' },
  'municipality.measurement': { code: 5, scheme: 'municipality', serviceDate: 'measuredOn', family: 'kind' },
  'general-practice.measurement': { code: 6, scheme: 'general-practice', serviceDate: 'measuredOn', family: 'kind' },
  'municipality.start': { code: 7, scheme: 'municipality', serviceDate: 'startedOn' },
  'municipality.intervention': {
    code: 8,
    scheme: 'municipality',
    serviceDate: 'deliveredOn',
    freeText: ['profession'],
    family: 'kind',
  },
  'municipality.end': { code: 9, scheme: 'municipality', serviceDate: 'endedOn', freeText: ['reason'] },
  'laboratory.result': {
    code: 10,
    scheme: 'laboratory',
    serviceDate: 'sampledOn',
    freeText: ['unit'],
    family: {
      field: 'npu',
      families: [
        ['LDL', ['NPU01568', 'NPU10171', 'AAB00101', 'AAB00102']],
        ['HbA1c', ['NPU27300']],
      ],
    },
  },
  'pharmacy.dispensing': {
    code: 11,
    scheme: 'pharmacy',
    serviceDate: 'dispensedOn',
    family: {
      field: 'atc',
      families: [
        ['statin', ['C10']],
        ['antithrombotic', ['B01A']],
      ],
    },
  },
  'patient.questionnaire': { code: 12, scheme: 'patient', serviceDate: 'answeredOn', freeText: ['instrument'] },
  'person.status': { code: 13, scheme: 'person' },
  'danheart.form': { code: 14, scheme: 'danheart', serviceDate: 'serviceOn' },
  'registry.feed-status': { code: 15, scheme: 'registry', organisation: 'organisation' },
};

/** Every kind, in the order of the table. */
export const EVENT_KINDS = Object.keys(KINDS) as readonly EventKind[];

/** A column of the table, for the paths that are run for every event. */
function column<C extends keyof KindOfEvent>(name: C): Readonly<Record<EventKind, KindOfEvent[C]>> {
  return Object.fromEntries(EVENT_KINDS.map((kind) => [kind, KINDS[kind][name]])) as Record<EventKind, KindOfEvent[C]>;
}

/** The number a kind is stored under. */
export const STORAGE_CODE = column('code');
/** The field that dates the service: the first date in the type's row; none for person and feed status. */
export const SERVICE_DATE_FIELD = column('serviceDate');
/** The data field that names an organisation. */
export const ORGANISATION_FIELD = column('organisation');
/** The fields in which people write freely. */
export const FREE_TEXT_FIELDS = column('freeText');
/** What starts and stops together. */
export const FAMILY = column('family');

const schemeByKind = column('scheme');

/** The scheme a source must have to send this kind. */
export function schemeOfKind(kind: EventKind): Scheme {
  return schemeByKind[kind];
}

const kindByCode: ReadonlyMap<number, EventKind> = new Map(EVENT_KINDS.map((kind) => [STORAGE_CODE[kind], kind]));

/** The kind stored under a number; throws for one that was never given. */
export function kindOfStorageCode(code: number): EventKind {
  const kind = kindByCode.get(code);
  if (kind === undefined)
    throw new Error(`No kind of event is stored under ${code}; was this written by a newer version?`);
  return kind;
}

const PREFIX = 'dk.rehabspor.';
const SUFFIX = '.v1';
const typeByKind = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, PREFIX + kind + SUFFIX]));
const kindByType: ReadonlyMap<string, EventKind> = new Map(EVENT_KINDS.map((kind) => [PREFIX + kind + SUFFIX, kind]));

/** The kind of a CloudEvents `type`, or undefined when the type is not known here. */
export function kindOfType(type: string): EventKind | undefined {
  return kindByType.get(type);
}

/** The CloudEvents `type` of a kind. */
export function typeOfKind(kind: EventKind): string {
  return typeByKind[kind] as string;
}
