import { PROBLEM_SAYS_WORDS, PROBLEM_TITLE_WORDS, PROBLEM_WORDS } from '../../kernel/words/site';
import type { Page } from './page';
import { say, type Visit } from './visit';

type Kind = keyof typeof PROBLEM_TITLE_WORDS;

/** What was told of a problem. */
interface Told {
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly remedy: string }[];
}

/** A page that says what is wrong and what to do. */
export function problemPage(visit: Visit, status: number, { detail, errors = [] }: Told): Page {
  const kind = kindOf(status);
  return {
    title: say(visit, PROBLEM_TITLE_WORDS[kind]),
    status,
    main: (
      <>
        <p>{say(visit, PROBLEM_SAYS_WORDS[kind])}</p>
        {detail === undefined || kind === 'missing' ? undefined : (
          <details class="details">
            <summary class="details-summary">{say(visit, PROBLEM_WORDS.details)}</summary>
            <div class="details-text" lang="en">
              <p>{detail}</p>
              {errors.length === 0 ? undefined : (
                <ul>
                  {errors.map(({ path, remedy }) => (
                    <li>
                      <code>{path}</code>: {remedy}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </details>
        )}
        <p>
          <a href="/">{say(visit, PROBLEM_WORDS.toOverview)}</a>
        </p>
      </>
    ),
  };
}

function kindOf(status: number): Kind {
  if (status === 401) return 'signIn';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 405 || status === 410) return 'missing';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'fault' : 'bad';
}
