import type { PersonKey } from '../../kernel/clinical-event';
import type { Resealed } from '../../ports/sealing';
import { Vault, type NumberedPerson } from '../../ports/vault';

/** A vault that forgets when the process ends; nothing rests, so nothing is encrypted. */
export class MemoryVault extends Vault {
  private readonly numbers = new Map<PersonKey, string>();
  private readonly erased = new Set<PersonKey>();

  override put(numbers: readonly NumberedPerson[]): Promise<void> {
    for (const { person, digits } of numbers) if (!this.erased.has(person)) this.numbers.set(person, digits);
    return Promise.resolve();
  }

  override numbersOf(persons: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, string>> {
    return Promise.resolve(
      new Map(
        persons.flatMap((person) => {
          const digits = this.numbers.get(person);
          return digits === undefined ? [] : [[person, digits] as const];
        }),
      ),
    );
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scan(): AsyncIterable<readonly PersonKey[]> {
    yield [...this.numbers.keys()];
  }

  override erase(person: PersonKey): Promise<boolean> {
    this.numbers.delete(person);
    const isNew = !this.erased.has(person);
    this.erased.add(person);
    return Promise.resolve(isNew);
  }

  override erasedAmong(persons: readonly PersonKey[]): Promise<ReadonlySet<PersonKey>> {
    return Promise.resolve(new Set(persons.filter((person) => this.erased.has(person))));
  }

  override reseal(): Promise<Resealed<PersonKey>> {
    return Promise.resolve({ seen: this.numbers.size, resealed: 0 });
  }
}
