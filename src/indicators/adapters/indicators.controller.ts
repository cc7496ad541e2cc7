import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Provenance } from '../../kernel/definition';
import { DefinitionsInForce } from '../application/definitions-in-force';

@ApiTags('indicators')
@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly definitions: DefinitionsInForce) {}

  @Get()
  @ApiOperation({ summary: 'The indicators, who is asked about and what fulfils them; working definitions say so.' })
  list(): object {
    const { id, set, policy } = this.definitions.compiled;
    const { title, validFrom, provenance } = set;
    return {
      definition: id,
      title,
      validFrom,
      provenance,
      ...labelOf(provenance),
      policy,
      indicators: set.indicators.map((indicator) => ({
        key: indicator.key,
        number: indicator.number,
        title: indicator.title,
        description: indicator.description,
        denominator: indicator.denominatorText,
        kind: indicator.evidence === undefined ? 'value' : 'evidence',
        window: indicator.window,
        sources: indicator.sources,
        target: indicator.target,
        provenance: indicator.provenance,
        ...labelOf(indicator.provenance),
      })),
    };
  }
}

function labelOf(provenance: Provenance): { label?: string } {
  return provenance === 'working' ? { label: 'arbejdsdefinition' } : {};
}
