-- Which patient a letter is about, by when the first thing it asks must be done, and who has opened
-- it. No way led into the inbox before this, so that no row is without a patient.
alter table practice_inbox
  add column incident bigint not null,
  add column patient integer not null,
  add column due_on date,
  add column read_at timestamptz,
  add column read_by text;
