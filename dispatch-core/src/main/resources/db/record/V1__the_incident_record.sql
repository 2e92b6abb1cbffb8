-- Words, names and places of calls; never overwritten. Each entry is sealed with a data key of its
-- own, itself sealed under the master key; erasing the key erases the entry.
create table entry (
  id uuid primary key,
  area text not null,
  kind text not null,
  written_at timestamptz not null default now(),
  sealed_key bytea,
  sealed_body bytea not null
);

create index entry_by_age on entry (area, written_at);
