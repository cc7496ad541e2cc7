import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { VitalSigns } from '../../ports/vital-signs';

@ApiTags('operation')
@Controller('health')
export class HealthController {
  constructor(private readonly signs: VitalSigns) {}

  @Get()
  @ApiOperation({
    summary: 'Whether the program lives, is ready to work or waits for something, and how far each consumer is behind.',
  })
  async health(@Res({ passthrough: true }) response: Response): Promise<object> {
    const waitingFor = await this.signs.waitingFor();
    const isReady = waitingFor.length === 0;
    if (!isReady) response.status(503);
    return {
      status: isReady ? 'ok' : 'unavailable',
      live: true,
      ready: isReady,
      ...(isReady ? undefined : { waitingFor }),
      consumers: this.signs.lags(),
    };
  }

  @Get('live')
  @ApiOperation({ summary: 'Whether the program lives: it answers. Restart it when this does not answer.' })
  live(): object {
    return { live: true };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether the program can work now; 503 while it waits for a broker or a database.' })
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const waitingFor = await this.signs.waitingFor();
    if (waitingFor.length === 0) return { ready: true };
    response.status(503);
    return { ready: false, waitingFor };
  }
}
