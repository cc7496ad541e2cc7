import { TraceFlags, type SpanContext } from '@opentelemetry/api';
import { parseTraceParent, TRACE_PARENT_HEADER } from '@opentelemetry/core';

/** The span a W3C `traceparent` names; undefined when the text is none. */
export function spanContextIn(traceparent: string | undefined): SpanContext | undefined {
  return traceparent === undefined ? undefined : (parseTraceParent(traceparent) ?? undefined);
}

/** The W3C `traceparent` of a span: version 00, which knows no flag but "sampled". */
export function traceparentFor({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-0${traceFlags & TraceFlags.SAMPLED}`;
}

/** The `traceparent` a request came with; undefined when it has none, or one that says something else. */
export function traceparentOf(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined {
  const header = headers[TRACE_PARENT_HEADER];
  const context = typeof header === 'string' ? spanContextIn(header) : undefined;
  return context === undefined ? undefined : traceparentFor(context);
}
