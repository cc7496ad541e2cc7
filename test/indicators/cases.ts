import type { Told } from '../support/evaluate';
import {
  LAB,
  ODENSE,
  ODENSE_HOSPITAL,
  PHARMACY,
  hospital,
  laboratory,
  municipality,
  pharmacy,
} from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

const { service, bloodPressure, dietScore, hads, smoking } = hospital();
const odense = municipality('0461');

/** The index day of every case; the windows below are its. */
export const INDEX_DAY = '2023-01-03';

/** How one indicator can come out: who is asked about, what fulfils it, and who would have to report it. */
export interface Case {
  readonly key: string;
  readonly kind: 'evidence' | 'value';
  /** The window's last day, the day before it and the day after. */
  readonly windowEnd: string;
  readonly dayAfter: string;
  /** What puts the pathway in the denominator; empty where every pathway belongs. */
  readonly asked: readonly SourceEvent[];
  /** What fulfils it when it happens on the day. */
  readonly fulfils: (on: string) => SourceEvent[];
  /** A value that misses the target; on value kinds only. */
  readonly misses?: (on: string) => SourceEvent[];
  /** The first day on which `fulfils` counts, and the day before where that is in the window. */
  readonly firstDay: string;
  readonly tooEarly?: string;
  /** Those whose trouble touches it, in the order of the column Sources. */
  readonly sources: readonly string[];
}

const by180d = { windowEnd: '2023-07-02', dayAfter: '2023-07-03' };
const by12m = { windowEnd: '2024-01-03', dayAfter: '2024-01-04' };
const by90d = { windowEnd: '2023-04-03', dayAfter: '2023-04-04' };
const fromStart = { firstDay: INDEX_DAY };
const both = [ODENSE_HOSPITAL, ODENSE];

export const CASES: readonly Case[] = [
  {
    key: 'participation',
    kind: 'evidence',
    ...by180d,
    ...fromStart,
    asked: [],
    fulfils: (on) => service('BVDY04', on),
    sources: both,
  },
  {
    key: 'retention',
    kind: 'value',
    ...by12m,
    asked: [odense.start('2023-02-06', { plannedSessions: 24 })],
    fulfils: (on) => [odense.end(on, { attendedSessions: 20 })],
    misses: (on) => [odense.end(on, { attendedSessions: 19 })],
    ...fromStart,
    sources: [ODENSE],
  },
  {
    key: 'work-capacity',
    kind: 'value',
    ...by12m,
    asked: [odense.exercise('start', 400, '2023-02-06')],
    fulfils: (on) => [odense.exercise('end', 440, on)],
    misses: (on) => [odense.exercise('end', 439.9, on)],
    firstDay: '2023-02-07',
    tooEarly: '2023-02-06',
    sources: both,
  },
  {
    key: 'diet',
    kind: 'evidence',
    ...by12m,
    ...fromStart,
    asked: [dietScore(62, '2023-01-18')],
    fulfils: (on) => [odense.intervention('diet', on)],
    sources: both,
  },
  {
    key: 'smoking-cessation',
    kind: 'evidence',
    ...by12m,
    ...fromStart,
    asked: [smoking('smoker', '2023-01-18')],
    fulfils: (on) => [odense.intervention('smoking-cessation', on)],
    sources: both,
  },
  {
    key: 'smoke-free',
    kind: 'value',
    ...by12m,
    asked: [smoking('smoker', '2023-01-18')],
    fulfils: (on) => [odense.smoking('former-smoker', on)],
    misses: (on) => [odense.smoking('smoker', on)],
    firstDay: '2023-01-19',
    tooEarly: '2023-01-18',
    sources: both,
  },
  {
    key: 'hads-start',
    kind: 'evidence',
    ...by90d,
    ...fromStart,
    asked: service('BVDY04', '2023-01-18'),
    fulfils: (on) => [hads(3, 3, on)],
    sources: both,
  },
  {
    key: 'hads-end',
    kind: 'evidence',
    ...by12m,
    asked: [hads(8, 0, '2023-01-18')],
    fulfils: (on) => [odense.hads(2, 2, on)],
    firstDay: '2023-03-19',
    tooEarly: '2023-03-18',
    sources: both,
  },
  {
    key: 'blood-pressure',
    kind: 'value',
    ...by12m,
    ...fromStart,
    asked: [],
    fulfils: (on) => [bloodPressure(139, 89, on)],
    misses: (on) => [bloodPressure(140, 80, on)],
    sources: [ODENSE_HOSPITAL],
  },
  {
    key: 'ldl',
    kind: 'value',
    ...by12m,
    ...fromStart,
    asked: [],
    fulfils: (on) => [laboratory.ldl(1.4, on)],
    misses: (on) => [laboratory.ldl(1.41, on)],
    sources: [LAB],
  },
  {
    key: 'antithrombotic',
    kind: 'evidence',
    ...by90d,
    ...fromStart,
    asked: [],
    fulfils: (on) => [pharmacy.dispensing('B01AC06', on)],
    sources: [PHARMACY],
  },
  {
    key: 'statin',
    kind: 'evidence',
    ...by90d,
    ...fromStart,
    asked: [],
    fulfils: (on) => [pharmacy.dispensing('C10AA05', on)],
    sources: [PHARMACY],
  },
];

/** The cases as rows of a table whose first cell is the indicator's key. */
export const rows = (cases: readonly Case[] = CASES): [string, Case][] => cases.map((each) => [each.key, each]);

/** A PCI on the index day, and what puts the pathway in the denominator. */
export const begun = ({ asked }: Case): Told => [hospital().pci(INDEX_DAY), asked];
