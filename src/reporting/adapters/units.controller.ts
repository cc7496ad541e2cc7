import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { IsIn, IsOptional } from 'class-validator';
import { Problem } from '../../platform/http/problem';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { danishDay } from '../../kernel/day';
import { regionOf } from '../../kernel/organisation-list';
import { IndicatorReports } from '../application/indicator-reports';
import { unitProfile, type UnitProfile } from '../application/unit-profile';
import { GOAL_LEVELS, type GoalLevel } from '../../counting/domain/statistics/goal-level';
import { CONTEXTS, everyUnit, LEVELS, unitOf, type Context, type Level, type Unit } from '../../kernel/unit';
import { unitAsked } from '../../platform/http/asked-for';
import { contextOf, PeriodQuery, periodOf } from '../../platform/http/report.query';

class ProfileQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: CONTEXTS, description: 'By the index hospital (treated) or by residence (resident).' })
  @IsOptional()
  @IsIn(CONTEXTS)
  context?: Context;

  @ApiPropertyOptional({ enum: GOAL_LEVELS, description: 'Only the indicators at this goal level.' })
  @IsOptional()
  @IsIn(GOAL_LEVELS)
  goalLevel?: GoalLevel;
}

class UnitsQuery {
  @ApiPropertyOptional({ enum: LEVELS, description: 'Only the units of this level.' })
  @IsOptional()
  @IsIn(LEVELS)
  level?: Level;
}

/** A unit to choose, and of a hospital or municipality the region it lies in today. */
interface ListedUnit extends Unit {
  readonly level: Level;
  readonly region?: Unit;
}

@ApiTags('indicators')
@Controller('units')
export class UnitsController {
  constructor(
    private readonly reports: IndicatorReports,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listUnits',
    summary: 'The units there are: Denmark, regions, hospitals and municipalities.',
  })
  @Answers('UnitList')
  list(@Query() { level }: UnitsQuery): { units: ListedUnit[] } {
    const { organisations } = this.reports.basis;
    const levels = level === undefined ? LEVELS : [level];
    const today = danishDay(this.clock.now());
    return {
      units: levels.flatMap((of) =>
        everyUnit(of, organisations).map((id): ListedUnit => {
          const lies = of === 'hospital' || of === 'municipality' ? regionOf(organisations, id, today) : undefined;
          const region = lies === undefined ? undefined : { region: unitOf(`region:${lies.code}`, organisations) };
          return { ...unitOf(id, organisations), level: of, ...region };
        }),
      ),
    };
  }

  @Get(':organisation/profile')
  @ApiOperation({
    operationId: 'readProfile',
    summary:
      'Every indicator of one unit (hospital:…, municipality:…, region:… or denmark): figures, goal level, change ' +
      'against the period before, the best and the worst, and what can still be recovered inside its window.',
  })
  @Answers('UnitProfile')
  @ApiResponse({ status: 404, description: 'There is no such unit; the answer lists those there are.' })
  async profile(@Param('organisation') organisation: string, @Query() query: ProfileQuery): Promise<UnitProfile> {
    const viewpoint = viewpointOf(query, this.clock);
    const { cases } = await this.reports.counted.at(viewpoint);
    const level = unitAsked(this.reports.basis.organisations, organisation, (id) => cases.organisationNumber(id) > 0);
    const profile = await unitProfile(this.reports, organisation, {
      ...(query.goalLevel === undefined ? undefined : { goalLevel: query.goalLevel }),
      period: periodOf(query),
      context: contextOf({ level, ...(query.context === undefined ? undefined : { context: query.context }) }),
      ...viewpoint,
    });
    if (profile === undefined) throw new Problem(404, 'This unit did not exist in the period; see /api/v1/units.');
    return profile;
  }
}
