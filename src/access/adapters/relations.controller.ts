import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { PersonKey } from '../../kernel/clinical-event';
import { Answers, AnswersNothing } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { LookUpPerson } from '../application/look-up-person';
import { Relations, type Assertion } from '../application/relations';
import { Present } from '../domain/present';
import type { Relation } from '../domain/relation';
import { AssertionBody, ConsentBody, RevealBody } from './relations.body';
import { readerIn } from './reader-in';

interface PersonRelations {
  readonly person: PersonKey;
  readonly relations: readonly Relation[];
}

/** Who may look at a person: by the facts, by what staff assert, and by what the patient says. */
@ApiTags('persons')
@Controller('persons')
export class RelationsController {
  constructor(
    private readonly relations: Relations,
    private readonly persons: LookUpPerson,
    private readonly present: Present,
  ) {}

  @Get(':person/relations')
  @ApiOperation({
    operationId: 'listRelations',
    summary: 'Which organisations may look at a person, why and how long.',
  })
  @Answers('PersonRelations')
  @ApiResponse({ status: 404, description: 'Nothing is known of this person key.' })
  async list(@Param('person') person: string): Promise<PersonRelations> {
    await this.requireKnown(person);
    return { person, relations: await this.relations.of(person) };
  }

  @Post('relations')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'assertRelation',
    summary: 'Says that one’s organisation treats a person of whom no fact tells it yet; it is kept for control.',
  })
  @Answers('AssertedRelation')
  @ApiResponse({ status: 404, description: 'Nothing was reported about this number.' })
  async assert(@Body() { cpr, reason }: AssertionBody): Promise<{ person: PersonKey; relation: Relation }> {
    const person = await this.persons.lookUp(cpr);
    if (person === undefined) throw new Problem(404, 'Nothing was reported about this number.');
    return { person, relation: await this.relations.assert(person, readerIn(this.present), reason) };
  }

  @Get('relations/asserted')
  @ApiOperation({ operationId: 'listAssertedRelations', summary: 'What staff asserted and why, the youngest first.' })
  @Answers('AssertedRelations')
  async asserted(): Promise<{ items: Assertion[] }> {
    return { items: await this.relations.assertions() };
  }

  @Post(':person/consents')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'settleConsent',
    summary: 'A patient lets a named organisation look, or does not; effective with the next request.',
  })
  @AnswersNothing(204, 'It is so from now on.')
  @ApiResponse({ status: 404, description: 'Nothing is known of this person key.' })
  async settle(@Param('person') person: string, @Body() { organisation, may }: ConsentBody): Promise<void> {
    await this.requireKnown(person);
    await this.relations.settle(person, readerIn(this.present), organisation, may ? 'consented' : 'withdrawn');
  }

  @Post(':person/reveal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'revealPerson', summary: 'The CPR number behind a person key, with a reason.' })
  @Answers('RevealedPerson')
  @ApiResponse({ status: 404, description: 'Nothing is known of this person key.' })
  async reveal(@Param('person') person: string, @Body() _why: RevealBody): Promise<{ cpr: string }> {
    return { cpr: await this.requireKnown(person) };
  }

  /** The number behind a key; a problem where there is none. */
  private async requireKnown(person: PersonKey): Promise<string> {
    const cpr = await this.persons.reveal(person);
    if (cpr === undefined) throw new Problem(404, 'Nothing is known of this person key.');
    return cpr;
  }
}
