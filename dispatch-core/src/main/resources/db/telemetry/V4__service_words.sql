-- What services say of their room and hospitals of their door. Nothing is ever overwritten, so that
-- it can be said later what crews were shown.
create table service_word (
  area text not null,
  number bigint not null,
  service text not null,
  kind text not null check (kind in ('ROOM', 'QUEUE')),
  room text,
  holds_until timestamptz,
  places_left integer,
  note text,
  ambulances_waiting integer,
  handover_minutes integer,
  said_by text not null,
  said_at timestamptz not null,
  primary key (area, number),
  check ((kind = 'ROOM') = (room is not null)),
  check ((kind = 'QUEUE') = (handover_minutes is not null and ambulances_waiting is not null))
);

create index service_word_newest on service_word (area, service, kind, number desc);

-- Each time a desk has switched load-levelling on or off, with the reason.
create table load_levelling (
  area text not null,
  number bigint not null,
  switched_on boolean not null,
  reason text not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (area, number)
);

-- Numbers what is said in an area. Writers take its row first, so its order is that of commits, and
-- whoever has read up to a number has missed nothing.
create table service_change (
  area text primary key,
  number bigint not null
);

-- What was said before; the old table stays for nodes that are not renewed yet.
insert into service_word (area, number, service, kind, room, said_by, said_at)
select
  area,
  row_number() over (partition by area order by reported_at, service),
  service,
  'ROOM',
  case capacity
    when 'GREEN' then 'OPEN'
    when 'AMBER' then 'LIMITED'
    when 'RED' then 'FULL'
    else 'UNKNOWN'
  end,
  reported_by,
  reported_at
from capacity;

insert into service_change (area, number)
select area, max(number) from service_word group by area;
