import { Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { Answers, AnswersNothing } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { DEMO_USERS } from '../domain/demo-users';
import { addressOf, leadTo, ownPath } from './addresses';
import { nameAt, optionsAt, SESSION_COOKIES, valueOf } from './cookies';
import { DEMO_TOKEN_SECONDS } from './demo-issuer';
import { SignInWays } from './sign-in-ways';
import { AtTheRoot } from '../../platform/http/at-the-root';

interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** The built-in issuer, for trying on one machine: whoever reaches it is whichever demo user they name. */
class DemoSignInQuery {
  @ApiPropertyOptional({ description: 'The page to go on to.', example: '/', maxLength: 2_000 })
  @IsOptional()
  @MaxLength(2_000)
  to?: string;
}

@ApiTags('sign-in')
@AtTheRoot()
@Controller('sign-in/demo')
export class DemoSignInController {
  constructor(private readonly ways: SignInWays) {}

  @Post(':user')
  @ApiOperation({ operationId: 'signInAsDemoUser', summary: 'Begins a session of a demo user.' })
  @AnswersNothing(303, 'The page one wanted to; a cookie knows the session.')
  @ApiResponse({ status: 404, description: 'There is no such demo user, or an issuer is set.' })
  signIn(
    @Param('user') user: string,
    @Query() { to }: DemoSignInQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): void {
    const reader = this.ways.demo?.readerOf(user);
    if (reader === undefined) throw this.nobody();
    const before = valueOf(request.headers.cookie, SESSION_COOKIES);
    if (before !== undefined) this.ways.sessions.end(before);
    const address = addressOf(undefined, request);
    response.cookie(nameAt(SESSION_COOKIES, address), this.ways.sessions.begin(reader), optionsAt(address));
    leadTo(response, 303, ownPath(to));
  }

  @Post(':user/token')
  @HttpCode(200)
  @ApiOperation({ operationId: 'issueDemoToken', summary: 'An access token of a demo user, for programs.' })
  @Answers('DemoToken')
  @ApiResponse({ status: 404, description: 'There is no such demo user, or an issuer is set.' })
  async token(@Param('user') user: string): Promise<TokenAnswer> {
    const token = await this.ways.demo?.tokenOf(user);
    if (token === undefined) throw this.nobody();
    return { access_token: token, token_type: 'Bearer', expires_in: DEMO_TOKEN_SECONDS };
  }

  private nobody(): Problem {
    return this.ways.demo === undefined
      ? new Problem(404, 'Here an issuer is set: sign in at /sign-in, and ask it for tokens.')
      : new Problem(404, `There is no such demo user; there is ${DEMO_USERS.map(({ name }) => name).join(', ')}.`);
  }
}
