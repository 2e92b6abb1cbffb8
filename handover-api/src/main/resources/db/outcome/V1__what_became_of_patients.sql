-- What became of patients: follows the log, and follows from it alone and from who the record says
-- they are. Can be dropped and is made again. No number, no name: people are told apart by a keyed
-- digest of the NHS number that a caller gave.
create table projection (
  area text primary key,
  sequence bigint not null,
  -- The time of the log up to which everything is known.
  reached_at timestamptz
);

create table patient (
  area text not null,
  incident bigint not null,
  number integer not null,
  -- The entry of the record with the first call: once its key is erased, the patient is not shown.
  call uuid not null,
  -- Empty where nobody has given a number that fits its check digit.
  person text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- A duplicate or a mistake is no contact.
  counts boolean not null,
  category text not null,
  level text,
  disposition text,
  destination text,
  chosen_at timestamptz,
  chosen_by text,
  assessed_by text,
  crew text not null,
  conveyed boolean not null,
  -- When we brought the patient to an emergency department.
  ed_at timestamptz,
  referral_state text,
  handover_state text,
  handover_ended_at timestamptz,
  primary key (area, incident, number)
);

create index patient_by_person on patient (area, person, opened_at) where person is not null;

create index patient_by_chooser on patient (area, chosen_by, opened_at);

create index patient_by_assessor on patient (area, assessed_by, opened_at);

-- The row of each table that decided at the latest assessment.
create table rule_use (
  area text not null,
  incident bigint not null,
  number integer not null,
  table_id text not null,
  version text not null,
  rule text not null,
  primary key (area, incident, number, table_id),
  foreign key (area, incident, number) references patient on delete cascade
);

-- What was wanted and could not be had.
create table unmet (
  area text not null,
  incident bigint not null,
  number integer not null,
  place integer not null,
  at timestamptz not null,
  kind text not null,
  service text,
  need text,
  reason text,
  primary key (area, incident, number, place),
  foreign key (area, incident, number) references patient on delete cascade
);

create view shown as
select p.* from patient p
where not exists (
    select 1 from record.patient_key k
    where k.area = p.area and k.incident = p.incident and k.patient = p.number
      and k.sealed_key is null)
  and not exists (
    select 1 from record.entry e where e.id = p.call and e.sealed_key is null);

-- Windows begin when the incident left the board, in the time of the log. Whose number nobody knows
-- is unknown, never no; whose window is not over is too early.
create view after as
select p.*, j.reached_at,
  case when p.person is null then 'UNKNOWN'
    when exists (
      select 1 from shown o
      where o.area = p.area and o.person = p.person and o.incident <> p.incident and o.counts
        and o.opened_at > p.closed_at and o.opened_at <= p.closed_at + interval '24 hours')
      then 'YES'
    when p.closed_at is null or j.reached_at < p.closed_at + interval '24 hours' then 'TOO_EARLY'
    else 'NO' end as again_24h,
  case when p.person is null then 'UNKNOWN'
    when exists (
      select 1 from shown o
      where o.area = p.area and o.person = p.person and o.incident <> p.incident and o.counts
        and o.opened_at > p.closed_at and o.opened_at <= p.closed_at + interval '72 hours')
      then 'YES'
    when p.closed_at is null or j.reached_at < p.closed_at + interval '72 hours' then 'TOO_EARLY'
    else 'NO' end as again_72h,
  case when p.person is null then 'UNKNOWN'
    when exists (
      select 1 from shown o
      where o.area = p.area and o.person = p.person and o.incident <> p.incident
        and o.ed_at > p.closed_at and o.ed_at <= p.closed_at + interval '168 hours')
      then 'YES'
    when p.closed_at is null or j.reached_at < p.closed_at + interval '168 hours' then 'TOO_EARLY'
    else 'NO' end as ed_7d
from shown p
join projection j on j.area = p.area;
