import { isDay } from '../../kernel/day';
import type { SentFrom } from '../application/take-webhooks';

/** What is said of a text that names no beginning. */
export const SENT_FROM_REMEDY = 'must be now, start or a calendar day as YYYY-MM-DD';

/** Whether a text names from where something is sent. */
export const isSentFrom = (text: string): boolean => text === 'now' || text === 'start' || isDay(text);

/** From where something is sent, by a text that says so. */
export const sentFrom = (text: string): SentFrom => (text === 'now' || text === 'start' ? text : { day: text });
