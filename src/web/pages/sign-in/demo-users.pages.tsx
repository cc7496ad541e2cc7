import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DEMO_USERS } from '../../../access/domain/demo-users';
import { CHOOSE_USER_WORDS } from '../../../kernel/words/overview';
import type { Page } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { problemPage } from '../../site/problem-page';
import { Site } from '../../site/site';
import { addressOf, say, type Visit } from '../../site/visit';

/** The demo users of the built-in issuer. */
@Pages()
export class DemoUsersPages {
  constructor(private readonly site: Site) {}

  @PageAt('sign-in/demo')
  choose(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, demoUsersPage);
  }
}

function demoUsersPage(visit: Visit): Page {
  if (!visit.isDemo) return problemPage(visit, 404, {});
  const to = visit.asked['to'];
  return {
    title: say(visit, CHOOSE_USER_WORDS.title),
    lead: say(visit, CHOOSE_USER_WORDS.lead),
    main: (
      <ul class="users">
        {DEMO_USERS.map(({ name, title }) => (
          <li>
            <form action={addressOf(`/sign-in/demo/${name}`, { to })} method="post">
              <button type="submit" class="button button-secondary">
                {title}
              </button>
            </form>
          </li>
        ))}
      </ul>
    ),
  };
}
