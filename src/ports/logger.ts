/** Where the program says what it does; never a CPR number, never what a source sent. */
export abstract class Logger {
  abstract info(details: object, message: string): void;
  abstract warn(details: object, message: string): void;
  abstract error(details: object, message: string): void;
}
