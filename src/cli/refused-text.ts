/** The faults of an order, one a line. */
export function refusedText(faults: readonly { readonly path: string; readonly remedy: string }[]): string {
  return ['This order cannot be taken:', ...faults.map(({ path, remedy }) => `  ${path} ${remedy}`)].join('\n');
}
