import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { Organisation } from '../../kernel/organisation';
import { OrganisationNames } from '../../kernel/organisation-names';
import { Problem } from '../../platform/http/problem';
import { ViewFeeds } from '../application/view-feeds';
import { isOpen } from '../domain/alarm';
import { nearestOrganisations } from '../domain/nearest-organisation';
import type { CalendarAnswer, FeedAnswer, FeedsAnswer, LastReceivedAnswer } from './feeds.answers';
import { writeAlarm, writeJudgement, writeMonth } from './write-feeds';
import { CalendarQuery, FeedQuery, isSpan, LastReceivedQuery } from './feed.queries';

@ApiTags('feeds')
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly view: ViewFeeds,
    private readonly names: OrganisationNames,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listFeeds',
    summary:
      'What is said of each organisation’s deliveries: connected, not connected or silent, and when; with open alarms.',
  })
  @Answers('Feeds')
  async list(): Promise<FeedsAnswer> {
    const open = await this.view.alarms(isOpen);
    const { asOf, organisations } = await this.view.statuses();
    return {
      asOf,
      organisations: organisations.map((one) => this.names.beside(one)),
      alarms: open.map((alarm) => writeAlarm(alarm, this.names)),
    };
  }

  @Get('calendar')
  @ApiOperation({
    operationId: 'showCalendar',
    summary:
      'Source by month: green (all came), yellow (a part), red (nothing), none (nothing expected); expected and received.',
  })
  @Answers('DeliveryCalendar')
  @ApiResponse({ status: 404, description: 'There is no such organisation.' })
  async calendar(@Query() query: CalendarQuery): Promise<CalendarAnswer> {
    const usual = this.view.defaultMonths();
    const last = query.to ?? usual.to;
    const from = query.from ?? (last < usual.from ? last : usual.from);
    const to = query.to ?? (from > usual.to ? from : usual.to);
    if (!isSpan(from, to)) {
      throw new Problem(400, '`from` must not lie after `to`, and there may be 120 months between them at most.');
    }
    if (query.organisation !== undefined) await this.check(query.organisation);
    const rows = await this.view.calendar(from, to, query.organisation);
    return {
      from,
      to,
      organisations: rows.map(({ organisation, months }) =>
        this.names.beside({ organisation, months: months.map(writeMonth) }),
      ),
    };
  }

  @Get('received')
  @ApiOperation({
    operationId: 'readLastReceived',
    summary: 'The last day on which something was received: of everyone, or of one organisation.',
  })
  @Answers('LastReceived')
  async received(@Query() { until: asked, organisation }: LastReceivedQuery): Promise<LastReceivedAnswer> {
    const { until, through = null } = await this.view.lastReceived(asked, organisation);
    return { until, ...(organisation === undefined ? undefined : { organisation }), through };
  }

  @Get(':organisation')
  @ApiOperation({
    operationId: 'readFeed',
    summary: 'One organisation’s deliveries: its state and why, its alarms and its last twelve months.',
  })
  @Answers('Feed')
  @ApiResponse({ status: 404, description: 'There is no such organisation.' })
  async organisation(@Param('organisation') organisation: string, @Query() { asOf }: FeedQuery): Promise<FeedAnswer> {
    await this.check(organisation);
    const { statuses, judgement, alarms, months } = await this.view.organisation(organisation, asOf);
    return {
      ...this.names.beside({ organisation }),
      said: { now: statuses?.now, statuses: statuses?.statuses ?? [] },
      delivers: judgement === undefined ? { state: 'learning', findings: [] } : writeJudgement(judgement, this.names),
      alarms: alarms.map((alarm) => writeAlarm(alarm, this.names)),
      months: months.map(writeMonth),
    };
  }

  private async check(organisation: Organisation): Promise<void> {
    const known = await this.view.known();
    if (known.includes(organisation)) return;
    const nearest = nearestOrganisations(organisation, known);
    const there =
      nearest.length === 0
        ? 'nobody has delivered anything yet'
        : `there is ${nearest.map((one) => this.names.withCode(one).en).join(', ')}`;
    const more = known.length > nearest.length ? ` and ${known.length - nearest.length} more` : '';
    throw new Problem(404, `No such organisation has delivered anything; ${there}${more}.`);
  }
}
