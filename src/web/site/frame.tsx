import { render } from 'preact-render-to-string';
import { SITE_WORDS } from '../../kernel/words/site';
import { assetAt } from './assets';
import { Navigation } from './navigation';
import type { Crumb, Page } from './page';
import { addressWith, say, type Visit } from './visit';

/** A whole HTML document: what all pages share around what one shows. Nothing in it comes from elsewhere. */
export function documentOf(page: Page, visit: Visit): string {
  const { language } = visit;
  const markup = render(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} · rehabspor`}</title>
        <link rel="stylesheet" href={assetAt('dkfds/dkfds.css')} />
        <link rel="stylesheet" href={assetAt('site.css')} />
        <link rel="icon" href={assetAt('icon.svg')} type="image/svg+xml" />
        {['site', ...(page.scripts ?? [])].map((name) => (
          <script src={assetAt(`${name}.js`)} defer />
        ))}
      </head>
      <body>
        <a class="skipnav" href="#content">
          {say(visit, SITE_WORDS.skip)}
        </a>
        <Header visit={visit} />
        <Navigation visit={visit} />
        <div class="container page-container">
          {page.crumbs === undefined ? undefined : <Crumbs crumbs={page.crumbs} title={page.title} visit={visit} />}
          <main id="content" tabIndex={-1} data-renewed-after={page.renewedAfterSeconds}>
            <h1>{page.title}</h1>
            {page.lead === undefined ? undefined : <p class="font-lead">{page.lead}</p>}
            {page.main}
          </main>
          <p class="sr-only" role="status" data-says={say(visit, SITE_WORDS.renewed)} id="told"></p>
        </div>
        <Footer visit={visit} />
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

function Header({ visit }: { readonly visit: Visit }) {
  const { reader, isDemo, language } = visit;
  const other = language === 'da' ? 'en' : 'da';
  return (
    <header class="site-header">
      <div class="container">
        <a class="site-name" href="/">
          {say(visit, SITE_WORDS.name)}
        </a>
        <div class="site-tools">
          <a href={addressWith(visit, { lang: other })} lang={other} hreflang={other}>
            {say(visit, SITE_WORDS.otherLanguage)}
          </a>
          {reader === undefined ? (
            <a href={`/sign-in?to=${encodeURIComponent(addressWith(visit, {}))}`}>{say(visit, SITE_WORDS.signIn)}</a>
          ) : (
            <form action="/sign-out" method="post">
              <span>{say(visit, SITE_WORDS.signedInAs({ name: reader.name }))}</span>
              <button type="submit" class="button button-tertiary">
                {say(visit, SITE_WORDS.signOut)}
              </button>
            </form>
          )}
        </div>
      </div>
      {isDemo ? (
        <p class="site-demo" role="note">
          <span class="container">{say(visit, SITE_WORDS.demo)}</span>
        </p>
      ) : undefined}
    </header>
  );
}

/** The pages above this one. */
function Crumbs({
  crumbs,
  title,
  visit,
}: {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly visit: Visit;
}) {
  return (
    <nav class="breadcrumbs" aria-label={say(visit, SITE_WORDS.where)}>
      <ol class="breadcrumbs__list">
        {crumbs.map((crumb) => (
          <li class="breadcrumbs__list-item">
            <a class="breadcrumbs__link" href={crumb.href}>
              {crumb.title}
            </a>
          </li>
        ))}
        <li class="breadcrumbs__list-item" aria-current="page">
          {title}
        </li>
      </ol>
    </nav>
  );
}

function Footer({ visit }: { readonly visit: Visit }) {
  return (
    <footer class="site-footer">
      <div class="container">
        <p>{say(visit, SITE_WORDS.about)}</p>
        <ul>
          <li>
            <a href="/tilgaengelighed">{say(visit, SITE_WORDS.accessibility)}</a>
          </li>
          <li>
            <a href="/docs">{say(visit, SITE_WORDS.documentation)}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
