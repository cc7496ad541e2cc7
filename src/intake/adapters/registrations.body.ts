import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { EVENT_KINDS, type EventKind } from '../../kernel/event-kinds';
import { oneOf } from '../../platform/http/checks';

/** Registrations of persons; what a registry says of deliveries is taken back by an event. */
const OF_PERSONS = EVENT_KINDS.filter((kind) => kind !== 'registry.feed-status');
const MOST_NAMED = 500;

/** A registration as its source names it. */
export class NamedRegistration {
  @ApiProperty({ enum: OF_PERSONS, description: 'The type without `dk.rehabspor.` before and `.v1` after.' })
  @IsIn(OF_PERSONS, oneOf(OF_PERSONS))
  kind!: EventKind;

  @ApiProperty({ description: '`data.recordId` of the registration.', minLength: 1, maxLength: 1000 })
  @IsString({ message: 'must be the `recordId` of the registration' })
  @MinLength(1, { message: 'must be the `recordId` of the registration' })
  @MaxLength(1000)
  record!: string;
}

/** The registration that is taken back. */
export class RetractionBody extends NamedRegistration {}

/** Registrations that are asked for. */
export class RegistrationsBody {
  @ApiProperty({ type: [NamedRegistration], maxItems: MOST_NAMED })
  @IsArray({ message: 'must be a list of registrations' })
  @ArrayMaxSize(MOST_NAMED, { message: `must name at most ${MOST_NAMED} registrations` })
  @ValidateNested({ each: true })
  @Type(() => NamedRegistration)
  registrations!: NamedRegistration[];
}
