import { applyDecorators, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { Settings } from '../../platform/config/settings';
import { TakesCpr } from '../../platform/http/cpr-faults';
import { AnswersNothing } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { SignInError } from '../application/sign-in';
import { addressOf, leadTo, ownPath } from './addresses';
import { nameAt, optionsAt, SESSION_COOKIES, SIGNING_IN_COOKIES, valueOf } from './cookies';
import { SignInWays } from './sign-in-ways';
import { AtTheRoot } from '../../platform/http/at-the-root';

/** A text of the issuer's own. */
const FromIssuer = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description, maxLength: 4_000 }), TakesCpr(), IsOptional(), MaxLength(4_000));

class SignInQuery {
  @ApiPropertyOptional({ description: 'The page to go on to.', example: '/', maxLength: 2_000 })
  @IsOptional()
  @MaxLength(2_000)
  to?: string;
}

/** What an issuer says on the way back; which of it, is up to it, and it may look like anything. */
class ReturnQuery {
  @FromIssuer('Used once.')
  code?: string;

  @FromIssuer('Of the sign-in that was begun.')
  state?: string;

  @FromIssuer('The issuer itself (RFC 9207).')
  iss?: string;

  @FromIssuer('The session there.')
  session_state?: string;

  @FromIssuer('Why nobody is signed in.')
  error?: string;

  @FromIssuer('The same in words.')
  error_description?: string;

  @FromIssuer('Where more of it stands.')
  error_uri?: string;
}

/** Signs people in and out: at the issuer that is set, with a session of this server's own. */
@ApiTags('sign-in')
@AtTheRoot()
@Controller()
export class SignInController {
  constructor(
    private readonly ways: SignInWays,
    private readonly settings: Settings,
  ) {}

  @Get('sign-in')
  @ApiOperation({ operationId: 'signIn', summary: 'Leads to the issuer, or to the demo users where there is none.' })
  @AnswersNothing(302, 'The way to where one signs in.')
  async signIn(@Query() { to }: SignInQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.ways.flow === undefined) {
      const on = ownPath(to);
      leadTo(response, 302, on === '/' ? '/sign-in/demo' : `/sign-in/demo?to=${encodeURIComponent(on)}`);
      return;
    }
    const address = addressOf(this.settings.signIn.url, request);
    const { url, browser } = await this.ways.flow.begin(`${address}/sign-in/return`, ownPath(to));
    response.cookie(nameAt(SIGNING_IN_COOKIES, address), browser, optionsAt(address));
    leadTo(response, 302, url);
  }

  @Get('sign-in/return')
  @ApiOperation({
    operationId: 'returnFromIssuer',
    summary: 'Where the issuer sends people back to; begins a session.',
  })
  @AnswersNothing(302, 'The page one wanted to; a cookie knows the session.')
  @ApiResponse({ status: 401, description: 'The sign-in was not begun here, is repeated, or the issuer refused it.' })
  @ApiResponse({ status: 404, description: 'Here no issuer is set.' })
  async returned(@Query() said: ReturnQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.ways.flow === undefined)
      throw new Problem(404, 'Here no issuer is set; demo users sign in at /sign-in/demo.');
    const address = addressOf(this.settings.signIn.url, request);
    const cameBackTo = new URL(`${address}/sign-in/return`);
    for (const [name, value] of Object.entries(said) as [string, string | undefined][]) {
      if (value !== undefined) cameBackTo.searchParams.set(name, value);
    }
    const browser = valueOf(request.headers.cookie, SIGNING_IN_COOKIES) ?? '';
    const { reader, to } = await this.ways.flow.end(cameBackTo, browser).catch((error: unknown) => {
      throw error instanceof SignInError ? notSignedIn(error, response) : error;
    });
    this.endSession(request);
    response.clearCookie(nameAt(SIGNING_IN_COOKIES, address), optionsAt(address));
    response.cookie(nameAt(SESSION_COOKIES, address), this.ways.sessions.begin(reader), optionsAt(address));
    leadTo(response, 302, to);
  }

  @Post('sign-out')
  @ApiOperation({ operationId: 'signOut', summary: 'Ends the session that the cookie names.' })
  @AnswersNothing(303, 'The first page.')
  signOut(@Req() request: Request, @Res() response: Response): void {
    this.endSession(request);
    const address = addressOf(this.settings.signIn.url, request);
    response.clearCookie(nameAt(SESSION_COOKIES, address), optionsAt(address));
    leadTo(response, 303, '/');
  }

  /** Whoever signs in is known by another session than before, and the one before is over. */
  private endSession({ headers }: Request): void {
    const id = valueOf(headers.cookie, SESSION_COOKIES);
    if (id !== undefined) this.ways.sessions.end(id);
  }
}

function notSignedIn({ message }: SignInError, response: Response): Problem {
  response.setHeader('www-authenticate', 'Bearer');
  return new Problem(401, `${message} Begin again at /sign-in.`, { kind: 'not-signed-in' });
}
