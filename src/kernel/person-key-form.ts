import type { PersonKey } from './clinical-event';

/** The form of a person key: 128 bits in base64url after `p_`. */
export const PERSON_KEY_FORM = /^p_[A-Za-z0-9_-]{22}$/;

/** Whether a text has the form of a person key. */
export const isPersonKey = (text: unknown): text is PersonKey => typeof text === 'string' && PERSON_KEY_FORM.test(text);
