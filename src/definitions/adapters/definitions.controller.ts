import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { PROPOSAL_REFUSALS } from '../../platform/http/proposal-refusals';
import { Problem } from '../../platform/http/problem';
import { DefinitionProposals, type DefinitionEntry, type DefinitionInFull } from '../application/definition-proposals';
import { ProposalBody, StepBody } from './definition.bodies';

@ApiTags('definitions')
@Controller('definitions')
export class DefinitionsController {
  constructor(private readonly proposals: DefinitionProposals) {}

  @Get()
  @ApiOperation({
    operationId: 'listDefinitions',
    summary: 'Every definition set: the one in force, the one approved for the next start, proposals.',
  })
  @Answers('DefinitionList')
  async list(): Promise<{ definitions: readonly DefinitionEntry[] }> {
    return { definitions: await this.proposals.list() };
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({
    operationId: 'proposeDefinition',
    summary: 'Put a definition set forward: YAML text that follows the schema, with a new version.',
  })
  @Answers('DefinitionEntry', { status: 201 })
  @ApiResponse({ status: 400, description: 'It cannot be decided by; `errors` names every place and what is wrong.' })
  @ApiResponse({ status: 409, description: 'There is a set of that name and version.' })
  async propose(@Body() { definitions, by, note }: ProposalBody): Promise<DefinitionEntry> {
    const result = await this.proposals.propose(definitions, by, note);
    if ('proposed' in result) return result.proposed;
    if ('taken' in result) {
      throw new Problem(409, `There is a ${result.taken} already; give the changed set a version of its own.`);
    }
    throw new Problem(400, 'These definitions cannot be decided by; `errors` says where and why.', {
      kind: 'invalid-definitions',
      errors: result.faults.map(({ line, path, remedy }) => ({
        path: path === '' ? 'definitions' : path,
        remedy: line === undefined ? remedy : `line ${line}: ${remedy}`,
      })),
    });
  }

  @Get(':set/:version')
  @ApiOperation({
    operationId: 'readDefinition',
    summary: 'One definition set in full, as it was written, with the steps it went through.',
  })
  @Answers('DefinitionInFull')
  @ApiResponse({ status: 404, description: 'There is no such set; the answer lists those there are.' })
  async find(@Param('set') set: string, @Param('version') version: string): Promise<DefinitionInFull> {
    const found = await this.proposals.find(`${set}/${version}`);
    if (found === undefined) throw await this.noSuchSet();
    return found;
  }

  @Post(':set/:version/approve')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveDefinition',
    summary: 'Approve a set that was tried, as another person than who proposed it; from the next start.',
  })
  @Answers('DefinitionEntry')
  @ApiResponse({ status: 409, description: 'Not tried yet, the same person, or decided already.' })
  approve(
    @Param('set') set: string,
    @Param('version') version: string,
    @Body() body: StepBody,
  ): Promise<DefinitionEntry> {
    return this.decide(`${set}/${version}`, 'approved', body);
  }

  @Post(':set/:version/reject')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rejectDefinition',
    summary: 'Reject a proposed set; it stays in the book and can still be reported under.',
  })
  @Answers('DefinitionEntry')
  @ApiResponse({ status: 409, description: 'It was approved or rejected already.' })
  reject(
    @Param('set') set: string,
    @Param('version') version: string,
    @Body() body: StepBody,
  ): Promise<DefinitionEntry> {
    return this.decide(`${set}/${version}`, 'rejected', body);
  }

  private async decide(id: string, step: 'approved' | 'rejected', { by, note }: StepBody): Promise<DefinitionEntry> {
    const result = await this.proposals.decide(id, step, by, note);
    if (result === undefined) throw await this.noSuchSet();
    if ('refused' in result) throw new Problem(409, PROPOSAL_REFUSALS[result.refused], { kind: result.refused });
    return result.entry;
  }

  private async noSuchSet(): Promise<Problem> {
    const ids = (await this.proposals.list()).map(({ definition }) => definition);
    return new Problem(404, `There is no such definition set here; there is ${ids.join(', ')}.`);
  }
}
