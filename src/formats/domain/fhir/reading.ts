import type { Organisation } from '../../../kernel/organisation';
import type { Element } from './element';
import type { FhirTerms } from './fhir-terms';
import type { Said } from './said';

/** Where references are looked up. */
export interface Scope {
  /** The resource at an address; undefined where there is none, or where several bear it. */
  readonly find: (reference: string) => Element | undefined;
}

/** What reading a resource goes by. */
export interface Reading {
  readonly terms: FhirTerms;
  readonly scope: Scope;
  /** Who reports, where the resource does not say. */
  readonly source?: Organisation;
  /** Who reports an event of ours, whoever its elements name. */
  readonly reporter?: Organisation;
  /** When what is read was recorded, where the resource does not say. */
  readonly time?: string;
}

/** Reads what a resource of one type says; throws `RefusedHere` where all of it is refused. */
export type ReadResource = (resource: Element, reading: Reading) => readonly Said[];
