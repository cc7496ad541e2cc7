import { NAVIGATION_WORDS, SITE_WORDS } from '../../kernel/words/site';
import type { Place } from './page';
import { say, type Visit } from './visit';

/** Where the pages are, in the order people read them; each reader is led where they may see something. */
function placesOf({ reader }: Visit): readonly Place[] {
  const words = NAVIGATION_WORDS;
  const own = reader?.organisation;
  return [
    { title: words.overview, href: '/' },
    { title: words.mine, href: '/mig', roles: ['patient'] },
    ...(own === undefined ? [] : [{ title: words.own, href: `/kilder/${own}`, operation: 'readSourceOverview' }]),
    { title: words.worklist, href: '/arbejdsliste', operation: 'listWorklist' },
    {
      title: words.persons,
      href: '/personer',
      operation: 'findPerson',
      roles: ['registry', 'hospital', 'municipality', 'general-practice'],
    },
    { title: words.indicators, href: '/indikatorer', operation: 'listIndicators' },
    { title: words.units, href: '/enheder', operation: 'listUnits' },
    { title: words.deliveries, href: '/leveringer', operation: 'listFeeds' },
    { title: words.transitions, href: '/overgange', operation: 'readTransitions' },
    { title: words.reports, href: '/rapporter', operation: 'listReports' },
    { title: words.definitions, href: '/definitioner', operation: 'readMetadata' },
    { title: words.metadata, href: '/metadata', operation: 'readMetadata' },
    { title: words.looks, href: '/opslag', operation: 'listLooks' },
    { title: words.operations, href: '/drift', roles: ['registry', 'operator'] },
  ];
}

const isShown = ({ operation, roles }: Place, { may, reader }: Visit): boolean =>
  (operation === undefined || may(operation)) &&
  (roles === undefined || reader?.roles.some((role) => roles.includes(role)) === true);

/** The navigation of a reader, with the place they are at marked. */
export function Navigation({ visit }: { readonly visit: Visit }) {
  const places = placesOf(visit).filter((place) => isShown(place, visit));
  const at = (href: string): boolean =>
    href === '/' ? visit.path === '/' : visit.path === href || visit.path.startsWith(`${href}/`);
  return (
    <nav class="site-nav" aria-label={say(visit, SITE_WORDS.pages)}>
      <div class="container">
        <ul class="no-max-width">
          {places.map(({ title, href }) => (
            <li>
              <a href={href} aria-current={at(href) ? (visit.path === href ? 'page' : 'true') : undefined}>
                {say(visit, title)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
