import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { OrganisationNames } from '../../kernel/organisation-names';
import { Problem } from '../../platform/http/problem';
import { SettleAlarm, type Verdict } from '../application/settle-alarm';
import { ViewFeeds } from '../application/view-feeds';
import { WatchFeeds, type WatchResult } from '../application/watch-feeds';
import { isOpen } from '../domain/alarm';
import { writeAlarm, type AlarmAnswer } from './write-feeds';
import { AlarmsQuery, VerdictBody } from './feed.queries';

@ApiTags('feeds')
@Controller('feeds')
export class AlarmsController {
  constructor(
    private readonly view: ViewFeeds,
    private readonly settling: SettleAlarm,
    private readonly watch: WatchFeeds,
    private readonly names: OrganisationNames,
  ) {}

  @Get('alarms')
  @ApiOperation({
    operationId: 'listAlarms',
    summary: 'What is wrong with deliveries, the youngest first: what, since when, and on what basis.',
  })
  @Answers('AlarmList')
  async list(@Query() { standing, state, organisation }: AlarmsQuery): Promise<{ items: AlarmAnswer[] }> {
    const alarms = await this.view.alarms(
      (alarm) =>
        (standing === 'all' || isOpen(alarm) === (standing === 'open')) &&
        (state === undefined || alarm.finding.state === state) &&
        (organisation === undefined || alarm.finding.organisation === organisation),
    );
    return { items: alarms.map((alarm) => writeAlarm(alarm, this.names)) };
  }

  @Post('judge')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'judgeFeeds',
    summary: 'Judges everyone’s deliveries through yesterday now; otherwise done once a day.',
  })
  @Answers('JudgedFeeds')
  judge(): Promise<WatchResult> {
    return this.watch.judgeAll();
  }

  @Post('alarms/:id/confirm')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'confirmAlarm',
    summary:
      'Staff confirm an alarm. If something is missing, the feed is silent from its first day: decisions follow.',
  })
  @Answers('Alarm')
  @ApiResponse({ status: 404, description: 'There is no such alarm.' })
  @ApiResponse({ status: 409, description: 'Somebody said so before, or just now said something of it.' })
  confirm(@Param('id') id: string, @Body() body: VerdictBody): Promise<AlarmAnswer> {
    return this.settle(id, 'confirmed', body);
  }

  @Post('alarms/:id/overrule')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'overruleAlarm',
    summary: 'Staff overrule an alarm. If something was told missing, the feed is connected from its first day.',
  })
  @Answers('Alarm')
  @ApiResponse({ status: 404, description: 'There is no such alarm.' })
  @ApiResponse({ status: 409, description: 'Somebody said so before, or just now said something of it.' })
  overrule(@Param('id') id: string, @Body() body: VerdictBody): Promise<AlarmAnswer> {
    return this.settle(id, 'overruled', body);
  }

  private async settle(id: string, what: Verdict['what'], { by, note }: VerdictBody): Promise<AlarmAnswer> {
    const settled = await this.settling.settle(id, { what, by, ...(note === undefined ? undefined : { note }) });
    switch (settled.result) {
      case 'no-such-alarm': {
        const open = await this.view.alarms(isOpen);
        throw new Problem(
          404,
          `There is no such alarm; GET /api/v1/feeds/alarms lists them (${open.length} are open).`,
        );
      }
      case 'said-before':
        throw new Problem(409, `This alarm was ${what} before; nothing is left to do.`);
      case 'overtaken':
        throw new Problem(409, 'Somebody else said something of this alarm just now; look at it and say it again.');
      case 'settled':
        return writeAlarm(settled.alarm, this.names);
    }
  }
}
