-- The last good copy of what a record service said of a patient. The NHS number stands nowhere: the
-- row is found by its keyed digest, and the body is sealed to that digest, so that it opens for no
-- other number.
create table summary_copy (
  number_digest text primary key,
  read_at timestamptz not null,
  sealed_key bytea not null,
  sealed_body bytea not null
);

create index summary_copy_by_age on summary_copy (read_at);
