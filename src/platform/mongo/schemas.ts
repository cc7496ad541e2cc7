import { Schema, type SchemaDefinition } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { SetAsideStage } from '../../kernel/set-aside';

/** An event by its source and id (digested), with the attempt that is to handle it or has. */
export interface ClaimedEvent {
  readonly _id: string;
  readonly content: string;
  readonly received: number;
  readonly attempt: string;
  readonly origin?: string;
}

/** A registration by its source, kind and record id (digested), with the person who sent it first. */
export interface ClaimedRegistration {
  readonly _id: string;
  readonly person: PersonKey;
}

/** An attempt that brought to its end what it had claimed events for. */
export interface ConfirmedAttempt {
  readonly _id: string;
}

/** A sealed CPR number by its person key. */
export interface SealedNumber {
  readonly _id: PersonKey;
  readonly sealed: Buffer;
}

/** A refused event by its fingerprint; what came, its receipt and its registration sealed. */
export interface RejectedEvent {
  readonly _id: string;
  readonly number: number;
  readonly received: number;
  readonly receipt: Buffer;
  readonly registration?: Buffer;
  readonly payload: Buffer;
  /** Under whose key the payload is, where it says of whom it is. */
  readonly person?: PersonKey;
  /** Until it is resolved. */
  readonly open?: true;
  readonly resolved?: number;
  /** By which it is found: a keyed digest of its source, why it was refused, and the Danish day it came in on. */
  readonly source: string;
  readonly code: string;
  readonly day: Day;
}

/** A person's events: each its offset, a blank and the event packed; in no particular order. */
export interface PersonEvents {
  readonly _id: PersonKey;
  readonly events: readonly string[];
  /** Who sent them. */
  readonly sources: readonly string[];
  /** When the first and the last of them were received, in days of UTC since 1970. */
  readonly first: number;
  readonly last: number;
}

/** One direction of a relation; the id is `person other`. */
export interface RelatedKey {
  readonly _id: string;
  readonly person: PersonKey;
  readonly other: PersonKey;
}

/** One who sent a registration that others sent too; the id is the registration's name (digested) and the person. */
export interface Sharing {
  readonly _id: string;
  readonly person: PersonKey;
  readonly record: string;
}

/** The greatest event of a shared registration, by its name (digested): the person, a blank and the event packed. */
export interface SharedRecord {
  readonly _id: string;
  readonly greatest: string;
}

/** What of two states tells which is newer: the one of more events, of equal ones the one written later. */
export interface Newness {
  readonly count: number;
  /** Milliseconds since 1970-01-01T00:00Z, told apart within one. */
  readonly at: number;
}

/** Keeps an older state from coming back. */
interface Gone extends Newness {
  readonly gone: true;
}

interface KeptState extends Newness {
  readonly pathways: number;
  /** The person's key where findings are, so that an index lists them. */
  readonly held?: PersonKey;
  readonly text: string;
}
export interface PathwayStateOfPerson {
  readonly _id: PersonKey;
  readonly state: KeptState | Gone;
}

export interface KeptDecisions extends Newness {
  readonly basisDigest: string;
  readonly on: Day;
  readonly deadline?: Day;
  /** One decision a line. */
  readonly lines: string;
}
export interface DecisionsOnPerson {
  readonly _id: PersonKey;
  readonly state: KeptDecisions | Gone;
  /** Whose the person is among processes that share the work. */
  readonly share: number;
}

/** Whoever is set aside, with what failed and why. */
export interface SetAsidePerson {
  readonly _id: PersonKey;
  readonly stage: SetAsideStage;
  readonly reason: string;
}

export interface FeedEvent {
  readonly _id: string;
  /** Counts from 1 in the order of appending. */
  readonly number: number;
  readonly event: string;
}

/** What a lane brought of an organisation's day, everything up to a place on it. */
export interface Brought {
  /** The last place counted. Comes first: of two states of a lane the one that goes further stands. */
  readonly last: number;
  /** As JSON. */
  readonly counts: string;
}

/** What an organisation delivered on a day on one lane, by all three. */
export interface DeliveryDay {
  readonly _id: string;
  readonly organisation: string;
  readonly day: Day;
  readonly brought: Brought;
}

/** A step in the life of an alarm; the id is `alarm place`. */
export interface KeptAlarmStep {
  readonly _id: string;
  readonly alarm: string;
  readonly step: string;
}

/** What people said of who may look at a person; the id is `person place`. */
export interface KeptRelationStep {
  readonly _id: string;
  readonly person: PersonKey;
  readonly step: string;
}

/** What the store as a whole was made under. */
export interface Note {
  readonly _id: string;
  readonly value: string;
}

/** A report as it was frozen, with its first step; what is long is compressed. */
export interface FrozenReportDocument {
  readonly _id: string;
  readonly question: string;
  readonly digest: string;
  readonly step: string;
  readonly basis: Buffer;
  readonly content: Buffer;
}

/** A later step; the id is the report's and the step's place. */
export interface ReportStepDocument {
  readonly _id: string;
  readonly step: string;
}

/** A definition set as it was proposed, with its first step; what is long is compressed. */
export interface ProposedSetDocument {
  readonly _id: string;
  readonly digest: string;
  readonly step: string;
  readonly content: Buffer;
  readonly text: Buffer;
}

