import { DIGEST_ALGORITHM } from '../../kernel/digest';

/** The store's format; a program only opens stores of its own. */
export const STORE_FORMAT = 18;

/** "rehabspor" as SQLite's application id, so that a foreign database is not taken for a store. */
export const APPLICATION_ID = 0x72_68_73_70;

/** The note that says how digests are made that decide whether two things are the same. */
export const DIGESTS_NOTE = 'digests';

/** What a store is made with. */
export const SCHEMA = `
  -- no = partition of the log of events * 2^19 + how many persons of it came before, from 1.
  CREATE TABLE person_number (no INTEGER PRIMARY KEY, person TEXT NOT NULL UNIQUE);

  -- What the store as a whole was made under.
  CREATE TABLE store_note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  INSERT INTO store_note VALUES ('${DIGESTS_NOTE}', '${DIGEST_ALGORITHM}');

  -- Event log: one row holds the messages of one partition that were published together.
  -- at = partition * 2^40 + offset of the first message.
  CREATE TABLE log_clinical_events (at INTEGER PRIMARY KEY, count INTEGER NOT NULL, messages TEXT NOT NULL);
  CREATE TABLE log_feed_statuses (at INTEGER PRIMARY KEY, count INTEGER NOT NULL, messages TEXT NOT NULL);
  CREATE TABLE log_pathway_changes (at INTEGER PRIMARY KEY, count INTEGER NOT NULL, messages TEXT NOT NULL);
  CREATE TABLE log_decisions (at INTEGER PRIMARY KEY, count INTEGER NOT NULL, messages TEXT NOT NULL);
  CREATE TABLE consumer_offset (
    consumer TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
  );

  -- Intake: names by their digests, in sorted runs. claims: content and moment of receipt, or the owner's person number.
  CREATE TABLE claimed_event (place INTEGER PRIMARY KEY, digests BLOB NOT NULL, claims BLOB NOT NULL);
  CREATE TABLE claimed_registration (place INTEGER PRIMARY KEY, digests BLOB NOT NULL, claims BLOB NOT NULL);
  CREATE TABLE vault (person TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
  -- A key for each person, wrapped; none where it was thrown away, so that nothing sealed for the person opens any more.
  CREATE TABLE data_key (person TEXT PRIMARY KEY, wrapped BLOB) WITHOUT ROWID;
  CREATE TABLE rejected_event (
    no INTEGER PRIMARY KEY, fingerprint BLOB NOT NULL UNIQUE, received INTEGER NOT NULL, receipt TEXT NOT NULL,
    registration TEXT, payload BLOB NOT NULL, resolved INTEGER, person TEXT,
    -- By which those of a source, a reason and a time are found: a keyed digest, for a source may be anything that was sent.
    source BLOB NOT NULL, code TEXT NOT NULL, day TEXT NOT NULL
  );
  CREATE INDEX rejected_event_source ON rejected_event (source, no) WHERE resolved IS NULL;

  -- Pathways: slot = person number * 2^28 + offset of the last event in the row.
  CREATE TABLE person_event (slot INTEGER PRIMARY KEY, events TEXT NOT NULL);
  -- Which source reported on whom, by the person's number, and when that was first and last received, in days.
  CREATE TABLE reported_on (
    source TEXT NOT NULL, person INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (source, person)
  ) WITHOUT ROWID;
  CREATE TABLE relation (person INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (person, other)) WITHOUT ROWID;
  -- Registrations that several persons sent, the greatest event of each, and who they are.
  CREATE TABLE shared_record (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, holder INTEGER, greatest TEXT);
  CREATE TABLE sharing (person INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (person, record)) WITHOUT ROWID;
  CREATE INDEX sharing_record ON sharing (record);
  CREATE TABLE pathway_state (no INTEGER PRIMARY KEY, size INTEGER NOT NULL, pathways INTEGER NOT NULL, findings INTEGER NOT NULL, state TEXT NOT NULL);
  CREATE INDEX pathway_state_findings ON pathway_state (no) WHERE findings > 0;

  -- What everyone is decided by, as numbers: the facts of a pathway state, and what was decided of them, with its digest.
  CREATE TABLE person_column (
    no INTEGER PRIMARY KEY, size INTEGER NOT NULL, facts BLOB NOT NULL, words TEXT NOT NULL, decided BLOB, sum INTEGER NOT NULL
  );

  -- Indicators and feeds. What a person was decided under lies apart, since it changes when no decision does.
  -- size: how many events the pathways were folded from that a decision stands on; sum: digest of the rest of the row.
  CREATE TABLE decision (no INTEGER PRIMARY KEY, size INTEGER NOT NULL, sum INTEGER NOT NULL, decisions TEXT NOT NULL);
  CREATE TABLE decision_basis (no INTEGER PRIMARY KEY, basisDigest TEXT NOT NULL, decided_on TEXT NOT NULL, deadline TEXT, sum INTEGER NOT NULL);
  CREATE INDEX decision_deadline ON decision_basis (deadline) WHERE deadline IS NOT NULL;
  CREATE TABLE feed_event (no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, event TEXT NOT NULL);

  -- Frozen reports and the steps of their lives, only ever inserted; basis and content are compressed.
  CREATE TABLE frozen_report (id TEXT PRIMARY KEY, question TEXT NOT NULL, digest TEXT NOT NULL, basis BLOB NOT NULL, content BLOB NOT NULL);
  CREATE TABLE report_step (report TEXT NOT NULL, place INTEGER NOT NULL, step TEXT NOT NULL, PRIMARY KEY (report, place)) WITHOUT ROWID;

  -- What each organisation delivered on which day of receipt.
  CREATE TABLE delivery (
    organisation TEXT NOT NULL, day TEXT NOT NULL, kind TEXT NOT NULL, family TEXT NOT NULL,
    accepted INTEGER NOT NULL, duplicate INTEGER NOT NULL, rejected INTEGER NOT NULL, corrections INTEGER NOT NULL,
    ahead INTEGER NOT NULL, most_ahead INTEGER NOT NULL,
    ages TEXT NOT NULL, -- JSON: events by the days from their service date to receipt
    PRIMARY KEY (organisation, day, kind, family)
  ) WITHOUT ROWID;
  CREATE TABLE alarm_step (alarm TEXT NOT NULL, place INTEGER NOT NULL, step TEXT NOT NULL, PRIMARY KEY (alarm, place)) WITHOUT ROWID;

  -- Proposed definition sets and the steps of their lives, only ever inserted; what is long is compressed.
  CREATE TABLE proposed_set (id TEXT PRIMARY KEY, digest TEXT NOT NULL, content BLOB NOT NULL, text BLOB NOT NULL);
  CREATE TABLE proposal_step (
    proposal TEXT NOT NULL, place INTEGER NOT NULL, step TEXT NOT NULL, difference BLOB, PRIMARY KEY (proposal, place)
  ) WITHOUT ROWID;

  -- Subscriptions and how far each has come.
  CREATE TABLE subscription (id TEXT PRIMARY KEY, subscription TEXT NOT NULL, revision INTEGER NOT NULL, progress TEXT NOT NULL) WITHOUT ROWID;

  -- Webhooks, their secrets sealed, and how far each has come.
  CREATE TABLE webhook (id TEXT PRIMARY KEY, webhook TEXT NOT NULL, revision INTEGER NOT NULL, progress TEXT NOT NULL) WITHOUT ROWID;

  -- What people said of who may look at whom, only ever inserted.
  CREATE TABLE relation_step (person TEXT NOT NULL, place INTEGER NOT NULL, step TEXT NOT NULL, PRIMARY KEY (person, place)) WITHOUT ROWID;

  -- Steps of alarms, told to whoever listens.
  CREATE TABLE log_feed_alarms (at INTEGER PRIMARY KEY, count INTEGER NOT NULL, messages TEXT NOT NULL);

  -- Unusual looking, told to whoever listens.
  CREATE TABLE log_look_alarms (at INTEGER PRIMARY KEY, count INTEGER NOT NULL, messages TEXT NOT NULL);

  -- Whom something fails for.
  CREATE TABLE set_aside (person TEXT PRIMARY KEY, stage TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;

  -- Every look at persons, numbered without a gap, with the digest of it and of all before it; and at whom.
  CREATE TABLE look (no INTEGER PRIMARY KEY, at INTEGER NOT NULL, subject TEXT NOT NULL, organisation TEXT, said TEXT NOT NULL, hash TEXT NOT NULL);
  CREATE INDEX look_at ON look (at);
  CREATE TABLE looked_at (person TEXT NOT NULL, look INTEGER NOT NULL, PRIMARY KEY (person, look)) WITHOUT ROWID;

  -- How many rows a table holds that no other can tell again, and the sum of their digests.
  CREATE TABLE row_sum (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
`;
