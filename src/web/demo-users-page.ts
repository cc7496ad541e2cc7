import { DEMO_USERS } from '../access/domain/demo-users';
import type { Language } from '../kernel/language';
import { PAGE_WORDS } from '../kernel/words/page';
import { html } from './html';
import { demoBanner, whoAsks, type SignedIn } from './signed-in';

/** Every demo user to choose from, as a page. */
export const demoUsersPage = (signedIn: SignedIn, language: Language): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${PAGE_WORDS.chooseUser[language]} · rehabspor</title>
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <header>
          <p class="name"><a href="/">rehabspor</a></p>
          ${whoAsks(signedIn, language)}
        </header>
        ${demoBanner(signedIn, language)}
        <main>
          <h1>${PAGE_WORDS.chooseUser[language]}</h1>
          <ul class="users">
            ${DEMO_USERS.map(
              ({ name, title }) =>
                html`<li>
                  <form action="/sign-in/demo/${name}" method="post"><button type="submit">${title}</button></form>
                </li>`,
            )}
          </ul>
        </main>
      </body>
    </html>`.markup.replaceAll(/\n\s+/g, '\n');
