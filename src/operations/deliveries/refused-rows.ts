import type { Refused } from '../../formats/domain/delivered';
import { maskCpr } from '../../kernel/cpr-text';
import type { Language } from '../../kernel/language';
import type { TextOutput } from '../../platform/ndjson/text-output';

/** Writes what could not be read, each with its place, as a receipt of what is no event. */
export async function writeRefused(
  refused: readonly Refused[],
  rejects: TextOutput | undefined,
  language: Language,
): Promise<void> {
  for (const { place, reason } of refused) {
    const placed = { ...place, file: maskCpr(place.file) };
    const receipt = { status: 'rejected', code: 'INVALID_EVENT', message: reason[language], ...placed };
    rejects?.write(`${JSON.stringify(receipt)}\n`);
  }
  await rejects?.flushed();
}
