import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readCpr } from '../../kernel/cpr';
import { beyondPublished, type View } from '../../kernel/view';
import { Problem } from '../../platform/http/problem';
import { problemOfFields } from '../../platform/http/problem-of-fields';
import { saysItself } from '../../platform/http/says-itself';
import type { Asked, Permissions } from '../application/permissions';
import { SignInError } from '../application/sign-in';
import { publishedOnly, type AccessRow, type AccessTable } from '../domain/access-table';
import { PUBLIC_READER } from '../domain/claims';
import type { PersonKeys } from '../domain/person-key';
import type { Reader } from '../domain/reader';
import { operationOf } from './operations-served';
import type { PresentGrant } from './present-grant';
import { isOwnDoing } from './same-origin';
import type { WhoAsks } from './who-asks';

export interface Guarding {
  readonly table: AccessTable;
  readonly who: WhoAsks;
  readonly permissions: Permissions;
  readonly present: PresentGrant;
  readonly keys: PersonKeys;
  /** The most the server shows. */
  readonly view: View;
}

/** Asks of every request who sends it and whether the table lets them. */
export class AccessGuard implements CanActivate {
  private readonly rows: AccessTable;

  constructor(private readonly with_: Guarding) {
    const { table, view } = with_;
    this.rows = view === 'exact' ? table : new Map([...table].map(([name, row]) => [name, publishedOnly(row)]));
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const row = this.rows.get(operationOf(context.getHandler()) ?? '');
    if (row === undefined) throw new Error('A server does not start with an operation that has no row.');
    if (!isOwnDoing(request)) throw FROM_ELSEWHERE;
    const reader = await this.readerOf(request, http.getResponse<Response>());
    const grant = await this.with_.permissions.grantOf(row, reader, this.askedBy(request, row));
    if (grant === undefined) throw this.refusal(row, reader, http.getResponse<Response>());
    const faults =
      grant.view === 'published' && !saysItself(context.getHandler()) ? beyondPublished(request.query) : [];
    if (faults.length > 0) throw problemOfFields(faults);
    this.with_.present.put(grant);
    Object.assign(request, { reader, relation: grant.relation });
    return true;
  }

  private async readerOf(request: Request, response: Response): Promise<Reader> {
    try {
      return await this.with_.who.readerOf(request);
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
      throw new Problem(401, error.message, { kind: 'not-signed-in' });
    }
  }

  private askedBy({ params, query, body }: Request, { person, organisation }: AccessRow): Asked {
    const textIn = (values: unknown, name: string): string | undefined => {
      const value = (values as Readonly<Record<string, unknown>> | undefined)?.[name];
      return typeof value === 'string' ? value : undefined;
    };
    const cpr = person === 'body.cpr' ? readCpr(textIn(body, 'cpr') ?? '') : undefined;
    return {
      person: cpr === undefined ? textIn(params, 'person') : this.with_.keys.keyOf(cpr.digits),
      organisation: organisation === 'query.source' ? textIn(query, 'source') : textIn(params, 'organisation'),
    };
  }

  private refusal({ operation, person, organisation }: AccessRow, reader: Reader, response: Response): Problem {
    const whole = this.with_.table.get(operation);
    if (this.with_.view === 'published' && reader.roles.some((role) => whole?.cells[role].related !== 'none')) {
      return new Problem(
        403,
        'This server shows the published view only, which has neither persons nor lists nor past moments: ask one ' +
          'that staff use (REHABSPOR_VIEW=exact).',
        { kind: 'exact-view-only' },
      );
    }
    if (reader.subject === PUBLIC_READER.subject) {
      response.setHeader('www-authenticate', 'Bearer');
      return new Problem(401, 'This is for those who have signed in; pages sign in at /sign-in.', {
        kind: 'not-signed-in',
      });
    }
    const remedy =
      person !== undefined
        ? 'Your organisation has no relation with this person, or it is not yourself; health staff may assert one with a ' +
          'reason (POST /api/v1/persons/relations).'
        : organisation === 'query.source' && reader.organisation !== undefined
          ? `Ask for what is your own: source=${reader.organisation}.`
          : 'Your roles do not include this; contracts/access.yaml says whose do.';
    return new Problem(403, remedy, { kind: 'not-permitted' });
  }
}

const FROM_ELSEWHERE = new Problem(
  403,
  'A page of another site sent this, or nobody can tell; send it from a page of this server, or with an access token.',
  { kind: 'from-elsewhere' },
);
