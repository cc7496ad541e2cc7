import { join } from 'node:path';
import { normalForm } from '../../../src/kernel/digest';
import type { Delivered, DeliveryAsked, ReadDelivery, Refused, Statement } from '../../../src/formats/domain/delivered';
import { DeliveryFault } from '../../../src/formats/domain/delivery-fault';
import { SqliteStaging } from '../../../src/platform/sqlite/sqlite-staging';
import { temporaryFolder } from '../../support/temporary-folder';

export const exampleFolder = (...parts: readonly string[]): string => join(__dirname, '..', 'examples', ...parts);

/** All that a reader yields of a delivery. */
export async function allOf(
  read: ReadDelivery,
  path: string,
  asked: Partial<DeliveryAsked> = {},
): Promise<readonly Delivered[]> {
  const workFolder = temporaryFolder();
  const all: Delivered[] = [];
  const staging = (): SqliteStaging => new SqliteStaging(workFolder);
  for await (const batch of read(path, { workFolder, staging, ...asked })) all.push(...batch);
  return all;
}

/** Why a delivery as a whole is not taken, in English. */
export async function faultsOf(
  read: ReadDelivery,
  path: string,
  asked: Partial<DeliveryAsked> = {},
): Promise<string[]> {
  try {
    await allOf(read, path, asked);
  } catch (error) {
    if (error instanceof DeliveryFault) return error.faults.map(({ en }) => en);
    throw error;
  }
  return [];
}

export const statementsIn = (all: readonly Delivered[]): readonly Statement[] =>
  all.filter((one): one is Statement => one.is === 'statement');

/** `file:row column reason`, as a person reads it. */
export const refusedIn = (all: readonly Delivered[]): readonly string[] =>
  all
    .filter((one): one is Refused => one.is === 'refused')
    .map(({ place: { file, row, column = '-' }, reason }) => `${file}:${row} ${column} ${reason.en}`);

export const unmappedIn = (all: readonly Delivered[]): readonly string[] =>
  all.flatMap((one) => (one.is === 'unmapped' ? [one.what] : []));

/** A statement as one line: what it says, wherever it stands. */
export const saidBy = ({ kind, source, record, status, cpr = '', values, stated }: Statement): string =>
  JSON.stringify([kind, source, record, status, cpr, normalForm(values), stated ?? null]);
