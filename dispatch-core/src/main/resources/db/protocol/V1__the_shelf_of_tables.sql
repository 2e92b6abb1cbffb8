-- Every version of a decision table that was ever loaded, by the hash that decisions name: with it
-- a decision can be made again years later. Never changed, never deleted.
create table table_version (
  id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  version text not null,
  dmn bytea not null,
  compiled text not null,
  loaded_by text not null,
  loaded_at timestamptz not null,
  primary key (id, sha256),
  unique (id, version)
);

-- Which version an area runs and which it asks in the shadow: the newest line of a table counts.
create table adoption (
  area text not null,
  number bigint not null,
  table_id text not null,
  sha256 text not null,
  kind text not null check (kind in ('RUNNING', 'SHADOW', 'SHADOW_ENDED')),
  holds_from timestamptz not null,
  said_by text not null,
  reason text not null,
  primary key (area, number),
  foreign key (table_id, sha256) references table_version (id, sha256)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Nothing on the shelf of decision tables is changed or deleted.';
end
$$;

create trigger table_version_stays before update or delete on table_version
  for each row execute function refuse_change();

create trigger adoption_stays before update or delete on adoption
  for each row execute function refuse_change();

-- Counts what is changed on the shelf, by whichever area. Writers take its row first, so its order
-- is that of commits.
create table shelf_change (
  only_row boolean primary key default true check (only_row),
  number bigint not null
);

insert into shelf_change (number) values (0);

-- What tables in the shadow would have said, beside what was answered. Rows and codes, no words of
-- or about a patient.
create table shadow_answer (
  area text not null,
  record uuid not null,
  table_id text not null,
  sha256 text not null,
  asked_at timestamptz not null,
  incident bigint not null,
  patient integer not null,
  outcome text not null check (outcome in ('SAME', 'DIFFERENT', 'FAILED')),
  changes text not null,
  before text,
  after text,
  primary key (area, record, table_id, sha256),
  foreign key (table_id, sha256) references table_version (id, sha256),
  check ((outcome = 'DIFFERENT') = (before is not null and after is not null))
);

create index shadow_answer_newest on shadow_answer (area, asked_at desc) where outcome = 'DIFFERENT';
