import type { PersonKey } from '../../kernel/clinical-event';
import type { Vault } from '../../ports/vault';

/** Finds the key behind a CPR number and the number behind a key, for persons something was reported about. */
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

  /** The ten digits behind a key, or undefined when nothing is known of it. */
  async reveal(person: PersonKey): Promise<string | undefined> {
    return (await this.vault.numbersOf([person])).get(person);
  }
}
