import type { Bilingual } from '../../../kernel/language';
import { dayText, numberText } from '../../../kernel/localised';
import { DELIVERY_PAGE_WORDS as WORDS } from '../../../kernel/words/deliveries';
import { FEED_STATE_WORDS } from '../../../kernel/words/feeds';
import { DataTable } from '../../parts/data-table';
import { FormGroup } from '../../parts/form-group';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

export type Alarm = Shapes['Alarm'];

/** An answer to an alarm that was not taken. */
export interface Refused {
  readonly status: number;
  readonly says: Bilingual;
  readonly alarm: string;
  readonly note: string;
}

/** What is wrong with deliveries, each with what staff said of it or the way to say it. */
export function AlarmTable({
  visit,
  alarms,
  refused,
}: {
  readonly visit: Visit;
  readonly alarms: readonly Alarm[];
  readonly refused?: Refused;
}) {
  const day = (text: string) => say(visit, dayText(text));
  const figure = (value: number) => say(visit, numberText(value));
  return (
    <DataTable
      caption={say(visit, WORDS.alarms)}
      isCaptionHidden
      empty={say(visit, WORDS.noAlarms)}
      columns={[
        {
          heading: say(visit, WORDS.source),
          cell: ({ organisation, name }: Alarm) => (
            <>
              <a href={`/leveringer/${organisation}`}>{name}</a> <small>{organisation}</small>
            </>
          ),
        },
        { heading: say(visit, WORDS.state), cell: ({ state }) => say(visit, FEED_STATE_WORDS[state]) },
        { heading: say(visit, WORDS.since), cell: ({ since }) => day(since) },
        { heading: say(visit, WORDS.received), side: 'figure', cell: ({ received }) => figure(received) },
        { heading: say(visit, WORDS.expected), side: 'figure', cell: ({ expected }) => figure(Math.round(expected)) },
        { heading: say(visit, WORDS.what), cell: ({ explanation }) => explanation[visit.language] },
        {
          heading: say(visit, WORDS.handling),
          cell: (alarm) => <Handling visit={visit} alarm={alarm} refused={refused} />,
        },
      ]}
      rows={alarms}
    />
  );
}

/** What was said of an alarm; to whoever may, the way to say it, by the name of the source. */
function Handling({
  visit,
  alarm: { id, name, verdict, standing },
  refused,
}: {
  readonly visit: Visit;
  readonly alarm: Alarm;
  readonly refused: Refused | undefined;
}) {
  const tried = refused?.alarm === id ? refused : undefined;
  return (
    <>
      {verdict === undefined ? undefined : (
        <p>
          {say(visit, WORDS.by({ what: WORDS[verdict.what], by: verdict.by }))}
          {verdict.note === undefined ? undefined : <small>{verdict.note}</small>}
        </p>
      )}
      {standing !== 'open' || verdict !== undefined || !visit.may('confirmAlarm') ? undefined : (
        <form method="post" action={`/leveringer/alarm/${id}`}>
          <FormGroup
            id={`note-${id}`}
            label={say(visit, WORDS.note({ name }))}
            hint={say(visit, WORDS.noteHint)}
            fault={tried === undefined ? undefined : say(visit, tried.says)}
          >
            {(described) => (
              <input class="form-input" {...described} name="note" value={tried?.note} autocomplete="off" />
            )}
          </FormGroup>
          <button type="submit" name="what" value="confirm" class="button button-primary">
            {say(visit, WORDS.confirm)}
            <span class="sr-only"> {name}</span>
          </button>{' '}
          <button type="submit" name="what" value="overrule" class="button button-secondary">
            {say(visit, WORDS.overrule)}
            <span class="sr-only"> {name}</span>
          </button>
        </form>
      )}
    </>
  );
}
