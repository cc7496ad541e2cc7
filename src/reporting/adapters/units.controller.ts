import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Problem } from '../../platform/http/problem';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { NationalReports } from '../application/national-reports';
import { unitProfile, type UnitProfile } from '../application/unit-profile';
import { PeriodQuery, periodOf } from './report.query';

@ApiTags('indicators')
@Controller('units')
export class UnitsController {
  constructor(
    private readonly reports: NationalReports,
    private readonly clock: Clock,
  ) {}

  @Get(':organisation/profile')
  @ApiOperation({ summary: 'Every indicator of one unit: hospital:…, municipality:…, region:… or denmark.' })
  @ApiResponse({ status: 404, description: 'There is no such unit.' })
  async profile(@Param('organisation') organisation: string, @Query() query: PeriodQuery): Promise<UnitProfile> {
    const profile = await unitProfile(this.reports, organisation, {
      period: periodOf(query),
      ...viewpointOf(query, this.clock),
    });
    if (profile === undefined) {
      throw new Problem(
        404,
        'There is no such unit; name it as hospital:<SOR>, municipality:<code>, region:<code> or denmark.',
      );
    }
    return profile;
  }
}
