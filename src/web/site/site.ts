import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { Server } from 'node:http';
import { AccessRules } from '../../access/adapters/load-access-table';
import { publishedOnly, viewsOf, type AccessRow } from '../../access/domain/access-table';
import { Present } from '../../access/domain/present';
import type { Reader } from '../../access/domain/reader';
import { PUBLIC_READER } from '../../access/domain/claims';
import { maskCpr } from '../../kernel/cpr-text';
import { danishDay } from '../../kernel/day';
import { OrganisationNames } from '../../kernel/organisation-names';
import { Settings } from '../../platform/config/settings';
import { apiWithin } from '../../platform/http/within/api-within';
import { Clock } from '../../ports/clock';
import { ApiRefusal } from './api-refusal';
import { documentOf } from './frame';
import { LANGUAGE_COOKIE, languageChosen, languageOfPages } from './language-choice';
import type { Page, PageAnswer } from './page';
import { problemPage } from './problem-page';
import { addressOf, type Visit } from './visit';

const A_YEAR_MS = 365 * 24 * 3_600_000;

/** Makes pages: who visits, the frame, and what is shown when the API refuses. */
@Injectable()
export class Site {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly present: Present,
    private readonly rules: AccessRules,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly names: OrganisationNames,
  ) {}

  /** Answers a request with the page that `make` makes of the visit; what the API refuses is said on a page. */
  async answer(
    request: Request,
    response: Response,
    make: (visit: Visit) => Promise<PageAnswer> | PageAnswer,
  ): Promise<void> {
    const visit = this.visitOf(request);
    this.rememberLanguage(request, response);
    const answer = await this.made(visit, request, make);
    if ('to' in answer) response.redirect(303, answer.to);
    else if ('content' in answer) {
      response.setHeader('content-disposition', `attachment; filename="${answer.name}"`);
      response
        .type(answer.type)
        .send(typeof answer.content === 'string' ? answer.content : Buffer.from(answer.content));
    } else
      response
        .status(answer.status ?? 200)
        .type('text/html')
        .send(documentOf(answer, visit));
  }

  /** The document that shows a problem to whoever asked. */
  documentOf(problem: { readonly status: number; readonly detail?: string }, request: Request): string {
    const visit = this.visitOf(request);
    return documentOf(problemPage(visit, problem.status, problem), visit);
  }

  private async made(
    visit: Visit,
    request: Request,
    make: (visit: Visit) => Promise<PageAnswer> | PageAnswer,
  ): Promise<PageAnswer> {
    try {
      return await make(visit);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      if (error.status === 401 && request.method === 'GET') return { to: addressOf('/sign-in', { to: request.url }) };
      return problemPage(visit, error.status, error.problem) satisfies Page;
    }
  }

  private visitOf(request: Request): Visit {
    const reader = this.present.grant()?.reader ?? PUBLIC_READER;
    const language = languageOfPages(request);
    const server = this.host.httpAdapter.getHttpServer() as Server;
    return {
      language,
      ...(reader.subject === PUBLIC_READER.subject ? undefined : { reader }),
      isDemo: this.settings.signIn.issuer === undefined,
      today: danishDay(this.clock.now()),
      api: apiWithin(server, request, language),
      nameOf: (organisation) => this.names.of(organisation)[language],
      path: request.path,
      asked: lastOfEach(request.query),
      posted: everyOfEach(request.body),
      params: request.params as Record<string, string>,
      view: this.viewsFor(reader, 'readResults').includes('exact') ? 'exact' : 'published',
      may: (operation) => this.viewsFor(reader, operation).length > 0,
    };
  }

  /** What a reader may see of an operation on this server, which may show the published view at most. */
  private viewsFor({ roles }: Reader, operation: string): ReturnType<typeof viewsOf> {
    const row: AccessRow | undefined = this.rules.table.get(operation);
    if (row === undefined) return [];
    return viewsOf(this.settings.view === 'exact' ? row : publishedOnly(row), roles, true);
  }

  private rememberLanguage(request: Request, response: Response): void {
    const chosen = languageChosen(request);
    if (chosen === undefined) return;
    response.cookie(LANGUAGE_COOKIE, chosen, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: A_YEAR_MS });
  }
}

/** The last value of each name; a CPR number has no place in an address and goes no further than this. */
function lastOfEach(values: Readonly<Record<string, unknown>>): Visit['asked'] {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string][] => {
      const text = [value].flat().at(-1);
      return typeof text === 'string' && text.trim() !== '' ? [[name, maskCpr(text.trim())]] : [];
    }),
  );
}

function everyOfEach(body: unknown): Visit['posted'] {
  return Object.fromEntries(
    Object.entries((body ?? {}) as Readonly<Record<string, unknown>>).map(([name, value]) => [
      name,
      [value].flat().filter((one): one is string => typeof one === 'string'),
    ]),
  );
}
