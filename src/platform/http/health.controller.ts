import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { Answers } from './openapi/answers';
import type { Response } from 'express';
import { VitalSigns, type ConsumerLag, type SetAsideInShort, type WebhooksOnHold } from '../../ports/vital-signs';
import { AtTheRoot } from './at-the-root';

interface ReadyAnswer {
  readonly ready: boolean;
  /** What it waits for; only while it is not ready. */
  readonly waitingFor?: readonly string[];
}

interface HealthAnswer extends ReadyAnswer {
  /** `degraded`: ready, but not well: some persons are set aside, or webhooks on hold, while everyone else goes on. */
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly live: true;
  /** Only while somebody is. */
  readonly setAside?: SetAsideInShort;
  /** Only while one is. */
  readonly webhooksOnHold?: WebhooksOnHold;
  readonly consumers: readonly ConsumerLag[];
}

@ApiTags('operation')
@SkipThrottle()
@AtTheRoot()
@Controller('health')
export class HealthController {
  constructor(private readonly signs: VitalSigns) {}

  @Get()
  @ApiOperation({
    operationId: 'readHealth',
    summary:
      'Whether the program lives, is ready to work or waits for something, is well, and how far each consumer is behind.',
  })
  @Answers('Health')
  @Answers('Health', { status: 503, description: 'It waits for something.' })
  async health(@Res({ passthrough: true }) response: Response): Promise<HealthAnswer> {
    const waitingFor = await this.signs.waitingFor();
    const isReady = waitingFor.length === 0;
    if (!isReady) response.status(503);
    const setAside = await this.signs.setAside();
    const webhooksOnHold = await this.signs.webhooksOnHold();
    const isWell = setAside.persons === 0 && webhooksOnHold.webhooks === 0;
    return {
      status: !isReady ? 'unavailable' : isWell ? 'ok' : 'degraded',
      live: true,
      ready: isReady,
      ...(isReady ? undefined : { waitingFor }),
      ...(setAside.persons === 0 ? undefined : { setAside }),
      ...(webhooksOnHold.webhooks === 0 ? undefined : { webhooksOnHold }),
      consumers: this.signs.lags(),
    };
  }

  @Get('live')
  @ApiOperation({
    operationId: 'checkLiveness',
    summary: 'Whether the program lives: it answers. Restart it when this does not answer.',
  })
  @Answers('Liveness')
  live(): { live: true } {
    return { live: true };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'checkReadiness',
    summary: 'Whether the program can work now; 503 while it waits for a broker or a database.',
  })
  @Answers('Readiness')
  @Answers('Readiness', { status: 503, description: 'It waits for something.' })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadyAnswer> {
    const waitingFor = await this.signs.waitingFor();
    if (waitingFor.length === 0) return { ready: true };
    response.status(503);
    return { ready: false, waitingFor };
  }
}
