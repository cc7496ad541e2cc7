import type { DocumentedResponse, Operation } from './openapi-types';

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
/** Nothing of these comes from the store. */
const WITHOUT_STORE = ['operation', 'metadata'];
const RETRY_AFTER = {
  'retry-after': { description: 'Seconds to wait before sending it again.', schema: { type: 'integer', minimum: 0 } },
};

/**
 * The problems an operation may answer with beside those it names itself, by status. What an operation says of a status
 * stands; this adds what follows from its kind: parameters and bodies that cannot be used, and what may happen to the
 * store.
 */
export function problemResponses(method: string, operation: Operation): Record<string, DocumentedResponse> {
  const { parameters = [], requestBody, tags = [], responses } = operation;
  const readsBody = method === 'post';
  const hasAddressee = parameters.some(({ in: place }) => place === 'path');
  const bodies = Object.keys(requestBody?.content ?? { 'application/json': {} });
  const isFhir = Object.keys(responses['200']?.content ?? {}).join() === 'application/fhir+json';
  const isLimited = !tags.includes('operation');
  const usesStore = !tags.some((tag) => WITHOUT_STORE.includes(tag));
  const told: Record<string, string | false> = {
    400: 'A parameter or the body cannot be used, or is not known here; `errors` says which field and why.',
    401: 'Nobody is let in by what was sent, or this is for those who have signed in.',
    403: 'Those who ask may not see it, or do it from there; the answer says what they may.',
    404: hasAddressee && 'There is nothing of this name; the answer says where to look.',
    408: readsBody && 'The body did not arrive in time.',
    406: isFhir && 'The asker takes no JSON; name application/fhir+json in Accept, or leave Accept out.',
    413: readsBody && 'The body is larger than this address takes.',
    415: readsBody && `The body is none of ${bodies.join(', ')}, in UTF-8, as it is or as gzip or br.`,
    421: 'On an address of this machine alone the server was asked for by a name it does not know; REHABSPOR_HOSTS names more.',
    429: isLimited && 'More requests a minute than one source, person or address may send; nothing of it was kept.',
    431: 'The address and the headers are longer than a server reads.',
    500: 'Something went wrong here; it is in the log.',
    503:
      usesStore &&
      'The store does not answer or is not ready, or too many large bodies are being read; send it again after Retry-After.',
    507: usesStore && method !== 'get' && 'The store is full; what has no receipt was not kept.',
  };
  return Object.fromEntries(
    Object.entries(told).flatMap(([status, description]) =>
      description === false
        ? []
        : [[status, { description, ...(['429', '503'].includes(status) ? { headers: RETRY_AFTER } : undefined) }]],
    ),
  );
}

/** The same response as a problem document, unless it says itself what its body is. */
export function asProblem(status: string, response: DocumentedResponse): DocumentedResponse {
  return Number(status) < 400 || response.content !== undefined ? response : { ...response, content: PROBLEM };
}
