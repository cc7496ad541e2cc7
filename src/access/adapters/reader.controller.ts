import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { readerIn } from './reader-in';
import { Present } from '../domain/present';
import type { Reader } from '../domain/reader';

@ApiTags('sign-in')
@Controller('reader')
export class ReaderController {
  constructor(private readonly present: Present) {}

  @Get()
  @ApiOperation({
    operationId: 'readReader',
    summary: 'Who asks, as this server knows them: name, roles, organisation.',
  })
  @Answers('Reader')
  reader(): Reader {
    return readerIn(this.present);
  }
}
