import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Request, Response } from 'express';
import { Metadata } from '../application/metadata';
import { measureFhir, measuresFhir } from './fhir/fhir-measure';
import { answerFhir } from '../../platform/http/fhir-answer';
import { indicatorAsked } from '../../platform/http/asked-for';

@ApiTags('metadata')
@Controller('measures')
export class MeasuresController {
  constructor(private readonly metadata: Metadata) {}

  @Get()
  @ApiOperation({
    operationId: 'listMeasures',
    summary: 'Every indicator as a FHIR R4 Measure, with the Library of their criteria in CQL, in a Bundle.',
  })
  @Answers({ 'application/fhir+json': 'FhirBundle' })
  measures(@Req() request: Request, @Res() response: Response): void {
    answerFhir(request, response, measuresFhir(this.metadata.basis, this.metadata.library));
  }

  @Get(':key')
  @ApiOperation({
    operationId: 'readMeasure',
    summary: 'One indicator as a FHIR R4 Measure; a working definition is a draft.',
  })
  @Answers({ 'application/fhir+json': 'FhirMeasure' })
  @ApiResponse({ status: 404, description: 'There is no such indicator.' })
  measure(@Param('key') key: string, @Req() request: Request, @Res() response: Response): void {
    const { basis, library } = this.metadata;
    answerFhir(request, response, measureFhir(indicatorAsked(basis.set, key), basis, library));
  }
}
