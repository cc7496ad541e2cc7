import type { WrittenEvent } from '../../formats/domain/written-event';
import { kindOfType } from '../../kernel/event-kinds';
import { readExactJson } from '../../kernel/exact-json';
import type { Organisation } from '../../kernel/organisation';
import type { LineLimits } from '../../platform/ndjson/line-splitter';
import { readLines } from '../../platform/ndjson/read-lines';

const LINES_AT_A_TIME = 2_000;

/** The events of a file that this program wrote, one a line, in batches. */
export async function* writtenEvents(file: string, limits: LineLimits): AsyncIterable<readonly WrittenEvent[]> {
  for await (const { lines } of readLines([file], limits, LINES_AT_A_TIME)) {
    yield lines.flatMap(({ incoming }) => {
      const event = ('text' in incoming ? readExactJson(incoming.text) : {}) as Readonly<Record<string, unknown>>;
      const kind = kindOfType(String(event['type']));
      if (kind === undefined) return [];
      const { id, source, time, receivedtime, data } = event as unknown as Omit<WrittenEvent, 'kind'> & {
        readonly source: Organisation;
      };
      return [{ id, source, kind, time, data, ...(receivedtime === undefined ? undefined : { receivedtime }) }];
    });
  }
}
