import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { defer, from, mergeMap, type Observable } from 'rxjs';
import type { PersonKey } from '../../kernel/clinical-event';
import { EVERYONE, type Look } from '../../kernel/look';
import type { LogLooks } from '../application/log-looks';
import { isPersonKey } from '../../kernel/person-key-form';
import { OPERATIONS_THAT_SHOW, personsIn } from '../domain/looks/shown-persons';

/** Who asks, as the sign-in left it with the request. */
interface Asker {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation?: string;
  readonly person?: PersonKey;
  readonly purpose: string;
}
type AskedRequest = Request & {
  readonly reader?: Asker;
  /** By which relation to the person it is allowed, where that was asked. */
  readonly relation?: string;
};

const ANONYMOUS: Asker = { subject: 'anonymous', name: 'anonymous', roles: [], purpose: 'unknown' };

/**
 * Logs the look before anything of a person is answered; where it cannot be logged, nothing is answered but that. A stream
 * is one look at everyone, logged when it is opened.
 */
export class LoggedLook implements NestInterceptor {
  constructor(private readonly looks: Pick<LogLooks, 'log'>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const described = Reflect.getMetadata('swagger/apiOperation', context.getHandler()) as
      { readonly operationId?: string } | undefined;
    const operation = described?.operationId ?? '';
    const shown = OPERATIONS_THAT_SHOW.get(operation);
    if (shown === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const log = (persons: readonly PersonKey[]): Promise<void> => this.looks.log(lookOf(request, operation, persons));
    if (shown === 'answered') {
      const answered = async (answer: unknown): Promise<unknown> => {
        await log(personsIn(answer));
        return answer;
      };
      return next.handle().pipe(mergeMap(answered));
    }
    const named = request.params['person'];
    const persons = shown === 'everyone' ? [EVERYONE] : isPersonKey(named) ? [named] : [];
    return defer(() => from(log(persons))).pipe(mergeMap(() => next.handle()));
  }
}

/** More of a reason is not kept: what is longer is refused. */
const LONGEST_REASON = 2_000;

/** The reason a body gives, before it is checked. */
function reasonIn(body: unknown): string | undefined {
  const reason = (body as { readonly reason?: unknown } | null | undefined)?.reason;
  return typeof reason === 'string' && reason.trim() !== '' ? reason.slice(0, LONGEST_REASON) : undefined;
}

function lookOf(
  { reader = ANONYMOUS, relation, body }: AskedRequest,
  operation: string,
  persons: readonly PersonKey[],
): Omit<Look, 'at'> {
  const { subject, name, roles, organisation, person, purpose } = reader;
  const reason = reasonIn(body);
  return {
    subject,
    name,
    roles,
    ...(organisation === undefined ? undefined : { organisation }),
    ...(person === undefined ? undefined : { self: person }),
    purpose,
    ...(relation === undefined ? undefined : { relation }),
    ...(reason === undefined ? undefined : { reason }),
    operation,
    persons,
  };
}
