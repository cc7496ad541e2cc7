import type { PersonKey } from '../../kernel/clinical-event';
import type { Vault } from '../../ports/vault';

/** Finds the key behind a CPR number, for persons something was reported about. */
export class LookUpPerson {
  constructor(
    private readonly keyOf: (digits: string) => PersonKey,
    private readonly vault: Vault,
  ) {}

  /** The key behind ten digits (a hyphen may stand after the sixth), or undefined when nobody has that number here. */
  async lookUp(cpr: string): Promise<PersonKey | undefined> {
    const person = this.keyOf(cpr.replace('-', ''));
    const known = await this.vault.numbersOf([person]);
    return known.has(person) ? person : undefined;
  }
}
