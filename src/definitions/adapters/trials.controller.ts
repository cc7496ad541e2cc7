import type { Bilingual } from '../../kernel/language';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Day } from '../../kernel/day';
import type { Period } from '../../kernel/period';
import type { Level } from '../../kernel/unit';
import { PROPOSAL_REFUSALS } from '../../platform/http/proposal-refusals';
import { Problem } from '../../platform/http/problem';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { CountedVersions } from '../../counting/domain/counted-versions';
import {
  TryDefinition,
  type OutcomeChangePage,
  type KeptTrial,
  type SealedDifference,
  type TrialQuestion,
} from '../application/try-definition';
import type { SensitivityRow } from '../domain/versions/sensitivity';
import { FlipsQuery, SensitivityQuery, TrialBody, trialPeriodOf, TrialQuery } from './trial.query';
import { noSuchDefinition } from '../../platform/http/asked-for';

interface SensitivityAnswer {
  readonly definition: string;
  readonly policy: string;
  readonly title: Bilingual;
  /** The option decided by. */
  readonly inForce: string | undefined;
  readonly options: Readonly<Record<string, Bilingual>>;
  readonly asOf: Day;
  readonly knownAt?: string;
  readonly period: Period;
  readonly level: Level;
  readonly rows: readonly SensitivityRow[];
}

/** Definition sets run as a shadow over all history. */
@ApiTags('definitions')
@Controller('definitions')
export class TrialsController {
  constructor(
    private readonly trials: TryDefinition,
    private readonly versions: CountedVersions,
    private readonly clock: Clock,
  ) {}

  @Get('sensitivity')
  @ApiOperation({
    operationId: 'compareOptions',
    summary: 'Every option of a policy side by side: figures and goal levels of each unit under each.',
  })
  @Answers('Sensitivity')
  @ApiResponse({ status: 404, description: 'There is no such policy; the answer lists those there are.' })
  async sensitivity(@Query() query: SensitivityQuery): Promise<SensitivityAnswer> {
    const { set, policy: chosen, id } = this.versions.inForce.basis;
    const policy = set.policies[query.policy];
    if (policy === undefined || !Object.hasOwn(set.policies, query.policy)) {
      throw new Problem(404, `There is no such policy; there is ${Object.keys(set.policies).join(', ')}.`);
    }
    const question = this.questionOf(query);
    const rows = await this.trials.sensitivity(Object.keys(policy.options), query.policy, question);
    return {
      definition: id,
      policy: query.policy,
      title: policy.title,
      inForce: chosen[query.policy],
      options: Object.fromEntries(Object.entries(policy.options).map(([option, { text }]) => [option, text])),
      asOf: question.viewpoint.asOf,
      ...(query.knownAt === undefined ? undefined : { knownAt: query.knownAt }),
      period: question.period,
      level: query.level ?? 'denmark',
      rows,
    };
  }

  @Get(':set/:version/difference')
  @ApiOperation({
    operationId: 'compareDefinition',
    summary: 'What deciding by this set would change: who flips, which units change level.',
  })
  @Answers('DefinitionDifference')
  @ApiResponse({ status: 404, description: 'There is no such set; the answer lists those there are.' })
  async difference(
    @Param('set') set: string,
    @Param('version') version: string,
    @Query() query: TrialQuery,
  ): Promise<SealedDifference> {
    const difference = await this.trials.difference(`${set}/${version}`, this.questionOf(query));
    if (difference === undefined) throw noSuchDefinition(await this.versions.ids());
    return difference;
  }

  @Get(':set/:version/difference/persons')
  @ApiOperation({
    operationId: 'listOutcomeChanges',
    summary: 'The person keys whose decisions come out otherwise on one indicator, page by page.',
  })
  @Answers('OutcomeChanges')
  @ApiResponse({ status: 404, description: 'There is no such set or indicator; the answer lists those there are.' })
  async persons(
    @Param('set') set: string,
    @Param('version') version: string,
    @Query() query: FlipsQuery,
  ): Promise<OutcomeChangePage> {
    const tried = await this.versions.find(`${set}/${version}`);
    if (tried === undefined) throw noSuchDefinition(await this.versions.ids());
    const keys = [
      ...new Set([...this.versions.inForce.basis.set.indicators, ...tried.basis.set.indicators].map(({ key }) => key)),
    ];
    if (!keys.includes(query.indicator)) {
      throw new Problem(404, `There is no such indicator; there is ${keys.join(', ')}.`);
    }
    const { indicator, from, to, after, limit } = query;
    const page = await this.trials.flips(`${set}/${version}`, {
      ...this.questionOf(query),
      indicator,
      ...(from === undefined ? undefined : { from }),
      ...(to === undefined ? undefined : { to }),
      after,
      limit,
    });
    if (page === undefined) throw noSuchDefinition(await this.versions.ids());
    return page;
  }

  @Post(':set/:version/trials')
  @HttpCode(201)
  @ApiOperation({
    operationId: 'tryDefinition',
    summary: 'Try a proposed set on history and keep the difference with it, for whoever approves it.',
  })
  @Answers('DefinitionDifference', { status: 201 })
  @ApiResponse({ status: 409, description: 'It was approved or rejected already.' })
  async keepTrial(
    @Param('set') set: string,
    @Param('version') version: string,
    @Body() body: TrialBody,
  ): Promise<SealedDifference> {
    const result = await this.trials.keepTrial(`${set}/${version}`, body.by, this.questionOf(body));
    if (result === undefined) throw noSuchDefinition(await this.versions.ids());
    if ('refused' in result) throw new Problem(409, PROPOSAL_REFUSALS[result.refused], { kind: result.refused });
    return result;
  }

  @Get(':set/:version/trials')
  @ApiOperation({
    operationId: 'listTrials',
    summary: 'The differences that were kept when a proposed set was tried, as they were seen then.',
  })
  @Answers('TrialList')
  @ApiResponse({ status: 404, description: 'There is no such proposed set; the answer lists the sets there are.' })
  async keptTrials(
    @Param('set') set: string,
    @Param('version') version: string,
  ): Promise<{ trials: readonly KeptTrial[] }> {
    const trials = await this.trials.keptTrials(`${set}/${version}`);
    if (trials === undefined) throw noSuchDefinition(await this.versions.ids());
    return { trials };
  }

  private questionOf(query: TrialQuery): TrialQuestion {
    return {
      period: trialPeriodOf(query),
      ...(query.level === undefined ? undefined : { level: query.level }),
      viewpoint: viewpointOf(query, this.clock),
    };
  }
}
