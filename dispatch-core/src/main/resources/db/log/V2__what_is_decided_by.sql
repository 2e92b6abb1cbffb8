-- Rules and cover tables by which advice was made, by the hash that the log names: with them a
-- recommendation can be made again. Never changed, never deleted.
create table model (
  area text not null references area,
  hash text not null,
  stored_at timestamptz not null default now(),
  body bytea not null,
  primary key (area, hash)
);
