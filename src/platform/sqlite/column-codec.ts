import { KIND_CODE } from '../../kernel/fact-codes';
import {
  FACT_SIZE,
  FactPart,
  FIRST_WORD,
  PATHWAY_SIZE,
  SECOND_WORD,
  SERVICE_KINDS,
  VALUES,
  type PersonColumns,
} from '../../kernel/person-columns';
import type { FactKind } from '../../kernel/pathway';
import { NumberReader, NumberWriter } from '../../kernel/whole-numbers';

/** Columns as they rest: their numbers as bytes, their words as JSON. */
export interface PackedColumns {
  readonly facts: Uint8Array;
  readonly words: string;
}

/** How many words and numbers a kind of fact has, by its code. */
interface Own {
  readonly words: number;
  readonly values: number;
}
const SECTORS = 8;
const OWN: readonly Own[] = Object.entries(KIND_CODE).reduce<Own[]>((own, [kind, code]) => {
  const words = code < SERVICE_KINDS ? 1 : Number(kind in FIRST_WORD) + Number(kind in SECOND_WORD);
  own[code] = { words, values: kind === 'laboratory' ? 2 : (VALUES[kind as FactKind]?.length ?? 0) };
  return own;
}, []);

const writer = new NumberWriter();

/** Writes a person's columns as a row. */
export function packColumns(columns: PersonColumns): PackedColumns {
  const { born, civilStates, pathways, facts, values, words } = columns;
  writer.begin();
  writer.write(Number.isNaN(born) ? 0 : signed(born) + 1);
  writer.write(civilStates.length);
  for (const number of civilStates) writer.write(signed(number));
  writer.write(pathways.length / PATHWAY_SIZE);
  for (const number of pathways) writer.write(signed(number));
  let before = 0;
  for (let fact = 0, at = 0; at < facts.length; fact += 1, at += FACT_SIZE) {
    const kind = facts[at + FactPart.Kind] as number;
    const on = facts[at + FactPart.On] as number;
    const own = OWN[kind] as Own;
    writer.write(kind * SECTORS + (facts[at + FactPart.Sector] as number));
    writer.write(facts[at + FactPart.Source] as number);
    writer.write(signed(on - before));
    before = on;
    for (let place = 0; place < own.words; place += 1) writer.write((facts[at + FactPart.First + place] as number) + 1);
    for (let place = 0; place < own.values; place += 1) writeValue(values[fact * 2 + place] as number);
  }
  return { facts: writer.written(), words: JSON.stringify(words) };
}

/** Reads a person's columns from a row; throws a `RangeError` for bytes that are none. */
export function unpackColumns({ facts: bytes, words }: PackedColumns): PersonColumns {
  const reader = new NumberReader(bytes);
  const born = reader.read();
  const civilStates = readSigned(reader, reader.read());
  const pathways = readSigned(reader, reader.read() * PATHWAY_SIZE);
  const count = atMost(bytes.length, pathways.length === 0 ? 0 : (pathways.at(-1) as number));
  const facts = new Array<number>(count * FACT_SIZE);
  const values = new Array<number>(count * 2).fill(NaN);
  let on = 0;
  for (let fact = 0, at = 0; fact < count; fact += 1, at += FACT_SIZE) {
    const head = reader.read();
    const kind = Math.floor(head / SECTORS);
    const own = OWN[kind] as Own;
    facts[at + FactPart.Kind] = kind;
    facts[at + FactPart.Sector] = head % SECTORS;
    facts[at + FactPart.Source] = reader.read();
    on += unsigned(reader.read());
    facts[at + FactPart.On] = on;
    facts[at + FactPart.First] = own.words > 0 ? reader.read() - 1 : -1;
    facts[at + FactPart.Second] = own.words > 1 ? reader.read() - 1 : -1;
    for (let place = 0; place < own.values; place += 1) values[fact * 2 + place] = readValue(reader);
  }
  return {
    born: born === 0 ? NaN : unsigned(born - 1),
    civilStates,
    pathways,
    facts,
    values,
    words: JSON.parse(words) as string[],
  };
}

const signed = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);
const unsigned = (number: number): number => (number % 2 === 1 ? -(number + 1) / 2 : number / 2);

function readSigned(reader: NumberReader, said: number): number[] {
  const count = atMost(reader.bytes.length, said);
  const numbers = new Array<number>(count);
  for (let at = 0; at < count; at += 1) numbers[at] = unsigned(reader.read());
  return numbers;
}

/** Everything takes a byte or more: a row that says of more than it has bytes is damaged. */
function atMost(bytes: number, count: number): number {
  if (count >= 0 && count <= bytes) return count;
  throw new RangeError(`${bytes} bytes cannot hold ${count} numbers.`);
}

/** How a value rests: not at all, as a whole number of ones, of tenths or of hundredths, or as the eight bytes it is. */
const ABSENT = 0;
const DIVISORS = [1, 10, 100];
const AS_IT_IS = 4;
const FORMS = 8;
const LARGEST = 2 ** 40;
const eightBytes = new DataView(new ArrayBuffer(8));

function writeValue(value: number): void {
  if (Number.isNaN(value)) return writer.write(ABSENT);
  const form = DIVISORS.findIndex((divisor) => isWhole(value, divisor));
  if (form >= 0) return writer.write(Math.round(value * (DIVISORS[form] as number)) * FORMS + form + 1);
  eightBytes.setFloat64(0, value);
  writer.write(AS_IT_IS);
  writer.write(eightBytes.getUint32(0));
  writer.write(eightBytes.getUint32(4));
}

/** Whether it is the whole number of such parts nearest to it, exactly. */
function isWhole(value: number, divisor: number): boolean {
  const parts = Math.round(value * divisor);
  return value >= 0 && parts < LARGEST && parts / divisor === value && !Object.is(value, -0);
}

function readValue(reader: NumberReader): number {
  const said = reader.read();
  if (said === ABSENT) return NaN;
  if (said !== AS_IT_IS) return Math.floor(said / FORMS) / (DIVISORS[(said % FORMS) - 1] as number);
  eightBytes.setUint32(0, reader.read());
  eightBytes.setUint32(4, reader.read());
  return eightBytes.getFloat64(0);
}
