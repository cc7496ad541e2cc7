import { dayText } from '../../../kernel/localised';
import { MINE_PAGE_WORDS as WORDS, PLAIN_WORDS } from '../../../kernel/words/mine';
import { wordOf } from '../../parts/word-of';
import { say, type Visit } from '../../site/visit';
import type { ShownPerson } from '../persons/shown-person';

/** Each pathway in plain words: what was done, and what may still come. */
export function MyPathways({ visit, person }: { readonly visit: Visit; readonly person: ShownPerson }) {
  if (person.pathways.length === 0) return <p>{say(visit, WORDS.nothing)}</p>;
  return (
    <>
      {person.pathways.map(({ number, indexDay, hospitalName }) => {
        const of = (outcome: string) =>
          person.decisions.filter((one) => one.pathway === number && one.outcome === outcome);
        const [done, coming] = [of('met'), of('pending')];
        const plain = (key: string) => wordOf(visit, PLAIN_WORDS, key);
        return (
          <section>
            <h2>{say(visit, WORDS.pathway({ day: dayText(indexDay) }))}</h2>
            <p>{say(visit, WORDS.begun({ day: dayText(indexDay), place: hospitalName }))}</p>
            <h3>{say(visit, WORDS.done)}</h3>
            <ul>
              {done.map((one) => (
                <li>{plain(one.indicator)}</li>
              ))}
            </ul>
            <h3>{say(visit, WORDS.toCome)}</h3>
            {coming.length === 0 ? <p>{say(visit, WORDS.noMoreToCome)}</p> : undefined}
            <ul>
              {coming.map((one) => (
                <li>{say(visit, WORDS.toComeSays({ title: plain(one.indicator), day: dayText(one.window.to) }))}</li>
              ))}
            </ul>
            <p>{say(visit, WORDS.notDoneSays)}</p>
          </section>
        );
      })}
    </>
  );
}
