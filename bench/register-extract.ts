import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { dayFromNumber, dayNumber } from '../src/kernel/day';
import { createRandom, type Random } from '../src/synthetic/random';

const CHUNK = 1 << 20;
const FIRST_DAY = dayNumber('2019-03-01');
const DAYS = 2_000;
const HOSPITALS = ['330901000016003', '330061000016003', '265101000016003'];
const DIAGNOSES = ['DI219', 'DI214', 'DI251', 'DZ034', 'DI109', 'DE119'];
const PROCEDURES = ['BVDY02', 'BUG1', 'BRXT1', 'ZZ0151', 'UXRC00'];
const SURGERY = ['KFNG02', 'KFNA00'];
/** A prime, by which keys are spread so that no table lies in the order of another. */
const SPREAD = 7_368_787;

/** Writes an LPR_F extract of about so many rows in all, its tables in different orders (seed 1); gives the rows. */
export function writeRegisterExtract(folder: string, rows: number): number {
  mkdirSync(folder, { recursive: true });
  const contacts = Math.floor(rows * 0.3);
  const random = createRandom(1, 0);
  const table = (name: string, header: string, count: number, rowOf: (at: number) => string): number => {
    writeTable(join(folder, `${name}.csv`), header, count, rowOf);
    return count;
  };
  const procedures = (name: string, share: number, rowOf: (at: number) => string): number =>
    table(name, PROCEDURE_HEADER, Math.floor(rows * share), rowOf);
  const contact = (at: number): number => 1 + ((at * SPREAD) % contacts);
  return (
    table(
      'kontakter',
      'cpr;dw_ek_kontakt;dw_ek_forloeb;dato_start;dato_slut;kontakttype;sorenhed_ans',
      contacts,
      (at) => {
        const key = contact(at);
        const day = dayOf(key);
        return `${cprOf(key)};${key};${Math.ceil(key / 3)};${day};${day};ALCA00;${HOSPITALS[key % 3] ?? ''}`;
      },
    ) +
    table('diagnoser', 'dw_ek_kontakt;diagnosekode;diagnosetype;senere_afkraeftet', Math.floor(rows * 0.4), (at) => {
      const kind = ['A', 'B', 'H'][at % 3] ?? 'A';
      return `${(at % contacts) + 1};${random.pick(DIAGNOSES)};${kind};${at % 50 === 0 ? 'Ja' : 'Nej'}`;
    }) +
    procedures('procedurer_andre', 0.2, procedureOf(contacts, PROCEDURES, random, 'a')) +
    procedures('procedurer_kirurgi', 0.05, procedureOf(contacts, SURGERY, random, 'k')) +
    table(
      'resultater',
      'dw_ek_kontakt;dw_ek_forloeb;triggerkode;resultattype;resultatvaerdi;sorenhed_ans;dato_resultat;tidspunkt_resultat',
      Math.floor(rows * 0.05),
      (at) => `${contact(at)};;ZZ0151;ZZZ;12;${HOSPITALS[0] ?? ''};2023-02-01;10:00`,
    )
  );
}

const PROCEDURE_HEADER =
  'dw_ek_kontakt;dw_ek_forloeb;procedurekode;proceduretype;sorenhed_pro;dato_start;procedureregistrering_id';

const procedureOf = (contacts: number, codes: readonly string[], random: Random, prefix: string) => (at: number) => {
  const key = 1 + ((at * SPREAD) % contacts);
  return `${key};${Math.ceil(key / 3)};${random.pick(codes)};;${HOSPITALS[key % 3] ?? ''};${dayOf(key)};${prefix}${at}`;
};

const dayOf = (key: number): string => dayFromNumber(FIRST_DAY + (key % DAYS));

/** A constructed number of somebody born in the 1950s or 1960s; three contacts are of one person. */
function cprOf(key: number): string {
  const person = Math.ceil(key / 3);
  const [, year = '', month = '', day = ''] = /^..(..)-(..)-(..)$/.exec(dayFromNumber(-7_300 + (person % 7_000))) ?? [];
  return `${day}${month}${year}${String(Math.floor(person / 7_000) % 4_000).padStart(4, '0')}`;
}

function writeTable(file: string, header: string, count: number, rowOf: (at: number) => string): void {
  const descriptor = openSync(file, 'w');
  let text = `${header}\n`;
  for (let at = 0; at < count; at += 1) {
    text += `${rowOf(at)}\n`;
    if (text.length < CHUNK) continue;
    writeSync(descriptor, text);
    text = '';
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
}
