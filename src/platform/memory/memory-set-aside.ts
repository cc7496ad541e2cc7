import type { PersonKey } from '../../kernel/clinical-event';
import { compareCodePoints } from '../../kernel/ordering';
import type { PersonSetAside, SetAsideStage } from '../../kernel/set-aside';
import { SetAsidePersons } from '../../ports/set-aside-persons';

/** Who is set aside, for as long as the process runs. */
export class MemorySetAside extends SetAsidePersons {
  private readonly byPerson = new Map<PersonKey, PersonSetAside>();

  override settle(tried: Iterable<PersonKey>, failed: readonly PersonSetAside[]): Promise<void> {
    for (const person of tried) this.byPerson.delete(person);
    for (const one of failed) this.byPerson.set(one.person, one);
    return Promise.resolve();
  }

  override find(persons: Iterable<PersonKey>): Promise<readonly PersonSetAside[]> {
    return Promise.resolve([...persons].flatMap((person) => this.byPerson.get(person) ?? []));
  }

  override list(after: PersonKey | undefined, limit: number): Promise<readonly PersonSetAside[]> {
    const all = [...this.byPerson.values()].sort((a, b) => compareCodePoints(a.person, b.person));
    return Promise.resolve(all.filter(({ person }) => after === undefined || person > after).slice(0, limit));
  }

  override toTry(stages: readonly SetAsideStage[]): Promise<readonly PersonKey[]> {
    const all = [...this.byPerson.values()];
    return Promise.resolve(all.filter(({ stage }) => stages.includes(stage)).map(({ person }) => person));
  }

  override count(): Promise<number> {
    return Promise.resolve(this.byPerson.size);
  }
}
