import { readdirSync, readFileSync } from 'node:fs';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { contractsPath } from '../contracts/contracts-folder';
import { Answers } from './openapi/answers';
import { Problem } from './problem';
import { AtTheRoot } from './at-the-root';

const SCHEMA_JSON = 'application/schema+json';
const SUFFIX = '.schema.json';

/** What sources and topics follow, as files: an AsyncAPI document and the JSON Schemas it refers to. */
@ApiTags('metadata')
@AtTheRoot()
@Controller('contracts')
export class ContractsController {
  private readonly schemas = filesOf('schemas');
  private readonly sourceSchemas = filesOf('schemas/source');

  @Get()
  @ApiOperation({
    operationId: 'listContracts',
    summary: 'Where the contracts are: the topics as AsyncAPI, source events and our own messages as JSON Schemas.',
  })
  @Answers('ContractList')
  list(): { contracts: string[] } {
    return { contracts: ['/contracts/asyncapi.yaml', ...addresses(this.schemas), ...addresses(this.sourceSchemas)] };
  }

  @Get('asyncapi.yaml')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @ApiOperation({ operationId: 'readAsyncApi', summary: 'The topics and their messages as AsyncAPI 3.' })
  @Answers({ 'application/yaml': 'any' }, { description: 'An AsyncAPI document; its references lead to schemas here.' })
  asyncApi(): string {
    return readFileSync(contractsPath('asyncapi.yaml'), 'utf8');
  }

  @Get('schemas/:file')
  @Header('content-type', `${SCHEMA_JSON}; charset=utf-8`)
  @ApiOperation({ operationId: 'readSchema', summary: 'A schema of our own messages, such as receipt.schema.json.' })
  @Answers({ [SCHEMA_JSON]: 'JsonSchema' })
  schema(@Param('file') file: string): string {
    return contentOf(this.schemas, file);
  }

  @Get('schemas/source/:file')
  @Header('content-type', `${SCHEMA_JSON}; charset=utf-8`)
  @ApiOperation({
    operationId: 'readSourceSchema',
    summary: 'The schema of a kind of source event, such as hospital.procedure.schema.json.',
  })
  @Answers({ [SCHEMA_JSON]: 'JsonSchema' })
  sourceSchema(@Param('file') file: string): string {
    return contentOf(this.sourceSchemas, file);
  }
}

interface Files {
  readonly folder: string;
  readonly names: readonly string[];
}

function filesOf(folder: string): Files {
  const names = readdirSync(contractsPath(folder)).filter((name) => name.endsWith(SUFFIX));
  return { folder, names: names.sort() };
}

const addresses = ({ folder, names }: Files): string[] => names.map((name) => `/contracts/${folder}/${name}`);

/** Only names that are listed are looked for, so that none leads out of the folder. */
function contentOf({ folder, names }: Files, asked: string): string {
  const name = names.find((one) => one === asked);
  if (name === undefined) throw new Problem(404, 'There is no such schema; GET /contracts lists them.');
  return readFileSync(contractsPath(folder, name), 'utf8');
}
