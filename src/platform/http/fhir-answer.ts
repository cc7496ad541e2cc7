import type { Request, Response } from 'express';
import { Problem } from './problem';

const FHIR_JSON = 'application/fhir+json';

/** Answers with a resource as FHIR JSON; throws a `Problem` when the asker takes no JSON. */
export function answerFhir(request: Request, response: Response, resource: object): void {
  if (request.accepts([FHIR_JSON, 'application/json']) === false) {
    throw new Problem(406, `This address answers with ${FHIR_JSON}; name it in Accept, or leave Accept out.`);
  }
  response.type(FHIR_JSON).send(`${JSON.stringify(resource, undefined, 2)}\n`);
}
