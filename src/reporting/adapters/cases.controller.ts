import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { viewpointOf } from '../../platform/http/viewpoint.query';
import { Clock } from '../../ports/clock';
import { IndicatorReports } from '../application/indicator-reports';
import { countedAs } from '../../counting/domain/counted-as';
import type { Case } from '../../counting/domain/case';
import type { Cases } from '../../counting/domain/cases';
import { casesBehind, type Counting } from '../../counting/domain/counting';
import { creditsOf, type Credits } from '../../counting/domain/credits';
import type { Contributor } from '../../counting/domain/mark';
import { OrganisationNames, type NamedPlaces } from '../../kernel/organisation-names';
import type { Exit } from '../../disclosure/domain/exit';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { View } from '../../kernel/view';
import type { Period } from '../../kernel/period';
import type { Context } from '../../kernel/unit';
import { indicatorAsked, unitAsked } from '../../platform/http/asked-for';
import { contextOf, periodOf } from '../../platform/http/report.query';
import { CasesQuery, UnitQuery } from '../../platform/http/unit.query';

/** Which total was asked for. */
interface Asked {
  readonly indicator: string;
  readonly unit: string;
  readonly unitName: string;
  readonly period: Period;
  readonly context: Context;
}

interface CasesAnswer extends Asked {
  readonly total: ShownCount;
  readonly from: number;
  readonly cases: readonly (Omit<Case, 'mark' | 'indicator' | 'credit'> &
    Case['mark'] &
    NamedPlaces & { readonly credit: readonly NamedContributor[] })[];
}

type NamedContributor = Contributor & { readonly name: string };

interface CreditsAnswer extends Asked, Omit<Credits<ShownCount>, 'organisations' | 'overlaps'> {
  readonly organisations: readonly (Credits<ShownCount>['organisations'][number] & {
    readonly credited: NamedContributor;
  })[];
  readonly overlaps: readonly { readonly organisations: readonly NamedContributor[]; readonly count: ShownCount }[];
  /** As what the counts are shown. */
  readonly view: View;
}

@ApiTags('indicators')
@Controller('indicators')
export class CasesController {
  constructor(
    private readonly reports: IndicatorReports,
    private readonly names: OrganisationNames,
    private readonly clock: Clock,
  ) {}

  @Get(':key/cases')
  @ApiOperation({
    operationId: 'listCases',
    summary: 'The pathways behind a total: each decision of an indicator, a unit and a period.',
  })
  @Answers('Cases')
  @ApiResponse({ status: 404, description: 'There is no such indicator or unit; the answer lists those there are.' })
  async list(@Param('key') key: string, @Query() query: CasesQuery): Promise<CasesAnswer> {
    const { exit } = this.reports;
    exit.requireExact();
    const { indicator, cases, counting } = await this.asked(key, query);
    const { unit, outcome, from, limit } = query;
    const found = casesBehind(cases, counting, {
      indicator,
      unit,
      ...(outcome === undefined ? undefined : { counts: ({ mark }: Case) => countedAs(mark) === outcome }),
    });
    return {
      indicator,
      unit,
      unitName: this.names.of(unit).da,
      period: counting.period,
      context: counting.context,
      total: exit.forStaff(found.length),
      from,
      cases: found.slice(from, from + limit).map(({ mark, indicator: _indicator, credit, ...place }) => ({
        ...this.names.besidePlaces(place),
        ...mark,
        credit: credit.map((one) => this.names.beside(one)),
      })),
    };
  }

  @Get(':key/credits')
  @ApiOperation({
    operationId: 'readCredits',
    summary:
      'Who fulfilled an indicator, by sector and organisation: the first, shared equally, any; and what two sectors both documented.',
  })
  @Answers('Credits')
  @ApiResponse({ status: 404, description: 'There is no such indicator or unit; the answer lists those there are.' })
  async credits(@Param('key') key: string, @Query() query: UnitQuery): Promise<CreditsAnswer> {
    const { indicator, cases, counting } = await this.asked(key, query);
    const { exit } = this.reports;
    exit.requirePeriod(counting.period);
    const { organisations, overlaps, ...credits } = creditsOf(
      cases,
      counting,
      { indicator, unit: query.unit },
      exit.count,
    );
    return {
      indicator,
      unit: query.unit,
      unitName: this.names.of(query.unit).da,
      period: counting.period,
      context: counting.context,
      view: exit.view,
      ...credits,
      organisations: organisations.map((share) => ({ ...share, credited: this.names.beside(share.credited) })),
      overlaps: overlaps.map((overlap) => ({
        ...overlap,
        organisations: overlap.organisations.map((one) => this.names.beside(one)),
      })),
    };
  }

  private async asked(
    key: string,
    query: UnitQuery,
  ): Promise<{ indicator: string; cases: Cases; counting: Counting & { period: Period; context: Context } }> {
    const { basis, counted, exit } = this.reports;
    const { key: indicator } = indicatorAsked(basis.set, key);
    const { cases } = await counted.at(viewpointOf(query, this.clock));
    const level = unitAsked(basis.organisations, query.unit, (id) => isNamed(exit, cases, id));
    const context = contextOf({ level, ...(query.context === undefined ? undefined : { context: query.context }) });
    return {
      indicator,
      cases,
      counting: { organisations: basis.organisations, period: periodOf(query), level, context },
    };
  }
}

/** An organisation that is not listed is answered for staff only: that it is known tells of somebody. */
const isNamed = ({ view }: Exit, cases: Cases, id: string): boolean =>
  view === 'exact' && cases.organisationNumber(id) > 0;
