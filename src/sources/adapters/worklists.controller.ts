import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { noteRelations } from '../../access/adapters/note-relations';
import { Present } from '../../access/domain/present';
import { danishDay, type Day } from '../../kernel/day';
import type { Organisation } from '../../kernel/organisation';
import { OrganisationNames, type NamedPlaces } from '../../kernel/organisation-names';
import { indicatorAsked } from '../../platform/http/asked-for';
import { Answers } from '../../platform/http/openapi/answers';
import { Clock } from '../../ports/clock';
import { Worklists } from '../application/worklists';
import type { FollowedBy, LastContact, WorklistRow } from '../domain/worklist';
import { WorklistQuery } from './worklists.query';

type Named<T> = T & { readonly name: string };

interface RowAnswer extends Omit<WorklistRow, 'lastContact' | 'followedElsewhere'>, NamedPlaces {
  readonly lastContact: Named<LastContact>;
  readonly followedElsewhere: readonly Named<FollowedBy>[];
}

interface WorklistAnswer {
  readonly asOf: Day;
  /** Whose patients these are; absent: everyone's. */
  readonly organisation?: Organisation;
  readonly total: number;
  readonly from: number;
  readonly rows: readonly RowAnswer[];
}

@ApiTags('worklists')
@Controller('worklists')
export class WorklistsController {
  constructor(
    private readonly worklists: Worklists,
    private readonly names: OrganisationNames,
    private readonly clock: Clock,
    private readonly present: Present,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listWorklist',
    summary:
      'The pathways of which something can still be done, by sector, place, age, indicator, outcome and days since the last contact together; of health staff whom their organisation has a relation with.',
  })
  @Answers('Worklist')
  @ApiResponse({ status: 404, description: 'There is no such indicator; the answer lists those there are.' })
  async list(
    @Query() { limit, from, sort, ...criteria }: WorklistQuery,
    @Req() request: Request,
  ): Promise<WorklistAnswer> {
    if (criteria.indicator !== undefined) indicatorAsked(this.worklists.set, criteria.indicator);
    const asOf = danishDay(this.clock.now());
    const own = this.own();
    const whose = own === undefined ? undefined : { own };
    const rows = await this.worklists.rows({ ...criteria, asOf, order: sort, ...whose });
    const shown = rows.slice(from, from + limit);
    noteRelations(
      request,
      shown.flatMap(({ relation }) => relation ?? []),
    );
    return {
      asOf,
      ...(own === undefined ? undefined : { organisation: own }),
      total: rows.length,
      from,
      rows: shown.map((row) => this.named(row)),
    };
  }

  /** Of whoever sees persons in full, their organisation; the registry's own staff see everyone under pseudonyms. */
  private own(): Organisation | undefined {
    const grant = this.present.grant();
    return grant?.view === 'exact' ? undefined : (grant?.reader.organisation ?? '');
  }

  private named({ lastContact, followedElsewhere, ...row }: WorklistRow): RowAnswer {
    return {
      ...this.names.besidePlaces(row),
      lastContact: this.names.beside(lastContact),
      followedElsewhere: followedElsewhere.map((one) => this.names.beside(one)),
    };
  }
}
