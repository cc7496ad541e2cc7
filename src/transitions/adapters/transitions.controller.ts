import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { TransitionReports, type TransitionQuestion, type TransitionReport } from '../application/transition-reports';
import { OrganisationNames, type NamedPlaces } from '../../kernel/organisation-names';
import type { Period } from '../../kernel/period';
import type { MadeUnder } from '../application/population';
import type { LoopStanding, OpenLoop } from '../domain/open-loops';
import { periodOf } from '../../platform/http/report.query';
import { OpenLoopsQuery, TransitionsQuery } from './transitions.query';

interface OpenLoopsAnswer extends MadeUnder {
  readonly period: Period;
  readonly standing: LoopStanding;
  readonly total: number;
  readonly from: number;
  readonly loops: readonly (OpenLoop & NamedPlaces)[];
}

@ApiTags('transitions')
@Controller('transitions')
export class TransitionsController {
  constructor(
    private readonly transitions: TransitionReports,
    private readonly names: OrganisationNames,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'readTransitions',
    summary:
      'What came of the referrals of a period, by pair of hospital and municipality: started, open, lost, unknown; how it ended and how long it took.',
  })
  @Answers('Transitions')
  @ApiResponse({
    status: 404,
    description: 'There is no such hospital or municipality; the answer lists those there are.',
  })
  async report(@Query() query: TransitionsQuery): Promise<TransitionReport> {
    return this.transitions.report(await this.asked(query));
  }

  @Get('open-loops')
  @ApiOperation({
    operationId: 'listOpenLoops',
    summary:
      'The referrals that nobody is known to have taken up, with how long a start still counts; the most urgent first.',
  })
  @Answers('OpenLoops')
  @ApiResponse({
    status: 404,
    description: 'There is no such hospital or municipality; the answer lists those there are.',
  })
  async openLoops(@Query() query: OpenLoopsQuery): Promise<OpenLoopsAnswer> {
    const { standing, from, limit } = query;
    const question = await this.asked(query);
    const loops = await this.transitions.openLoops({ ...question, standing });
    return {
      ...this.transitions.population.madeUnder(question),
      period: question.period,
      standing,
      total: loops.length,
      from,
      loops: loops.slice(from, from + limit).map((loop) => this.names.besidePlaces(loop)),
    };
  }

  private async asked(query: TransitionsQuery): Promise<TransitionQuestion> {
    const { hospital, municipality } = query;
    const question = {
      period: periodOf(query),
      ...viewpointOf(query, this.clock),
      ...(hospital === undefined ? undefined : { hospital }),
      ...(municipality === undefined ? undefined : { municipality }),
    };
    const fault = await this.transitions.faultIn(question);
    if (fault !== undefined) throw new Problem(404, fault);
    return question;
  }
}
