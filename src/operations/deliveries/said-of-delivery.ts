import { maskCpr } from '../../kernel/cpr-text';
import type { Bilingual } from '../../kernel/language';
import { DELIVERY_WORDS as WORDS } from '../../kernel/words/formats';
import type { ReceiptTally } from '../moving/receipt-tally';

/** What became of the parts of a delivery that was read. */
export interface ReadCounts {
  readonly parts: number;
  readonly events: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly retracted: number;
  /** What was sound and has no place here, by what it is. */
  readonly unmapped: ReadonlyMap<string, number>;
}

/** What became of a delivery's parts, in sentences. */
export function saidOfReading(counts: ReadCounts, extract: 'full' | 'incremental'): readonly Bilingual[] {
  const { retracted, refused, unmapped, ...read } = counts;
  const said: Bilingual[] = [
    retracted === 0 ? WORDS.read({ ...read, refused }) : WORDS.readWhole({ ...read, refused, gone: retracted }),
  ];
  if (refused > 0 && extract === 'full') said.push(WORDS.nothingRetracted);
  if (unmapped.size > 0) {
    const most = [...unmapped].sort(([, some], [, others]) => others - some);
    said.push(WORDS.unmapped({ what: maskCpr(most.map(([what, count]) => `${count} ${what}`).join(', ')) }));
  }
  return said;
}

/** What became of a delivery's events, in one sentence. */
export function saidOfReceipts(tally: ReceiptTally): Bilingual {
  const { byStatus, codes, notes } = tally.counts;
  const noted = notes === '' ? undefined : WORDS.noted({ what: notes });
  const inLanguage = (language: 'da' | 'en'): string =>
    WORDS.counted({
      ...byStatus,
      events: tally.lines,
      codes: codes === '' ? '' : ` (${codes})`,
      notes: noted === undefined ? '' : noted[language],
    })[language];
  return { da: inLanguage('da'), en: inLanguage('en') };
}