/** A later step; the id is the set's and the step's place. */
export interface ProposalStepDocument {
  readonly _id: string;
  readonly step: string;
  readonly difference?: Buffer;
}

/** A subscription and how far it has come, both as JSON; the revision settles who comes first. */
export interface SubscriptionDocument {
  readonly _id: string;
  readonly subscription: string;
  readonly revision: number;
  readonly progress: string;
}

/** A webhook and how far it has come, both as JSON; the revision settles who comes first. */
export interface WebhookDocument {
  readonly _id: string;
  readonly webhook: string;
  readonly revision: number;
  readonly progress: string;
}

/** Looks that were logged together, as JSON; the id is the number of the first. */
export interface LooksTogether {
  readonly _id: string;
  /** At whom, so that they are found. */
  readonly persons: readonly string[];
  readonly looks: string;
}

/** A person's own key, wrapped; none where it was thrown away. */
export interface DataKey {
  readonly _id: PersonKey;
  readonly wrapped?: Buffer;
}

export interface Documents {
  claimed_events: ClaimedEvent;
  claimed_registrations: ClaimedRegistration;
  attempts: ConfirmedAttempt;
  vault: SealedNumber;
  rejected_events: RejectedEvent;
  person_events: PersonEvents;
  relations: RelatedKey;
  sharings: Sharing;
  shared_records: SharedRecord;
  pathway_states: PathwayStateOfPerson;
  decisions: DecisionsOnPerson;
  set_aside: SetAsidePerson;
  feed_events: FeedEvent;
  deliveries: DeliveryDay;
  alarm_steps: KeptAlarmStep;
  relation_steps: KeptRelationStep;
  notes: Note;
  frozen_reports: FrozenReportDocument;
  report_steps: ReportStepDocument;
  proposed_sets: ProposedSetDocument;
  proposal_steps: ProposalStepDocument;
  subscriptions: SubscriptionDocument;
  webhooks: WebhookDocument;
  looks: LooksTogether;
  data_keys: DataKey;
}
export type CollectionName = keyof Documents;

/** Collections that a rebuild writes anew beside the ones in use. */
export const REBUILT: readonly CollectionName[] = [
  'person_events',
  'relations',
  'sharings',
  'shared_records',
  'pathway_states',
];

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const bytes = { type: Buffer, required: true } as const;

/** Ids are ours; indexes are made by `MongoDatabase.ensureIndexes`, not by whoever comes first. */
const shape = (definition: SchemaDefinition): Schema =>
  new Schema({ _id: text, ...definition }, { versionKey: false, autoIndex: false, autoCreate: false });

const newness = { count: number, at: number, gone: Boolean };
const stateOf = (members: SchemaDefinition): Schema => new Schema({ ...newness, ...members }, { _id: false });

/** Every collection's shape and indexes; every look-up that is made often is by `_id` alone. */
export const SCHEMAS: { readonly [N in CollectionName]: Schema } = {
  claimed_events: shape({ content: text, received: number, attempt: text, origin: String }),
  claimed_registrations: shape({ person: text }),
  attempts: shape({}),
  vault: shape({ sealed: bytes }),
  rejected_events: shape({
    number,
    received: number,
    receipt: bytes,
    registration: Buffer,
    payload: bytes,
    person: String,
    open: Boolean,
    resolved: Number,
    source: text,
    code: String,
    day: text,
  })
    .index({ number: 1 }, { unique: true })
    .index({ open: 1, number: 1 })
    .index({ source: 1, number: 1 }),
  person_events: shape({ events: [text], sources: [text], first: number, last: number }).index({ sources: 1, _id: 1 }),
  relations: shape({ person: text, other: text }).index({ person: 1 }),
  sharings: shape({ person: text, record: text }).index({ person: 1 }).index({ record: 1 }),
  shared_records: shape({ greatest: text }),
  pathway_states: shape({ state: stateOf({ pathways: Number, held: String, text: String }) })
    .index({ 'state.pathways': 1 })
    .index({ 'state.held': 1 }),
  decisions: shape({
    state: stateOf({ basisDigest: String, on: String, deadline: String, lines: String }),
    share: number,
  })
    .index({ 'state.deadline': 1, share: 1 })
    .index({ 'state.basisDigest': 1, share: 1 }),
  set_aside: shape({ stage: text, reason: text }),
  feed_events: shape({ number, event: text }).index({ number: 1 }, { unique: true }),
  deliveries: shape({ organisation: text, day: text, brought: { last: number, counts: text } })
    .index({ organisation: 1, day: 1 })
    .index({ day: 1 }),
  alarm_steps: shape({ alarm: text, step: text }).index({ alarm: 1 }),
  relation_steps: shape({ person: text, step: text }).index({ person: 1 }),
  notes: shape({ value: text }),
  frozen_reports: shape({ question: text, digest: text, step: text, basis: bytes, content: bytes }),
  report_steps: shape({ step: text }),
  proposed_sets: shape({ digest: text, step: text, content: bytes, text: bytes }),
  proposal_steps: shape({ step: text, difference: Buffer }),
  subscriptions: shape({ subscription: text, revision: number, progress: text }),
  webhooks: shape({ webhook: text, revision: number, progress: text }),
  data_keys: shape({ wrapped: Buffer }),
  looks: shape({ persons: [text], looks: text }).index({ persons: 1 }),
};
