import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { IsIn, IsOptional } from 'class-validator';
import { HINDRANCES, type FindingCode } from '../../kernel/finding';
import { IsTextThat } from '../../platform/http/checks';
import { LimitQuery } from '../../platform/http/page.query';
import { ListFindings, type FindingsCursor, type FindingsPage } from '../application/list-findings';

const CODES: readonly FindingCode[] = [...HINDRANCES, 'CORRECTION_REJECTED'];
const CURSOR = /^(folded|corrections)-([A-Za-z0-9_-]{0,40})$/;

class FindingsQuery extends LimitQuery {
  @ApiPropertyOptional({ enum: CODES })
  @IsOptional()
  @IsIn(CODES)
  code?: FindingCode;

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsTextThat('isCursor', (text) => CURSOR.test(text), 'must be `next` of the page before')
  after?: string;
}

@ApiTags('pathways')
@Controller('findings')
export class FindingsController {
  constructor(private readonly findings: ListFindings) {}

  @Get()
  @ApiOperation({
    operationId: 'listFindings',
    summary: 'What is held back or does not count, and why; corrections that were refused, too.',
  })
  @Answers('Findings')
  async list(@Query() { code, after, limit }: FindingsQuery): Promise<{ items: FindingsPage['items']; next?: string }> {
    const { items, next } = await this.findings.page(limit, after === undefined ? undefined : cursorOf(after), code);
    return next === undefined ? { items } : { items, next: `${next.part}-${next.after ?? ''}` };
  }
}

function cursorOf(text: string): FindingsCursor {
  const [, part, after = ''] = CURSOR.exec(text) ?? [];
  return { part: part === 'corrections' ? part : 'folded', ...(after === '' ? undefined : { after }) };
}
