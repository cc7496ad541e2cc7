import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClinicalEvent } from '../../src/kernel/clinical-event';
import { EVENT_KINDS, kindOfStorageCode, STORAGE_CODE } from '../../src/kernel/event-kinds';
import type { PersonPathways } from '../../src/kernel/pathway';
import { packLogged, unpackLogged, type LoggedEvent } from '../../src/platform/event-codec';
import { packPerson, unpackPerson } from '../../src/platform/sqlite/pathway-codec';
import { examples } from '../contracts/example-files';

/**
 * Rows as they lie in logs and stores that are in use: a change of these files is a change of the store's format, which
 * turns events that are already there into others. A new kind of event brings a new row; no row changes.
 */
const FOLDER = join(__dirname, 'stored-rows');
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const events = new Map(examples<ClinicalEvent>('clinical-event', 'valid-'));

test('every kind of event has its row, and every row its kind', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(EVENT_KINDS.map((kind) => `${kind}.json`).sort());
});

describe.each(EVENT_KINDS)('the row of a %s', (kind) => {
  const row = read(join(FOLDER, `${kind}.json`)) as LoggedEvent;
  const event = events.get(`valid-${kind}.json`);

  it('is read as the event it was written from', () => {
    expect(unpackLogged(row)).toEqual(event);
    expect(unpackLogged(row).kind).toBe(kind);
  });

  it('is what is written today', () => {
    expect(event === undefined ? undefined : packLogged(event)).toEqual(row);
  });
});

test('no two kinds are stored under one number, and a number nobody gave is refused', () => {
  const codes = EVENT_KINDS.map((kind) => STORAGE_CODE[kind]);

  expect(new Set(codes).size).toBe(EVENT_KINDS.length);
  expect(codes.map(kindOfStorageCode)).toEqual(EVENT_KINDS);
  expect(() => kindOfStorageCode(Math.max(...codes) + 1)).toThrow('newer version');
});

test('a person’s pathways rest as they always have: every kind of fact, sector and hindrance under its number', () => {
  const { person, row } = read(join(__dirname, 'stored-pathways.json')) as { person: PersonPathways; row: string };

  expect(packPerson(person)).toBe(row);
  expect(unpackPerson(row)).toEqual(person);
});
