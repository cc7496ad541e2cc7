import type { PersonKey } from '../../kernel/clinical-event';
import { compareCodePoints } from '../../kernel/ordering';
import type { PersonSetAside, SetAsideStage } from '../../kernel/set-aside';
import { SetAsidePersons } from '../../ports/set-aside-persons';
import { MemorySetAside } from './memory-set-aside';

/** Who is set aside in a store that is only read here; whoever fails here too is remembered while the process runs. */
export class BesideSetAside extends SetAsidePersons {
  private readonly here = new MemorySetAside();

  constructor(private readonly kept: SetAsidePersons) {
    super();
  }

  override settle(tried: Iterable<PersonKey>, failed: readonly PersonSetAside[]): Promise<void> {
    return this.here.settle(tried, failed);
  }

  override async find(persons: Iterable<PersonKey>): Promise<readonly PersonSetAside[]> {
    const asked = [...persons];
    return together(await this.kept.find(asked), await this.here.find(asked));
  }

  override async list(after: PersonKey | undefined, limit: number): Promise<readonly PersonSetAside[]> {
    return together(await this.kept.list(after, limit), await this.here.list(after, limit)).slice(0, limit);
  }

  override async toTry(stages: readonly SetAsideStage[]): Promise<readonly PersonKey[]> {
    return [...new Set([...(await this.kept.toTry(stages)), ...(await this.here.toTry(stages))])];
  }

  override async count(): Promise<number> {
    const here = await this.here.list(undefined, Infinity);
    const both = await this.kept.find(here.map(({ person }) => person));
    return (await this.kept.count()) + here.length - both.length;
  }
}

function together(kept: readonly PersonSetAside[], here: readonly PersonSetAside[]): PersonSetAside[] {
  const byPerson = new Map([...here, ...kept].map((one) => [one.person, one]));
  return [...byPerson.values()].sort((a, b) => compareCodePoints(a.person, b.person));
}
