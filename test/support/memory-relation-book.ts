import { compareCodePoints } from '../../src/kernel/ordering';
import { RelationBook, type KeptRelationSteps } from '../../src/ports/relation-book';

/** What was said of relations, for as long as a test runs. */
export class MemoryRelationBook extends RelationBook {
  private readonly steps = new Map<string, readonly string[]>();

  override append(person: string, place: number, step: string): Promise<boolean> {
    const known = this.steps.get(person) ?? [];
    if (known.length !== place) return Promise.resolve(false);
    this.steps.set(person, [...known, step]);
    return Promise.resolve(true);
  }

  override async find(persons: readonly string[]): Promise<readonly KeptRelationSteps[]> {
    return (await this.all()).filter(({ person }) => persons.includes(person));
  }

  override all(): Promise<readonly KeptRelationSteps[]> {
    const kept = [...this.steps].map(([person, steps]) => ({ person, steps }));
    return Promise.resolve(kept.sort((a, b) => compareCodePoints(a.person, b.person)));
  }
}
