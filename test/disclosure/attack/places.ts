export const INDICATORS = ['diet', 'hads-start'] as const;
export const AS_OF = '2025-06-30';
export const HOSPITALS = ['330011000016003', '330901000016003', '330311000016007'].map((sor) => `hospital:${sor}`);
export const MUNICIPALITIES = ['0461', '0851', '0751'].map((code) => `municipality:${code}`);
/** Parts of the year that quarters and tertials cut it into: the first day of each. */
export const PARTS = ['2023-01-15', '2023-04-15', '2023-05-15', '2023-07-15', '2023-09-15', '2023-10-15'];
