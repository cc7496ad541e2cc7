import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FHIR_FAULT_WORDS } from '../../../kernel/words/fhir-files';
import { FileError } from '../../../platform/file-error';
import { DeliveryFault } from '../../domain/delivery-fault';

/** The files of a delivery in the order of their names, and those of the folder that are of another kind. */
export interface DeliveryFiles {
  readonly files: readonly string[];
  readonly others: readonly string[];
}

const READ = /\.(json|ndjson)$/;

/** The FHIR files at a path: itself, or those of a folder and the folders in it. Throws `DeliveryFault` for none. */
export function deliveryFiles(path: string): DeliveryFiles {
  if (!isFolder(path)) return { files: [path], others: [] };
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = names.filter((name) => READ.test(name));
  if (files.length === 0) throw new DeliveryFault([FHIR_FAULT_WORDS.empty({ file: basename(path) })]);
  return { files, others: names.filter((name) => !READ.test(name)) };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw FileError.reading(path, error);
  }
}
