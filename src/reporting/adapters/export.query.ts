import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { EXPORT_FORMATS, type ExportFormat } from './export-report';
import { LANGUAGES, type Language } from '../../kernel/language';
import { ReportQuery } from '../../platform/http/report.query';

/** Which report is wanted as a file, in which format and language. */
export class ExportQuery extends ReportQuery {
  @ApiProperty({ enum: EXPORT_FORMATS })
  @IsIn(EXPORT_FORMATS, { message: `must be one of ${EXPORT_FORMATS.join(', ')}` })
  format!: ExportFormat;

  @ApiPropertyOptional({ enum: LANGUAGES, default: 'da', description: 'Language of headings, where there are any.' })
  @IsIn(LANGUAGES, { message: `must be one of ${LANGUAGES.join(', ')}` })
  lang: Language = 'da';
}
