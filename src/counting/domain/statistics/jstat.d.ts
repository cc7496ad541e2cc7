/** jstat comes without types; only what is used here is declared. */
declare module 'jstat' {
  export const jStat: {
    readonly beta: {
      /** The quantile of the beta distribution. */
      inv(probability: number, alpha: number, beta: number): number;
    };
    readonly studentt: {
      /** The quantile of Student's t distribution; `freedom` need not be whole. */
      inv(probability: number, freedom: number): number;
    };
    readonly normal: {
      /** The quantile of the normal distribution. */
      inv(probability: number, mean: number, deviation: number): number;
    };
  };
}
