import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFormats } from '../../../src/formats/adapters/tables/table-formats';
import type { TableFormatName } from '../../../src/formats/domain/tables/table-format-names';
import type { Delivered, DeliveryAsked, Statement } from '../../../src/formats/domain/delivered';
import type { NotWritten, WrittenEvent } from '../../../src/formats/domain/written-event';
import { digestOfNormalForm, normalForm } from '../../../src/kernel/digest';
import { kindOfType, typeOfKind } from '../../../src/kernel/event-kinds';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { generatePopulation } from '../../../src/synthetic/generate-population';
import { organisationInputOf } from '../../../src/synthetic/organisation-input';
import { events } from '../../synthetic/fixture';

/** A folder that is removed after the specs of a file. */
export function folderOfSpecs(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

export const digest = (text: string): string => digestOfNormalForm(text, 'a secret of specs');

/** All that a path delivers in a format. */
export async function readAll(
  name: TableFormatName,
  path: string,
  asked: Partial<DeliveryAsked> | 'no key' = {},
): Promise<readonly Delivered[]> {
  const all: Delivered[] = [];
  const workFolder = tmpdir();
  const given = asked === 'no key' ? { workFolder } : { workFolder, digest, ...asked };
  for await (const batch of tableFormats[name].read(path, given)) all.push(...batch);
  return all;
}

export const statementsOf = (delivered: readonly Delivered[]): readonly Statement[] =>
  delivered.filter((one): one is Statement => one.is === 'statement');

/** Writes events in a format. */
export async function writeAll(
  name: TableFormatName,
  path: string,
  written: readonly WrittenEvent[],
): Promise<readonly NotWritten[]> {
  async function* inBatches(): AsyncGenerator<readonly WrittenEvent[]> {
    for (let from = 0; from < written.length; from += 1_000) {
      await Promise.resolve();
      yield written.slice(from, from + 1_000);
    }
  }
  return tableFormats[name].write(inBatches(), path);
}

const organisations = organisationInputOf(loadOrganisationList(loadSchemas()));

/** The events of a synthetic population, refused ones included. */
export function populationEvents(patients: number, seed = 1, years = 2): readonly WrittenEvent[] {
  const chunks: string[] = [];
  generatePopulation({ patients, seed, years, organisations }, (lines) => chunks.push(lines));
  return events(chunks.join('')).flatMap(({ type, id, source, time, receivedtime, data }) => {
    const kind = kindOfType(type);
    return kind === undefined ? [] : [{ id, source, kind, time, receivedtime, data }];
  });
}

/** An event as a sender writes it. */
export const lineOf = ({ kind, ...event }: WrittenEvent): string =>
  JSON.stringify({ specversion: '1.0', type: typeOfKind(kind), ...event });

/** The event a statement is of, where the file says all of it. */
export function eventOf({ source, kind, record, status, cpr, values, stated }: Statement): WrittenEvent {
  return {
    ...{ id: stated?.id ?? '', source, kind, time: stated?.time ?? '' },
    ...(stated?.receivedtime === undefined ? undefined : { receivedtime: stated.receivedtime }),
    data: {
      ...(cpr === undefined ? undefined : { cpr }),
      recordId: record,
      ...(stated?.version === undefined ? undefined : { version: stated.version }),
      ...(status === 'active' ? (stated?.status === undefined ? undefined : { status }) : { status }),
      ...values,
    },
  };
}

/** Events as texts that are the same for the same events, sorted. */
export const asTexts = (written: readonly WrittenEvent[]): readonly string[] =>
  written.map((event) => normalForm(event, 'absent')).sort();
