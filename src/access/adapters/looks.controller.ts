import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { PersonKey } from '../../kernel/clinical-event';
import { MS_PER_DAY } from '../../kernel/day';
import { formatInstant } from '../../kernel/instant';
import { EVERYONE, type ChainedLook } from '../../kernel/look';
import { Answers } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { Clock } from '../../ports/clock';
import { CheckLooks, type LooksChecked } from '../application/check-looks';
import { JudgeLooks } from '../application/judge-looks';
import { ViewLooks, type LooksPage } from '../application/view-looks';
import { isPersonKey } from '../../kernel/person-key-form';
import type { UnusualLooking } from '../domain/looks/unusual';
import { LooksPageQuery, LooksQuery, momentOf, UnusualLookingQuery } from './looks.query';

/** A look as the person it is at may read it: of others it was at, nothing is told. */
interface LookAtPerson {
  readonly number: number;
  readonly at: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation?: string;
  readonly purpose: string;
  readonly relation?: string;
  /** Why, in the reader's own words. */
  readonly reason?: string;
  readonly operation: string;
  /** It was at everyone. */
  readonly everyone?: true;
}

interface LookAnswer extends LookAtPerson {
  readonly subject: string;
  readonly persons: readonly PersonKey[];
}

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next?: number;
}

const USUAL_WINDOW_MS = 7 * MS_PER_DAY;

@ApiTags('looks')
@Controller()
export class LooksController {
  constructor(
    private readonly looks: ViewLooks,
    private readonly judging: JudgeLooks,
    private readonly checking: CheckLooks,
    private readonly clock: Clock,
  ) {}

  @Get('looks')
  @ApiOperation({
    operationId: 'listLooks',
    summary: 'Who looked at whom, for auditors: the newest first, by reader, person, organisation, purpose and moment.',
  })
  @Answers('Looks')
  async list(@Query() { person, from, until, ...question }: LooksQuery): Promise<PageOf<LookAnswer>> {
    const moments = { from: momentOf(from), until: momentOf(until) };
    const asked = { ...question, ...moments, persons: person === undefined ? undefined : [person] };
    return shown(await this.looks.page(without(asked)), asAnswered);
  }

  @Get('looks/unusual')
  @ApiOperation({
    operationId: 'listUnusualLooking',
    summary:
      'Looking that somebody should ask about, reader by reader and day by day: contracts/rules.yaml says what it is judged by.',
  })
  @Answers('UnusualLooking')
  async unusual(
    @Query() query: UnusualLookingQuery,
  ): Promise<{ readonly from: string; readonly until: string; readonly items: readonly UnusualLooking[] }> {
    const until = momentOf(query.until) ?? this.clock.now();
    const from = momentOf(query.from) ?? until - USUAL_WINDOW_MS;
    return {
      from: formatInstant(from),
      until: formatInstant(until),
      items: await this.judging.unusual(from, until),
    };
  }

  @Get('looks/chain')
  @ApiOperation({
    operationId: 'checkLooks',
    summary: 'Whether every look is as it was logged, by the hashes of the log and its signed head: all of it is read.',
  })
  @Answers('LooksChecked')
  check(): Promise<LooksChecked> {
    return this.checking.check();
  }

  @Get('persons/:person/looks')
  @ApiOperation({
    operationId: 'listLooksAtPerson',
    summary: 'Who looked at a person, under whichever of their numbers: the newest first.',
  })
  @Answers('LooksAtPerson')
  @ApiResponse({ status: 404, description: 'This is no person key.' })
  async atPerson(@Param('person') person: string, @Query() query: LooksPageQuery): Promise<PageOf<LookAtPerson>> {
    if (!isPersonKey(person))
      throw new Problem(404, 'This is no person key; POST /api/v1/persons/lookup finds the key of a number.');
    return shown(await this.looks.atPerson(person, without(query)), asAtPerson);
  }
}

function shown<T>({ looks, next }: LooksPage, show: (look: ChainedLook) => T): PageOf<T> {
  const items = looks.map(show);
  return next === undefined ? { items } : { items, next };
}

function asAtPerson({ number, look }: ChainedLook): LookAtPerson {
  const { at, name, roles, organisation, purpose, relation, reason, operation, persons } = look;
  return {
    number,
    at: formatInstant(at),
    name,
    roles,
    ...without({ organisation }),
    purpose,
    ...without({ relation, reason }),
    operation,
    ...(persons.includes(EVERYONE) ? { everyone: true } : undefined),
  };
}

function asAnswered(one: ChainedLook): LookAnswer {
  const { subject, persons } = one.look;
  return { ...asAtPerson(one), subject, persons: persons.filter(isPersonKey) };
}

/** The members that are there. */
const without = <T extends object>(members: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
