import {
  OWN_COLUMNS,
  rowTypeOf,
  type FieldOfKind,
  type FileColumn,
  type FileForm,
} from '../../../formats/domain/rows/file-columns';
import { typeWord } from '../../../formats/domain/rows/file-rows';
import type { EventField } from '../../../kernel/event-field';
import { both, joined, NOTHING, type Bilingual } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { VALUE_WORDS } from '../../../kernel/words/sources';
import {
  COLUMN_HELP_WORDS,
  COLUMN_UNIT_WORDS,
  UPLOAD_FORM_WORDS as FORM,
  UPLOAD_WORDS as WORDS,
} from '../../../kernel/words/upload';

/** What people are told of a column. */
export interface ColumnHelp {
  readonly name: string;
  readonly meaning: Bilingual;
  /** What can stand there. */
  readonly form: Bilingual;
  readonly unit: Bilingual;
  readonly mandatory: Bilingual;
}

/** What each column of a file is. */
export const columnHelpOf = ({ columns, kinds }: FileForm): readonly ColumnHelp[] =>
  columns.map((column) => ({
    name: column.name,
    meaning: wordOf(COLUMN_HELP_WORDS, column.name) ?? NOTHING,
    form: formOf(column, kinds),
    unit: wordOf(COLUMN_UNIT_WORDS, column.name) ?? NOTHING,
    mandatory: mandatoryOf(column),
  }));

function wordOf(words: Readonly<Record<string, Bilingual>>, name: string): Bilingual | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function formOf({ name, of }: FileColumn, kinds: FileForm['kinds']): Bilingual {
  if (name === 'type')
    return listed(
      kinds.map((kind) => optionText(rowTypeOf(kind), typeWord(kind))),
      'or',
    );
  if (name === 'cpr') return FORM.cpr;
  const forms = of.map((one) => ({ one, form: fieldForm(one.field) }));
  const distinct = new Set(forms.map(({ form }) => form.da));
  if (distinct.size < 2) return forms[0]?.form ?? FORM.text;
  return joined(
    forms.map(({ one, form }) => FORM.ofKind({ kind: ofWhat(one), form })),
    '; ',
  );
}

function fieldForm({ type, min, max, options }: EventField): Bilingual {
  if (type === 'yes-no') return FORM.yesNo;
  if (options !== undefined)
    return listed(
      options.map((code) => optionText(code, wordOf(VALUE_WORDS, code))),
      'or',
    );
  const form = type === 'day' || type === 'whole' || type === 'number' ? FORM[type] : FORM.text;
  if (min === undefined) return form;
  return max === undefined ? FORM.from({ form, min }) : FORM.between({ form, min, max });
}

/** A code, with the Danish word that may be written instead where it is another. */
function optionText(code: string, meaning: Bilingual | undefined): Bilingual {
  if (meaning === undefined || meaning.da.toLowerCase() === code) return both(code, code);
  return FORM.option({ code, meaning: meaning.da });
}

function ofWhat({ kind, field: { ofKind } }: FieldOfKind): Bilingual {
  const type = typeWord(kind);
  return ofKind === undefined
    ? type
    : WORDS.typeOfKind({ type, kind: wordOf(VALUE_WORDS, ofKind) ?? both(ofKind, ofKind) });
}

function mandatoryOf({ name, of }: FileColumn): Bilingual {
  if ((OWN_COLUMNS as readonly string[]).includes(name)) return WORDS.always;
  const types = of.filter(({ field }) => field.isMandatory).map(ofWhat);
  return types.length === 0 ? WORDS.never : WORDS.forTypes({ types: joined(types, '; ') });
}
