import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { VitalSigns } from '../../ports/vital-signs';

@ApiTags('operation')
@Controller('health')
export class HealthController {
  constructor(private readonly signs: VitalSigns) {}

  @Get()
  @ApiOperation({ summary: 'Whether the program lives and its store answers, and how far each consumer is behind.' })
  health(@Res({ passthrough: true }) response: Response): object {
    try {
      const storeBytes = this.signs.storeBytes();
      return { status: 'ok', live: true, ready: true, consumers: this.signs.lags(), storeBytes };
    } catch {
      response.status(503);
      return { status: 'unavailable', live: true, ready: false, consumers: this.signs.lags() };
    }
  }
}
