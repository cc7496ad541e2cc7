import type { PersonKey } from '../../kernel/clinical-event';
import type { Vault } from '../../ports/vault';
import type { TellDifference } from './differences';

interface Kept {
  readonly vault: Vault;
  readonly keys: { keyOf(digits: string): PersonKey };
}

const PERSONS_AT_A_TIME = 500;

/** Opens the vault for persons of the log: each has a number there, which is the one the key was made of, or is erased. */
export async function verifyNumbers(
  persons: readonly PersonKey[],
  kept: Kept,
  tell: TellDifference,
  atATime = PERSONS_AT_A_TIME,
): Promise<void> {
  for (let at = 0; at < persons.length; at += atATime) {
    const page = persons.slice(at, at + atATime);
    try {
      const numbers = await kept.vault.numbersOf(page);
      const erased = await kept.vault.erasedAmong(page.filter((person) => !numbers.has(person)));
      for (const person of page) {
        const digits = numbers.get(person);
        if (erased.has(person)) continue;
        if (digits === undefined) tell(`the vault has no number for ${person}, who is in the log`, 'restore');
        else if (kept.keys.keyOf(digits) !== person) tell(`the vault has another number for ${person}`, 'restore');
      }
    } catch {
      if (page.length > 1) await verifyNumbers(page, kept, tell, 1);
      else tell(`the vault’s number for ${page.join()} does not open`, 'restore');
    }
  }
}
