import { UNIT_PAGE_WORDS as WORDS } from '../../../kernel/words/unit-pages';
import { addressOf, say } from '../../site/visit';
import type { ProfileShown } from '../../parts/profile-table';

/** The indicators that lie highest and lowest against their goal, each with its trend and the patients behind it. */
export function Extremes(shown: ProfileShown) {
  const { visit, profile } = shown;
  return (
    <div class="extremes">
      <section aria-labelledby="lavest">
        <h2 id="lavest" class="h4">
          {say(visit, WORDS.worst)}
        </h2>
        <Keys {...shown} keys={profile.worst} />
      </section>
      <section aria-labelledby="hoejest">
        <h2 id="hoejest" class="h4">
          {say(visit, WORDS.best)}
        </h2>
        <Keys {...shown} keys={profile.best} />
      </section>
    </div>
  );
}

function Keys({ visit, profile, titles, keys }: ProfileShown & { readonly keys: readonly string[] }) {
  if (keys.length === 0) return <p class="nothing">{say(visit, WORDS.none)}</p>;
  const asked = { unit: profile.unit.id, period: profile.period.name, context: visit.asked['context'] };
  return (
    <ol>
      {keys.map((key) => {
        const title = titles.get(key);
        const name = title === undefined ? key : say(visit, title);
        return (
          <li>
            <a href={addressOf(`/indikatorer/${key}/udvikling`, asked)}>{name}</a>
            {visit.may('listCases') ? (
              <>
                {' · '}
                <a
                  href={addressOf(`/indikatorer/${key}/patienter`, asked)}
                  aria-label={`${say(visit, WORDS.patients)}: ${name}`}
                >
                  {say(visit, WORDS.patients)}
                </a>
              </>
            ) : undefined}
          </li>
        );
      })}
    </ol>
  );
}
