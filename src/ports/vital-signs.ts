/** How the running program is doing. */
export abstract class VitalSigns {
  /** Messages not handled yet, by group and topic. */
  abstract lags(): readonly { readonly group: string; readonly topic: string; readonly lag: number }[];

  /** Changed decisions told so far. */
  abstract decisionChanges(): number;

  abstract storeBytes(): number;

  /** Refused events that wait to be corrected. */
  abstract openRejections(): Promise<number>;
}
