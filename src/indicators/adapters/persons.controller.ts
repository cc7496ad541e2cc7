import { isPersonKey } from '../../kernel/person-key-form';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/openapi/answers';
import { Problem } from '../../platform/http/problem';
import { viewpointOf, ViewpointQuery } from '../../platform/http/viewpoint.query';
import { OrganisationNames, type NamedPlaces } from '../../kernel/organisation-names';
import { Clock } from '../../ports/clock';
import { ViewPerson, type PersonView } from '../application/view-person';

/** With names beside the codes of the organisations. */
interface PersonAnswer extends PersonView {
  readonly pathways: readonly (PersonView['pathways'][number] & NamedPlaces)[];
  readonly events: readonly (PersonView['events'][number] & { readonly sourceName: string })[];
}

@ApiTags('persons')
@Controller('persons')
export class PersonsController {
  constructor(
    private readonly persons: ViewPerson,
    private readonly names: OrganisationNames,
    private readonly clock: Clock,
  ) {}

  @Get(':person/pathways')
  @ApiOperation({
    operationId: 'readPerson',
    summary: 'One person: pathways, events, decisions and how they came to be.',
  })
  @Answers('Person')
  @ApiResponse({ status: 404, description: 'Nothing is known of this person key.' })
  async pathways(@Param('person') person: string, @Query() query: ViewpointQuery): Promise<PersonAnswer> {
    const view = isPersonKey(person) ? await this.persons.view(person, viewpointOf(query, this.clock)) : undefined;
    if (view === undefined) {
      throw new Problem(
        404,
        'Nothing is known of this person key; POST /api/v1/persons/lookup finds the key of a number.',
      );
    }
    return {
      ...view,
      pathways: view.pathways.map((pathway) => this.names.besidePlaces(pathway)),
      events: view.events.map((event) => ({ ...event, sourceName: this.names.of(event.source).da })),
    };
  }
}
