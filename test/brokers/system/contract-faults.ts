import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { contractsPath } from '../../../src/platform/contracts/contracts-folder';
import { partitionOf } from '../../../src/platform/kafka/partition-of';
import { schemas } from '../../robustness/ground';
import { valueOf, type KeptMessage } from './topics';

interface Reference {
  readonly $ref: string;
}

interface AsyncApi {
  readonly channels: Readonly<Record<string, { readonly messages: Readonly<Record<string, Reference>> }>>;
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly payload: { readonly schema: Reference } }>>;
  };
}

const { channels, components } = parse(readFileSync(contractsPath('asyncapi.yaml'), 'utf8')) as AsyncApi;

/** The topics that are ours, with the schema of their one message; what sources send may be anything. */
export const OUR_TOPICS: ReadonlyMap<string, string> = new Map(
  Object.entries(channels)
    .filter(([topic]) => !topic.startsWith('source.'))
    .map(([topic, { messages }]) => {
      const name = basename(Object.values(messages)[0]!.$ref);
      return [topic, basename(components.messages[name]!.payload.schema.$ref, '.schema.json')];
    }),
);

/** Whom or what a message is about, which has to be its key. */
function keyOf({ topic, ...message }: KeptMessage): string {
  const value = valueOf<{ person?: string; organisation?: string; source?: string; receipt?: { source?: string } }>({
    topic,
    ...message,
  });
  if (topic === 'receipts') return value.source ?? '';
  if (topic === 'rejected-events') return value.receipt?.source ?? '';
  return value.person ?? value.organisation ?? '';
}

/** What of our messages does not follow the contracts, said in a line each; the first few are enough to see. */
export function contractFaults(messages: readonly KeptMessage[], partitions: number): string[] {
  const faults: string[] = [];
  for (const message of messages) {
    const { topic, partition, key, headers, value } = message;
    const say = (fault: string): void => {
      faults.push(`${topic}: ${fault} in ${key} ${JSON.stringify(headers)} ${String(value).slice(0, 500)}`);
    };
    const validate = schemas.validator(OUR_TOPICS.get(topic) ?? topic);
    if (validate(valueOf(message)) !== true) say(JSON.stringify(validate.errors?.[0]));
    if (key !== keyOf(message)) say(`the key is not ${keyOf(message)}`);
    if (topic !== 'feed-statuses' && partition !== partitionOf(key ?? '', partitions)) say(`partition ${partition}`);
    const { 'content-type': type, traceparent, ...others } = headers;
    if (type !== 'application/json') say('not application/json');
    if (traceparent !== undefined && !/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/.test(traceparent)) say('bad traceparent');
    if (Object.keys(others).length > 0) say('unknown headers');
    if (faults.length >= 3) break;
  }
  return faults;
}

/** What of the accepted events does not follow the schema of its type. */
export function sourceFaults(events: readonly { readonly type: string }[]): string[] {
  return events
    .flatMap((event) => {
      const validate = schemas.validator(`source/${event.type.slice('dk.rehabspor.'.length, -'.v1'.length)}`);
      return validate(event) === true ? [] : [`${JSON.stringify(validate.errors?.[0])} in ${JSON.stringify(event)}`];
    })
    .slice(0, 3);
}
