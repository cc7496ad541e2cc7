import type { SchemaValidators } from '../contracts/schema-validators';
import type { LoggedMessage, Topic } from '../../ports/event-log';
import { OTHER_KEY, otherForm, type Why } from './why-poison';

const SCHEMA_OF: Readonly<Record<Topic, string>> = {
  'clinical-events': 'clinical-event',
  'feed-statuses': 'feed-status-change',
  'pathway-changes': 'pathway-change',
  decisions: 'decision-change',
  'feed-alarms': 'feed-alarm-step',
  'look-alarms': 'look-alarm',
};

/** Why a message is none that the contract has for its topic, never what it holds; undefined when it is sound. */
export function faultIn(schemas: SchemaValidators, topic: Topic, { key, value }: LoggedMessage): Why | undefined {
  const schema = SCHEMA_OF[topic];
  if (schemas.validator(schema)(value) !== true) return otherForm(`${schema}.schema.json`);
  const { person, organisation } = value as { readonly person?: string; readonly organisation?: string };
  return (person ?? organisation) === key ? undefined : OTHER_KEY;
}
