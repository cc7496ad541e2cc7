import type { PersonKey } from '../../kernel/clinical-event';
import type { PersonSetAside } from '../../kernel/set-aside';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { TellDifference } from './differences';

const PERSONS_AT_A_TIME = 500;

/** Compares who is listed as set aside with who is; `pending` are decided again anyway and say nothing yet. */
export async function verifySetAside(
  found: readonly PersonSetAside[],
  kept: SetAsidePersons,
  pending: ReadonlySet<PersonKey>,
  tell: TellDifference,
): Promise<void> {
  const unseen = new Map(found.filter(({ person }) => !pending.has(person)).map((one) => [one.person, one]));
  for (let after: PersonKey | undefined; ;) {
    const page = await kept.list(after, PERSONS_AT_A_TIME);
    for (const { person, stage, reason } of page) {
      if (pending.has(person)) continue;
      const one = unseen.get(person);
      unseen.delete(person);
      if (one === undefined) tell(`set_aside lists ${person} (${stage}), for whom nothing fails`, 'rebuild');
      else if (one.stage !== stage || one.reason !== reason)
        tell(`set_aside lists ${person} with another stage or reason`, 'rebuild');
    }
    after = page.at(-1)?.person;
    if (page.length < PERSONS_AT_A_TIME) break;
  }
  for (const { person, stage } of unseen.values())
    tell(`set_aside does not list ${person}, for whom ${stage} fails`, 'rebuild');
}
