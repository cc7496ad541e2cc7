import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  PERIOD_RULES,
  SUBSCRIPTION_FORMATS,
  type Destination,
  type PeriodRule,
  type RecallCriteria,
  type SubscriptionFormat,
  type SubscriptionOrder,
} from '../../ports/subscription-book';
import { oneOf } from '../../platform/http/checks';
import { UNIT_FORM } from '../../platform/http/text-forms';
import { LANGUAGES, type Language } from '../../kernel/language';

const KINDS = ['folder', 'mail'] as const;

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

const ORDERS = ['deadline', 'last-contact'] as const;

/** Whom a recall list is of. */
class RecallBody implements RecallCriteria {
  @ApiPropertyOptional({ description: 'Only who can still meet this indicator, by its key.', maxLength: 100 })
  @IsOptional()
  @IsString({ message: 'must be the key of an indicator' })
  @MaxLength(100)
  indicator?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 150, description: 'Only from this age on.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(150)
  ageFrom?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 150, description: 'Only through this age.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(150)
  ageTo?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 3660, description: 'At least so many days unseen.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3660)
  daysSince?: number;

  @ApiPropertyOptional({ type: 'boolean', description: 'Only whom another follows (true), or whom none does (false).' })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  followedElsewhere?: boolean;

  @ApiPropertyOptional({ enum: ORDERS })
  @IsOptional()
  @IsIn(ORDERS, oneOf(ORDERS))
  sort?: (typeof ORDERS)[number];
}

/** An order for a subscription, as it is sent. */
@ApiExtraModels(DeliveryBody, RecallBody)
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

  @ApiPropertyOptional({
    allOf: [{ $ref: getSchemaPath(RecallBody) }],
    description:
      'A list of whom the hospital or municipality can still recall, in place of its report: as CSV, by person keys.',
  })
  @IsOptional()
  @IsObject({ message: 'must say whom the list is of, or be left out' })
  @ValidateNested()
  @Type(() => RecallBody)
  recall?: RecallBody;
}

/** The order of a body that passed its checks. */
export function orderOf(body: SubscriptionBody): SubscriptionOrder {
  const { unit, period, formats, language, schedule, delivery, recall } = body;
  return {
    ...{ unit, period, formats, language, schedule },
    delivery: destinationOf(delivery),
    ...(recall === undefined ? undefined : { recall: { ...recall } }),
  };
}

function destinationOf({ kind, folder = '', to = [] }: DeliveryBody): Destination {
  return kind === 'folder' ? { kind, folder } : { kind, to };
}
