import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { EXPORT_FORMATS, type ExportFormat } from './export-report';
import { LANGUAGES, type Language } from '../../kernel/language';
import { oneOf } from '../../platform/http/checks';
import { ReportQuery } from '../../platform/http/report.query';

/** Which report is wanted as a file, in which format and language. */
export class ExportQuery extends ReportQuery {
  @ApiProperty({ enum: EXPORT_FORMATS })
  @IsIn(EXPORT_FORMATS, oneOf(EXPORT_FORMATS))
  format!: ExportFormat;

  @ApiPropertyOptional({ enum: LANGUAGES, default: 'da', description: 'Language of headings, where there are any.' })
  @IsIn(LANGUAGES, oneOf(LANGUAGES))
  lang: Language = 'da';
}
