import type { Bilingual } from '../../../kernel/language';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { CONSENT_WORDS as CONSENT, MINE_PAGE_WORDS as WORDS } from '../../../kernel/words/mine';
import { RELATION_KIND_WORDS } from '../../../kernel/words/persons';
import { DataTable } from '../../parts/data-table';
import { FormGroup } from '../../parts/form-group';
import type { Shapes } from '../../parts/shapes';
import type { Unit } from '../../parts/units';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';

/** Asks once more before an organisation may look, or may not. */
export function confirmPage(visit: Visit, name: Bilingual, organisation: string, may: boolean): Page {
  return {
    title: say(visit, CONSENT.confirmTitle),
    crumbs: [{ title: say(visit, WORDS.title), href: '/mig' }],
    main: (
      <form action="/mig" method="post">
        <p>{say(visit, (may ? CONSENT.confirmYes : CONSENT.confirmNo)({ organisation: name }))}</p>
        <input type="hidden" name="organisation" value={organisation} />
        <input type="hidden" name="may" value={may ? 'yes' : 'no'} />
        <button type="submit" class="button button-primary" name="confirmed" value="yes">
          {say(visit, (may ? CONSENT.yesYes : CONSENT.yesNo)({ organisation: name }))}
        </button>{' '}
        <a href="/mig">{say(visit, CONSENT.cancel)}</a>
      </form>
    ),
  };
}

/** Who may look, each with the way to say no; and the way to say yes to another. */
export function Consent({
  visit,
  names,
  relations,
  units,
  fault,
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly relations: readonly Shapes['Relation'][];
  readonly units: readonly Unit[];
  readonly fault: Bilingual | undefined;
}) {
  return (
    <>
      <h2>{say(visit, CONSENT.heading)}</h2>
      <p>{say(visit, CONSENT.lead)}</p>
      <DataTable
        caption={say(visit, CONSENT.caption)}
        isCaptionHidden
        empty={say(visit, CONSENT.none)}
        columns={[
          {
            heading: say(visit, WORDS.who),
            cell: ({ organisation, kind }) =>
              `${say(visit, names.of(organisation))}: ${say(visit, RELATION_KIND_WORDS[kind])}`,
          },
          {
            heading: say(visit, CONSENT.heading),
            cell: ({ organisation }) => (
              <form action="/mig" method="post">
                <input type="hidden" name="organisation" value={organisation} />
                <input type="hidden" name="may" value="no" />
                <button type="submit" class="button button-secondary">
                  {say(visit, CONSENT.withdraw({ organisation: names.of(organisation) }))}
                </button>
              </form>
            ),
          },
        ]}
        rows={relations}
      />
      <h3>{say(visit, CONSENT.give)}</h3>
      <form action="/mig" method="post" class="narrow">
        <input type="hidden" name="may" value="yes" />
        <FormGroup
          id="organisation"
          label={say(visit, CONSENT.organisation)}
          fault={fault === undefined ? undefined : say(visit, fault)}
        >
          {(described) => (
            <select class="form-select" {...described}>
              <option value="">{say(visit, CONSENT.choose)}</option>
              {units
                .filter(({ level }) => level === 'hospital' || level === 'municipality')
                .map(({ id, name }) => (
                  <option value={id}>{name}</option>
                ))}
            </select>
          )}
        </FormGroup>
        <button type="submit" class="button button-secondary">
          {say(visit, CONSENT.send)}
        </button>
      </form>
    </>
  );
}
