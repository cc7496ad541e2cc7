import { listOf, textOf, wholeNumber, type SettingReading, type SettingText } from './setting-readers';

/** How changed decisions are sent to webhooks. */
export interface WebhookSettings {
  /** The hosts they may be sent to: `name`, `name:port` or `name:*`, in small letters. */
  readonly hosts: readonly string[];
  /** The source that events name. */
  readonly source: string;
  /** How many events go into a request at most. */
  readonly batch: number;
  readonly timeoutMs: number;
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
  readonly holdAfterMs: number;
}

export const WEBHOOK_SETTING_TEXTS: readonly SettingText[] = [
  {
    name: 'REHABSPOR_WEBHOOK_HOSTS',
    fallback: '(none)',
    says: 'hosts that changed decisions may be sent to, as name, name:port or name:*, separated by commas',
  },
  {
    name: 'REHABSPOR_WEBHOOK_SOURCE',
    fallback: 'urn:rehabspor:decisions',
    says: 'URI that the events sent to webhooks name as their source; another one for each installation',
  },
  { name: 'REHABSPOR_WEBHOOK_BATCH', fallback: '100', says: 'events that go to a webhook in one request at most' },
  { name: 'REHABSPOR_WEBHOOK_SECONDS', fallback: '10', says: 'how long a webhook may take to answer' },
  {
    name: 'REHABSPOR_WEBHOOK_RETRY_SECONDS',
    fallback: '5',
    says: 'pause after a webhook’s first failure; doubled each time',
  },
  { name: 'REHABSPOR_WEBHOOK_LONGEST_RETRY_SECONDS', fallback: '3600', says: 'longest of those pauses' },
  {
    name: 'REHABSPOR_WEBHOOK_HOLD_HOURS',
    fallback: '72',
    says: 'after so long without success a webhook is put on hold until somebody resumes it',
  },
];

const SOURCE = /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/;

/** Reads them; what is no URI is a fault. */
export function webhooksIn(reading: SettingReading): WebhookSettings {
  const source = textOf(reading, 'REHABSPOR_WEBHOOK_SOURCE') ?? 'urn:rehabspor:decisions';
  if (!SOURCE.test(source)) reading.faults.push('REHABSPOR_WEBHOOK_SOURCE must be a URI, such as urn:rehabspor:fyn');
  const seconds = (name: string, fallback: number, most: number): number =>
    wholeNumber(reading, name, fallback, 1, most) * 1_000;
  const firstRetryMs = seconds('REHABSPOR_WEBHOOK_RETRY_SECONDS', 5, 86_400);
  return {
    hosts: listOf(reading, 'REHABSPOR_WEBHOOK_HOSTS').map((host) => host.toLowerCase()),
    source,
    batch: wholeNumber(reading, 'REHABSPOR_WEBHOOK_BATCH', 100, 1, 10_000),
    timeoutMs: seconds('REHABSPOR_WEBHOOK_SECONDS', 10, 300),
    firstRetryMs,
    lastRetryMs: Math.max(firstRetryMs, seconds('REHABSPOR_WEBHOOK_LONGEST_RETRY_SECONDS', 3_600, 86_400)),
    holdAfterMs: wholeNumber(reading, 'REHABSPOR_WEBHOOK_HOLD_HOURS', 72, 1, 8_760) * 3_600_000,
  };
}
