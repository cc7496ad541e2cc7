import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { danishDay } from '../../kernel/day';
import { Clock } from '../../ports/clock';
import { FeedEventStore } from '../../ports/feed-event-store';
import { feedStatusesInForce } from '../domain/feed-statuses';
import { feedsByOrganisation } from '../domain/feeds-by-organisation';

@ApiTags('feeds')
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly feedEvents: FeedEventStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What is said of each organisation’s deliveries: connected, not connected or silent, and when.',
  })
  async list(): Promise<object> {
    const today = danishDay(this.clock.now());
    const statuses = feedStatusesInForce(await this.feedEvents.all());
    return { asOf: today, organisations: feedsByOrganisation(statuses, today) };
  }
}
