import type { Bilingual } from '../../../kernel/language';
import type { ColumnType, TypedCell } from '../../../kernel/typed-column';

/** What a column is beside its name and description. */
interface ColumnFacts<Row> {
  readonly type: ColumnType;
  /** True where every row has a value. */
  readonly isFilled?: true;
  readonly unit?: string;
  /** The values there can be; `isSeveral` where some of them may stand together, with blanks between. */
  readonly allowed?: readonly string[];
  readonly isSeveral?: true;
  /** Where it comes from: a rule of the FAQ, or a section of interface.md. */
  readonly source: string;
  readonly of: (row: Row) => TypedCell;
}

/** A column of a table for researchers, with all that the data dictionary says of it. */
export interface ResearchColumn<Row> extends ColumnFacts<Row> {
  readonly name: string;
  readonly description: Bilingual;
}

/**
 * Columns in the order of `facts`, each with its description of that name: neither can be without the other. Curried, so
 * that the kind of row is said and the names are inferred.
 */
export const describedColumns =
  <Row>() =>
  <Words extends Readonly<Record<string, Bilingual>>>(
    descriptions: Words,
    facts: { readonly [Name in keyof NoInfer<Words>]: ColumnFacts<Row> },
  ): readonly ResearchColumn<Row>[] =>
    Object.entries<ColumnFacts<Row>>(facts).map(([name, column]) => ({
      name,
      description: descriptions[name] as Bilingual,
      ...column,
    }));
