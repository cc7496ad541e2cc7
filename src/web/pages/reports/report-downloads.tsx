import { LEVEL_WORDS } from '../../../kernel/words/codes';
import { FROZEN_WORDS } from '../../../kernel/words/frozen';
import { LEVELS } from '../../../kernel/unit';
import type { Shapes } from '../../parts/shapes';
import { addressOf, say, type Visit } from '../../site/visit';

const FORMATS = ['csv', 'xlsx', 'json', 'fhir'] as const;

/** The frozen content as it was sealed, and the same question counted now as files. */
export function ReportDownloads({ visit, report }: { readonly visit: Visit; readonly report: Shapes['FrozenReport'] }) {
  const { period, asOf, knownAt } = report.question;
  // Whoever sees the published view asks about no past moment.
  const moment = visit.may('freezeReport') ? { asOf, knownAt } : {};
  return (
    <section aria-labelledby="downloads" class="downloads">
      <h2 id="downloads">{say(visit, FROZEN_WORDS.downloads)}</h2>
      <p>
        <a href={`/api/v1/reports/${report.id}/content`} download={`rehabspor-${report.id}.json`}>
          {say(visit, FROZEN_WORDS.content)}
        </a>
      </p>
      <p>{say(visit, FROZEN_WORDS.currentHint)}</p>
      <ul>
        {LEVELS.map((level) => (
          <li>
            {say(visit, FROZEN_WORDS.current({ level: say(visit, LEVEL_WORDS[level]) }))}{' '}
            {FORMATS.map((format) => {
              const query = { period: period.name, level, format, lang: visit.language, ...moment };
              return (
                <>
                  <a
                    href={addressOf('/api/v1/exports/report', query)}
                    aria-label={`${format.toUpperCase()}, ${say(visit, LEVEL_WORDS[level])}`}
                  >
                    {format.toUpperCase()}
                  </a>{' '}
                </>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
