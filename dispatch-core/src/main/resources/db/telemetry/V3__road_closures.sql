-- Closures and restrictions of roads. A change is a new version, and so is lifting; no version is
-- ever overwritten or deleted, so that it can be said later what held when.
create table road_closure (
  area text not null,
  id text not null,
  version bigint not null check (version >= 1),
  lifted boolean not null,
  name text not null,
  place text not null,
  speed_factor double precision not null check (speed_factor between 0 and 1),
  modes text not null,
  holds_from timestamptz,
  holds_until timestamptz,
  source text not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (area, id, version)
);

-- Counts the changes of an area. Writers take its row first, so its order is that of commits.
create table road_change (
  area text primary key,
  number bigint not null
);
