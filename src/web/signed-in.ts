import type { Language } from '../kernel/language';
import { PAGE_WORDS } from '../kernel/words/page';
import { html, type Html } from './html';

/** Who looks at a page. */
export interface SignedIn {
  /** What they are called; absent while nobody has signed in. */
  readonly name?: string;
  /** Whether anybody may be anybody here, for trying. */
  readonly isDemo: boolean;
}

/** Who has signed in, with the way out; else the way in. */
export const whoAsks = ({ name }: SignedIn, language: Language): Html =>
  name === undefined
    ? html`<a href="/sign-in">${PAGE_WORDS.signIn[language]}</a>`
    : html`<form action="/sign-out" method="post" class="reader">
        ${PAGE_WORDS.signedInAs[language]} <strong>${name}</strong>
        <button type="submit">${PAGE_WORDS.signOut[language]}</button>
      </form>`;

/** Says on every page that demo users are no real sign-in. */
export const demoBanner = ({ isDemo }: SignedIn, language: Language): Html | undefined =>
  isDemo ? html`<p class="demo" role="note">${PAGE_WORDS.demo[language]}</p>` : undefined;
