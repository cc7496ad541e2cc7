import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { DECISION_CAUSES, type DecisionCause } from '../../kernel/decision-change';
import { IsPersonName, IsTextThat, oneOf } from '../../platform/http/checks';
import { UNIT_FORM } from '../../platform/http/text-forms';
import { CONTENT_MODES, type ContentMode, type WebhookOrder } from '../../ports/webhook-book';
import { isSentFrom, SENT_FROM_REMEDY } from './sent-from';

/** That the day is in the calendar is checked beside it. */
const SINCE_FORM = { pattern: '^(now|start|(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8]))$' } as const;

/** An order for a webhook, as it is sent. */
export class WebhookBody {
  @ApiProperty({ description: 'What the system is called.', example: 'EHR of OUH' })
  @IsPersonName()
  name!: string;

  @ApiProperty({
    description:
      'Who it belongs to: it is sent what this organisation may see. hospital:<SOR>, municipality:<code>, general-practice:<ydernummer> or registry:<name>.',
    maxLength: 200,
    pattern: '^(hospital|municipality|general-practice|registry):\\S+$',
    example: 'hospital:330901000016003',
  })
  @IsString({
    message: 'must be hospital:<SOR>, municipality:<code>, general-practice:<ydernummer> or registry:<name>',
  })
  @MaxLength(200)
  organisation!: string;

  @ApiProperty({
    description:
      'Where events are posted to, at a host that REHABSPOR_WEBHOOK_HOSTS names; with TLS beyond this machine.',
    maxLength: 2_000,
    pattern: '^https?://\\S+$',
  })
  @IsString({ message: 'must be an address that begins with https://' })
  @MaxLength(2_000)
  url!: string;

  @ApiPropertyOptional({ enum: CONTENT_MODES, default: 'batch', description: 'One event a request, or many.' })
  @IsIn(CONTENT_MODES, oneOf(CONTENT_MODES))
  mode: ContentMode = 'batch';

  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    example: ['diet'],
    description: 'Only these indicators, by their keys.',
  })
  @IsOptional()
  @IsArray({ message: 'must be a list of keys of indicators' })
  @ArrayNotEmpty({ message: 'must have at least one key of an indicator' })
  @IsString({ each: true, message: 'must be a list of keys of indicators' })
  indicators?: string[];

  @ApiPropertyOptional({
    description: 'Only pathways counted under this unit.',
    example: 'municipality:0461',
    ...UNIT_FORM,
  })
  @IsOptional()
  @IsString({ message: 'must be hospital:<SOR>, municipality:<code> or region:<code>' })
  @MaxLength(100)
  unit?: string;

  @ApiPropertyOptional({
    enum: DECISION_CAUSES,
    isArray: true,
    minItems: 1,
    example: ['facts'],
    description: 'Only what was decided anew for these causes; what is no more is sent all the same.',
  })
  @IsOptional()
  @IsArray({ message: `must be a list of ${DECISION_CAUSES.join(', ')}` })
  @ArrayNotEmpty({ message: `must have one or more of ${DECISION_CAUSES.join(', ')}` })
  @IsIn(DECISION_CAUSES, { each: true, ...oneOf(DECISION_CAUSES) })
  causes?: DecisionCause[];

  @ApiPropertyOptional({
    default: 'now',
    description: 'From now on, from the start of the log, or what was decided as of a day and later.',
    ...SINCE_FORM,
  })
  @IsTextThat('isSentFrom', isSentFrom, SENT_FROM_REMEDY, SINCE_FORM)
  since: string = 'now';
}

/** From where something is sent again. */
export class SendAgainBody {
  @ApiProperty({ description: 'start, or the day from which decisions are wanted.', example: 'start', ...SINCE_FORM })
  @IsTextThat('isSentFrom', isSentFrom, SENT_FROM_REMEDY, SINCE_FORM)
  since!: string;
}

/** The order of a body that passed its checks; what is absent is left out, so that the same order has the same id. */
export function orderOf({ since: _since, indicators, unit, causes, ...order }: WebhookBody): WebhookOrder {
  const { name, organisation, url, mode } = order;
  return {
    ...{ name, organisation, url, mode },
    ...(indicators === undefined ? undefined : { indicators: [...indicators] }),
    ...(unit === undefined ? undefined : { unit }),
    ...(causes === undefined ? undefined : { causes: [...causes] }),
  };
}
