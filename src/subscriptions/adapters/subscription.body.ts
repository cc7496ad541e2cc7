import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsIn, IsObject, IsString, ValidateIf, ValidateNested } from 'class-validator';
import {
  PERIOD_RULES,
  SUBSCRIPTION_FORMATS,
  type Destination,
  type PeriodRule,
  type SubscriptionFormat,
  type SubscriptionOrder,
} from '../../ports/subscription-book';
import { UNIT_FORM } from '../../platform/http/text-forms';
import { LANGUAGES, type Language } from '../../kernel/language';

const KINDS = ['folder', 'mail'] as const;
const oneOf = (options: readonly string[]) => ({ message: `must be one of ${options.join(', ')}` });

class DeliveryBody {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS, oneOf(KINDS))
  kind!: (typeof KINDS)[number];

  @ApiPropertyOptional({ description: 'With folder: one below REHABSPOR_REPORTS.', example: 'odense/monthly' })
  @ValidateIf(({ kind }: DeliveryBody) => kind === 'folder')
  @IsString({ message: 'must be the name of a folder below REHABSPOR_REPORTS' })
  folder?: string;

  @ApiPropertyOptional({ description: 'With mail: who gets it.', example: ['name@example.org'], type: [String] })
  @ValidateIf(({ kind }: DeliveryBody) => kind === 'mail')
  @IsArray({ message: 'must be a list of mail addresses' })
  @IsString({ each: true, message: 'must be a list of mail addresses' })
  to?: string[];
}

/** An order for a subscription, as it is sent. */
@ApiExtraModels(DeliveryBody)
export class SubscriptionBody {
  @ApiProperty({ description: 'hospital:<SOR>, municipality:<code>, region:<code> or denmark.', ...UNIT_FORM })
  @IsString({ message: 'must be hospital:<SOR>, municipality:<code>, region:<code> or denmark' })
  unit!: string;

  @ApiProperty({ enum: PERIOD_RULES, description: 'The latest one that has ended when the report is due.' })
  @IsIn(PERIOD_RULES, oneOf(PERIOD_RULES))
  period!: PeriodRule;

  @ApiProperty({ enum: SUBSCRIPTION_FORMATS, isArray: true, minItems: 1 })
  @IsArray({ message: `must be a list of ${SUBSCRIPTION_FORMATS.join(', ')}` })
  @ArrayNotEmpty({ message: `must have one or more of ${SUBSCRIPTION_FORMATS.join(', ')}` })
  @IsIn(SUBSCRIPTION_FORMATS, { each: true, ...oneOf(SUBSCRIPTION_FORMATS) })
  formats!: SubscriptionFormat[];

  @ApiPropertyOptional({ enum: LANGUAGES, default: 'da' })
  @IsIn(LANGUAGES, oneOf(LANGUAGES))
  language: Language = 'da';

  @ApiProperty({ description: 'Cron text of five parts in Danish time, at most once an hour.', example: '0 6 5 * *' })
  @IsString({ message: 'must be cron text of five parts, such as "0 6 5 * *"' })
  schedule!: string;

  @ApiProperty({
    allOf: [{ $ref: getSchemaPath(DeliveryBody) }],
    anyOf: [
      { type: 'object', properties: { kind: { const: 'folder' } }, required: ['kind', 'folder'] },
      { type: 'object', properties: { kind: { const: 'mail' } }, required: ['kind', 'to'] },
    ] as never,
  })
  @IsObject({ message: 'must say where: {"kind":"folder","folder":…} or {"kind":"mail","to":[…]}' })
  @ValidateNested()
  @Type(() => DeliveryBody)
  delivery!: DeliveryBody;
}

/** The order of a body that passed its checks. */
export function orderOf({ unit, period, formats, language, schedule, delivery }: SubscriptionBody): SubscriptionOrder {
  return { unit, period, formats, language, schedule, delivery: destinationOf(delivery) };
}

function destinationOf({ kind, folder = '', to = [] }: DeliveryBody): Destination {
  return kind === 'folder' ? { kind, folder } : { kind, to };
}
