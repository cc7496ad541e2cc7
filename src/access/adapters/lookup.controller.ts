import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { PersonKey } from '../../kernel/clinical-event';
import { Problem } from '../../platform/http/problem';
import { LookUpPerson } from '../application/look-up-person';
import { LookupBody } from './lookup.body';

@ApiTags('persons')
@Controller('persons')
export class LookupController {
  constructor(private readonly persons: LookUpPerson) {}

  @Post('lookup')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'findPerson',
    summary: 'The person key behind a CPR number; a CPR number never stands in an address.',
  })
  @Answers('FoundPerson')
  @ApiResponse({ status: 404, description: 'Nothing was reported about this number.' })
  async lookUp(@Body() { cpr }: LookupBody): Promise<{ person: PersonKey }> {
    const person = await this.persons.lookUp(cpr);
    if (person === undefined) throw new Problem(404, 'Nothing was reported about this number.');
    return { person };
  }
}
