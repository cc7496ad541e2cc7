import type { ReadDelivery } from '../../domain/delivered';
import { readAny } from '../../domain/fhir/read-any';
import { deliver } from '../../domain/fhir/read-resource';
import { readDelivery } from './read-delivery';

/**
 * Reads FHIR R4 (docs/formats/fhir.md): a Bundle of any type in a `.json` file, resources or Bundles one a line in an
 * `.ndjson` file, or a folder of these. Danish identifiers are those of dk-core; what codes mean stands in
 * contracts/formats/fhir. Events of ours (`writeFhir`) come back as they were.
 */
export const readFhir: ReadDelivery = (path, asked) =>
  readDelivery(path, asked, { read: (resource, where, reading) => deliver(resource, where, reading, readAny) });
