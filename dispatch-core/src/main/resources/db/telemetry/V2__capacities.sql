-- The newest word of each service on its room.
create table capacity (
  area text not null,
  service text not null,
  capacity text not null,
  reported_at timestamptz not null,
  reported_by text not null,
  primary key (area, service)
);
