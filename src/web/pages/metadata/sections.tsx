import { METADATA_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';

/** What each section of the metadata answers. */
interface Sections {
  readonly 'code-lists': Shapes['CodeLists'];
  readonly measures: Shapes['Measures'];
  readonly rules: Shapes['Rules'];
  readonly sources: Shapes['Sources'];
  readonly words: Extract<Shapes['SectionMetadata'], { readonly findings: unknown }>;
}

/** One section of the metadata. */
export async function sectionOf<S extends keyof Sections>({ api }: Visit, section: S): Promise<Sections[S]> {
  const asked = { params: { path: { section }, query: {} } };
  return (await answered(api.GET('/api/v1/metadata/{section}', asked))) as Sections[S];
}

const PLACES = [
  { href: '/metadata', title: WORDS.overview },
  { href: '/metadata/datakatalog', title: WORDS.dictionary },
  { href: '/metadata/koder', title: WORDS.codes },
  { href: '/metadata/regler', title: WORDS.rules },
  { href: '/metadata/organisationer', title: WORDS.organisations },
] as const;

/** Where else there is to read. */
export function Sections({ visit }: { readonly visit: Visit }) {
  return (
    <nav class="on-page" aria-label={say(visit, WORDS.contents)}>
      <ul>
        {PLACES.map(({ href, title }) => (
          <li>
            <a href={href} aria-current={href === visit.path ? 'page' : undefined}>
              {say(visit, title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What every page below the metadata has. */
export const below = (visit: Visit): Pick<Page, 'crumbs'> => ({
  crumbs: [{ title: say(visit, WORDS.title), href: '/metadata' }],
});
