import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { Answers } from './openapi/answers';
import type { Response } from 'express';
import { Metrics } from '../telemetry/metrics';
import { AtTheRoot } from './at-the-root';

@ApiTags('operation')
@SkipThrottle()
@AtTheRoot()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @ApiOperation({ operationId: 'readMetrics', summary: 'The program’s figures for Prometheus.' })
  @Answers({ 'text/plain': 'text' }, { description: 'Figures in the text format of Prometheus.' })
  async read(@Res() response: Response): Promise<void> {
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
