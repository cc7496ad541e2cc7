import { readCpr } from '../../../kernel/cpr';
import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { RowFault } from './row-fault';

const NINE_DIGITS = /^\d{9}$/;

/**
 * The CPR number of a cell. A program that took it for a number left the nought before it out, which can be put back in
 * one way only; throws `RowFault` where it is none.
 */
export function readPersonNumber(text: string, column: string): string {
  if (text === '') throw new RowFault(REASONS.blank, column);
  const filled = NINE_DIGITS.test(text) ? `0${text}` : text;
  const cpr = readCpr(filled);
  if (cpr === undefined) throw new RowFault(REASONS.cpr, column);
  return cpr.digits;
}
