-- The log of each area: what happened, in one total order. The primary key is the fence: two
-- writers cannot both append number N. Nothing here is ever updated or deleted.
create table area (
  area text primary key,
  -- Changes when a log is replaced, so that boards know that their numbers mean nothing any more.
  epoch uuid not null default gen_random_uuid(),
  founded_at timestamptz not null default now()
);

create table event (
  area text not null references area,
  sequence bigint not null check (sequence > 0),
  at timestamptz not null,
  kind text not null,
  incident bigint,
  unit text,
  command uuid not null,
  actor text not null,
  -- The exact bytes that were hashed; the columns beside them are for finding only.
  body bytea not null,
  hash bytea not null check (length(hash) = 32),
  primary key (area, sequence)
);

create index event_of_incident on event (area, incident, sequence) where incident is not null;

-- Every well-formed command with its one answer, so that a repeat gets the same.
create table command (
  area text not null references area,
  id uuid not null,
  fingerprint text not null,
  decided_at timestamptz not null,
  reply bytea not null,
  primary key (area, id)
);

create index command_by_age on command (decided_at);

-- The second belt, kept in the transaction of the append: one live job per unit.
create table live_job (
  area text not null references area,
  job bigint not null,
  unit text not null,
  incident bigint not null,
  ended_by bigint,
  primary key (area, job)
);

create unique index one_live_job_per_unit on live_job (area, unit) where ended_by is null;

-- Saves time on recovery; losing it costs nothing else.
create table snapshot (
  area text primary key references area,
  sequence bigint not null,
  hash bytea not null,
  state bytea not null
);

-- What stood behind a recommendation: drive times and positions, compressed.
create table evidence (
  area text not null references area,
  hash text not null,
  incident bigint not null,
  stored_at timestamptz not null default now(),
  body bytea not null,
  primary key (area, hash)
);
