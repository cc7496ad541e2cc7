import { PersonKeys } from '../../src/access/domain/person-key';
import type { Embedded } from '../../src/apps/embedded';
import { composeEmbedded } from '../../src/apps/embedded';
import { PERSON_LAW, type PersonLaw } from '../../src/indicators/domain/person-law';
import type { PersonSetAside } from '../../src/kernel/set-aside';
import { bringUpToDate } from '../../src/operations/bring-up-to-date';
import type { Settings } from '../../src/platform/config/settings';
import { SilentLogger } from '../../src/platform/silent-logger';
import { closeEmbedded, SetClock } from '../robustness/embedded';
import { SECRET } from '../robustness/ground';
import { hospital, municipality, ODENSE } from '../support/sectors';
import { ANNA, BO, CARLA, type SourceEvent } from '../support/source-event';

const keys = new PersonKeys(Buffer.from(SECRET));
export const BOS = keys.keyOf(BO);

export const clock = SetClock.at('2023-06-01');

/** What happened to one person, told by hospital and municipality. */
function storyOf(cpr: string): SourceEvent[] {
  const { pci, referral } = hospital();
  return [
    ...pci('2023-01-03', { cpr }),
    referral(ODENSE, ['training'], '2023-01-10', { cpr }),
    municipality().start('2023-02-01', { cpr }),
  ];
}

export const everyone = [ANNA, BO, CARLA].flatMap(storyOf);

/** A fault that can be taken away again. */
export interface Plant {
  readonly law: PersonLaw;
  remove(): void;
}

type Planted = 'fold' | 'decide' | 'deadline' | 'explain';

/** The program's law, but for a fault in one of its functions, for one person. */
export function plant(where: Planted, person: string, error = new TypeError('planted')): Plant {
  let isThere = true;
  const fail = (at: Planted, one: string | readonly string[]): void => {
    if (isThere && at === where && [one].flat().includes(person)) throw error;
  };
  const law: PersonLaw = {
    fold: (one, population) => {
      fail('fold', one.numbers);
      return PERSON_LAW.fold(one, population);
    },
    decide: (...given) => {
      fail('decide', given[1].person);
      return PERSON_LAW.decide(...given);
    },
    deadline: (...given) => {
      fail('deadline', given[1].person);
      return PERSON_LAW.deadline(...given);
    },
    writer: (definitions, names) => {
      const writer = PERSON_LAW.writer(definitions, names);
      const { write } = writer;
      writer.write = (...given) => {
        fail('explain', given[1]);
        return write.apply(writer, given);
      };
      return writer;
    },
  };
  return {
    law,
    remove: () => {
      isThere = false;
    },
  };
}

/** Opens a store as a start does, under a law, does something with it and closes it. */
export async function withStore<T>(
  settings: Settings,
  law: PersonLaw,
  work: (store: Embedded) => Promise<T>,
): Promise<T> {
  const store = composeEmbedded(settings, clock, new SilentLogger(), { law });
  try {
    await bringUpToDate(store);
    store.log.start();
    await store.log.settled();
    return await work(store);
  } finally {
    await closeEmbedded(store);
  }
}

/** Everybody who is listed as set aside. */
export const listed = (store: Pick<Embedded, 'setAside'>): Promise<readonly PersonSetAside[]> =>
  store.setAside.list(undefined, 100);
