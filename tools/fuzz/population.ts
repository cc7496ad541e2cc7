import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEALTH_STAFF, USERS } from './roles';
import { asked, served, tokenOf } from './server';

const ROOT = process.cwd();
export const CLI = join(ROOT, 'dist', 'apps', 'cli.js');
const SOURCES = ['hospital:330901000016003', 'municipality:0461', 'general-practice:123456'];

/** What a filled store holds. */
export interface Known {
  /** Person keys by CPR number. */
  readonly keys: Readonly<Record<string, string>>;
  /** By source the keys of those whom it told of. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  /** By the name of a parameter or field, values that are there. */
  readonly there: Readonly<Record<string, readonly string[]>>;
}

interface Event {
  readonly id: string;
  readonly source: string;
  readonly data: { readonly cpr?: string };
}

/** Fills a store with the golden patient, a synthetic population, relations and a frozen report. */
export async function filled(data: string, log: string, patients: number, seed: number): Promise<Known> {
  const golden = readFileSync(join(ROOT, 'test', 'faq', 'golden', 'golden.events.ndjson'), 'utf8');
  const options = ['--patients', String(patients), '--seed', String(seed)];
  const made = execFileSync(process.execPath, [CLI, 'generate', ...options], { maxBuffer: 2 ** 30 }).toString();
  const lines = `${golden.trimEnd()}\n${made}`;
  const events = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Event);
  const numberOf = ({ data: { cpr } }: Event): string => String(cpr ?? '').replace('-', '');
  const server = await served(data, log);
  try {
    const api = `${server.url}/api/v1`;
    await asked(`${api}/events`, await tokenOf(server.url, 'operator'), lines, 'application/x-ndjson');
    const registry = await tokenOf(server.url, 'registry');
    const keys: Record<string, string> = {};
    for (const cpr of new Set(events.map(numberOf))) {
      const found = await asked<{ person: string }>(`${api}/persons/lookup`, registry, { cpr }).catch(() => undefined);
      if (found !== undefined) keys[cpr] = found.person;
    }
    // Of the facts, most lie longer back than a relation lasts.
    for (const role of HEALTH_STAFF) {
      const token = await tokenOf(server.url, String(USERS[role]));
      for (const cpr of Object.keys(keys).filter((_cpr, at) => at % 3 === 0))
        await asked(`${api}/persons/relations`, token, { cpr, reason: 'Made up for made-up requests' });
    }
    const report = await asked<{ id: string }>(`${api}/reports`, registry, { period: '2024', by: 'Made Up' });
    const toldBy = (source: string): string[] => {
      const told = events.filter((event) => event.source === source).map((event) => keys[numberOf(event)]);
      return [...new Set(told)].filter((key) => key !== undefined);
    };
    return {
      keys,
      own: Object.fromEntries(SOURCES.map((source) => [source, toldBy(source)])),
      there: {
        person: Object.values(keys),
        cpr: Object.keys(keys),
        organisation: [...SOURCES, 'denmark'],
        source: SOURCES,
        unit: ['denmark', ...SOURCES.slice(0, 2), 'region:1083'],
        key: ['diet', 'participation', 'ldl'],
        indicator: ['diet', 'participation', 'ldl'],
        set: ['dhrd-2023'],
        version: ['1', '2'],
        period: ['2023', '2024', '2025', '2025Q1', 'all'],
        number: ['1', '2', '3'],
        user: ['hospital', 'patient', 'auditor'],
        id: [report.id, ...events.filter(({ source }) => source === SOURCES[0]).map(({ id }) => id)].slice(0, 6),
        from: [report.id],
        to: [report.id],
      },
    };
  } finally {
    await server.end();
  }
}
