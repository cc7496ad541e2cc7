import type { PipeTransform } from '@nestjs/common';
import { holdsCpr } from '../../kernel/cpr-text';
import { schemeOf, type Organisation } from '../../kernel/organisation';
import { Problem } from './problem';

/** A source named in an address; a problem when no source is called so, which repeats nothing of it. */
export class SourceAsked implements PipeTransform<string, Organisation> {
  transform(name: string): Organisation {
    if (schemeOf(name) !== undefined && !holdsCpr(name)) return name;
    throw new Problem(
      404,
      'There is no such source; name it as it sends, such as hospital:<SOR>, municipality:<code> or ' +
        'general-practice:<ydernummer>.',
    );
  }
}
