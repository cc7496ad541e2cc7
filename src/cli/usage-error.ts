/** What was asked for on the command line is not there or not allowed; the message says what is. */
export class UsageError extends Error {}
