import type { Bilingual } from '../../kernel/language';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import type { DefinitionSet, IndicatorDefinition, Provenance } from '../../kernel/definition';
import { DefinitionsInForce } from '../application/definitions-in-force';

type Listed = Pick<IndicatorDefinition, 'key' | 'number' | 'title' | 'description' | 'window' | 'sources' | 'target'>;

interface IndicatorList extends Pick<DefinitionSet, 'title' | 'validFrom' | 'provenance'> {
  readonly definition: string;
  readonly label?: string;
  readonly policy: Readonly<Record<string, string>>;
  readonly indicators: readonly (Listed & {
    /** Who is asked about. */
    readonly denominator: Bilingual;
    readonly kind: 'evidence' | 'value';
    readonly provenance: Provenance;
    readonly label?: string;
  })[];
}

@ApiTags('indicators')
@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly definitions: DefinitionsInForce) {}

  @Get()
  @ApiOperation({
    operationId: 'listIndicators',
    summary: 'The indicators, who is asked about and what fulfils them; working definitions say so.',
  })
  @Answers('IndicatorList')
  list(): IndicatorList {
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
