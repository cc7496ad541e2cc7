import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { IsIn, IsOptional } from 'class-validator';
import { oneOf } from '../../platform/http/checks';
import { Problem } from '../../platform/http/problem';
import { Metadata } from '../application/metadata';
import { inLanguage, type Worded } from '../domain/metadata/in-language';
import type { MetadataIndex, SectionMetadata } from '../domain/metadata/described';
import {
  indicatorMetadata,
  type IndicatorMetadata,
  metadataIndex,
  sectionMetadata,
  SECTIONS,
} from '../domain/metadata/metadata';
import { LANGUAGES, type Language } from '../../kernel/language';
import { indicatorAsked } from '../../platform/http/asked-for';

export class LanguageQuery {
  @ApiPropertyOptional({ enum: LANGUAGES, description: 'Texts in this language alone; without it in both.' })
  @IsOptional()
  @IsIn(LANGUAGES, oneOf(LANGUAGES))
  lang?: Language;
}

/** Open to everyone, without sign-in. */
@ApiTags('metadata')
@Controller('metadata')
export class MetadataController {
  constructor(private readonly metadata: Metadata) {}

  @Get()
  @ApiOperation({
    operationId: 'readMetadata',
    summary: 'What is described, and the definitions and policies in force. Open without sign-in.',
  })
  @Answers('MetadataIndex')
  index(@Query() { lang }: LanguageQuery): Worded<MetadataIndex> {
    return inLanguage(metadataIndex(this.metadata.basis), lang);
  }

  @Get('indicators/:key')
  @ApiOperation({
    operationId: 'describeIndicator',
    summary: 'One indicator in words made from its rules, in Danish and English, with the rules.',
  })
  @Answers('IndicatorMetadata')
  @ApiResponse({ status: 404, description: 'There is no such indicator.' })
  indicator(@Param('key') key: string, @Query() { lang }: LanguageQuery): Worded<IndicatorMetadata> {
    const { basis } = this.metadata;
    return inLanguage(indicatorMetadata(indicatorAsked(basis.set, key), basis), lang);
  }

  @Get(':section')
  @ApiOperation({
    operationId: 'describeSection',
    summary:
      'Code lists, measures, rules, sources, reasons or words, generated from the contracts. Open without sign-in.',
  })
  @Answers('SectionMetadata')
  @ApiResponse({ status: 404, description: 'There is no such section.' })
  section(@Param('section') asked: string, @Query() { lang }: LanguageQuery): Worded<SectionMetadata> {
    const { basis, descriptions } = this.metadata;
    const section = SECTIONS.find((one) => one === asked);
    if (section === undefined) {
      throw new Problem(404, `There is no such section; there is indicators/{key}, ${SECTIONS.join(', ')}.`);
    }
    return inLanguage(sectionMetadata(section, basis, descriptions), lang);
  }
}
