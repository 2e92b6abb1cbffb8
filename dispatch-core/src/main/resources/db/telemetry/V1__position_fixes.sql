-- Position fixes of units, in partitions of a day that are dropped whole.
create table fix (
  area text not null,
  unit text not null,
  at timestamptz not null,
  lat double precision not null,
  lon double precision not null
) partition by range (at);

create index fix_of_unit on fix (area, unit, at desc);
