import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags, IntersectionType } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { IsIn, IsOptional } from 'class-validator';
import { HINDRANCES } from '../../kernel/finding';
import { OrganisationNames } from '../../kernel/organisation-names';
import { IsTextThat } from '../../platform/http/checks';
import { LimitQuery, SourceEventsQuery } from '../../platform/http/page.query';
import { ListFindings, type FindingsCursor, type FindingsPage, type ListedCode } from '../application/list-findings';

const CODES: readonly ListedCode[] = ['PERSON_SET_ASIDE', ...HINDRANCES, 'UNIT_NOT_USED', 'CORRECTION_REJECTED'];
const CURSOR = /^(set-aside|folded|corrections)-([A-Za-z0-9_-]{0,40})$/;

class FindingsQuery extends IntersectionType(LimitQuery, SourceEventsQuery) {
  @ApiPropertyOptional({ enum: CODES })
  @IsOptional()
  @IsIn(CODES)
  code?: ListedCode;

  @ApiPropertyOptional({ description: '`next` of the page before.', pattern: CURSOR.source })
  @IsOptional()
  @IsTextThat('isCursor', (text) => CURSOR.test(text), 'must be `next` of the page before')
  after?: string;
}

interface FindingsAnswer {
  readonly items: readonly (FindingsPage['items'][number] & { readonly sourceName?: string })[];
  readonly next?: string;
}

@ApiTags('pathways')
@Controller('findings')
export class FindingsController {
  constructor(
    private readonly findings: ListFindings,
    private readonly names: OrganisationNames,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listFindings',
    summary:
      'Who is set aside, what is held back or does not count, and why, by source, code and day; corrections that were refused, too.',
  })
  @Answers('Findings')
  async list(@Query() { after, limit, ...question }: FindingsQuery): Promise<FindingsAnswer> {
    const { items: found, next } = await this.findings.page(
      question,
      limit,
      after === undefined ? undefined : cursorOf(after),
    );
    const items = found.map((one) => ('source' in one ? { ...one, sourceName: this.names.of(one.source).da } : one));
    return next === undefined ? { items } : { items, next: `${next.part}-${next.after ?? ''}` };
  }
}

function cursorOf(text: string): FindingsCursor {
  const [, part, after = ''] = CURSOR.exec(text) ?? [];
  return { part: part as FindingsCursor['part'], ...(after === '' ? undefined : { after }) };
}
