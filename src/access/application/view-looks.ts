import type { PersonKey } from '../../kernel/clinical-event';
import type { ChainedLook } from '../../kernel/look';
import type { LookLog, LookQuestion } from '../../ports/look-log';
import type { PathwayStateStore } from '../../ports/pathway-state-store';

/** A page of looks, the newest first; `next` is where the following page begins, absent on the last. */
export interface LooksPage {
  readonly looks: readonly ChainedLook[];
  readonly next?: number;
}

/** Shows the log of looks: to auditors by who, whom, where and when; to a patient who looked at them. */
export class ViewLooks {
  constructor(
    private readonly looks: LookLog,
    private readonly states: PathwayStateStore,
  ) {}

  /** A page of the looks that are asked for. */
  async page(question: LookQuestion): Promise<LooksPage> {
    const { limit } = question;
    const found = await this.looks.page({ ...question, limit: limit + 1 });
    const looks = found.slice(0, limit);
    const last = looks.at(-1);
    return found.length > limit && last !== undefined ? { looks, next: last.number } : { looks };
  }

  /** A page of the looks at a person, under whichever of their numbers, and of those at everyone. */
  async atPerson(person: PersonKey, question: Pick<LookQuestion, 'before' | 'limit'>): Promise<LooksPage> {
    const state = (await this.states.load([person])).get(person);
    return this.page({ ...question, persons: [...new Set([person, ...(state?.folded.numbers ?? [])])] });
  }
}
