import { COMMENT_KIND_WORDS, FROZEN_WORDS } from '../../../kernel/words/frozen';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

type Content = Pick<Shapes['FrozenContent'], 'comments' | 'indicators'>;

/** What the registry wrote, beside each indicator it wrote of. */
export function Comments({
  visit,
  content: { comments = [], indicators },
}: {
  readonly visit: Visit;
  readonly content: Content;
}) {
  return (
    <section aria-labelledby="words">
      <h2 id="words">{say(visit, FROZEN_WORDS.words)}</h2>
      {comments.length === 0 ? <p class="nothing">{say(visit, FROZEN_WORDS.noWords)}</p> : undefined}
      {indicators.map(({ key, number, title }) => {
        const about = comments.filter(({ indicator }) => indicator === key);
        if (about.length === 0) return undefined;
        return (
          <article id={`words-${key}`} class="comments">
            <h3 class="h4">
              {number} {say(visit, title)}
            </h3>
            {about.map(({ kind, text }) => (
              <>
                <h4 class="h5">{say(visit, COMMENT_KIND_WORDS[kind])}</h4>
                {text.split(/\n\s*\n/).map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
              </>
            ))}
          </article>
        );
      })}
    </section>
  );
}
