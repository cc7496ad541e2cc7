import { isPersonKey } from '../../kernel/person-key-form';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Request, Response } from 'express';
import { Problem } from '../../platform/http/problem';
import { viewpointOf, ViewpointQuery } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { DecisionSource } from '../../ports/decision-source';
import { IndicatorReports } from '../application/indicator-reports';
import { individualFhir } from './fhir/measure-report';
import { answerFhir } from '../../platform/http/fhir-answer';

@ApiTags('persons')
@Controller('persons')
export class MeasureReportsController {
  constructor(
    private readonly decisions: DecisionSource,
    private readonly reports: IndicatorReports,
    private readonly clock: Clock,
  ) {}

  @Get(':person/measure-reports')
  @ApiOperation({
    operationId: 'readMeasureReports',
    summary:
      'One person’s decisions as FHIR R4 MeasureReports, one per pathway and indicator, with the decisive facts.',
  })
  @Answers({ 'application/fhir+json': 'FhirBundle' })
  @ApiResponse({ status: 404, description: 'Nothing is known of this person key.' })
  @ApiResponse({ status: 409, description: 'The person is set aside: nothing can be decided now.' })
  async measureReports(
    @Param('person') person: string,
    @Query() query: ViewpointQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const viewpoint = viewpointOf(query, this.clock);
    const known = isPersonKey(person) ? await this.decisions.person(person, viewpoint) : undefined;
    if (known === undefined) {
      throw new Problem(
        404,
        'Nothing is known of this person key; POST /api/v1/persons/lookup finds the key of a number.',
      );
    }
    if (known.setAside !== undefined) {
      const { stage, reason } = known.setAside;
      throw new Problem(
        409,
        `This person is set aside, since ${stage} fails (${reason}); everyone else is not concerned.`,
      );
    }
    answerFhir(request, response, individualFhir({ ...known, ...viewpoint }, this.reports.basis));
  }
}
