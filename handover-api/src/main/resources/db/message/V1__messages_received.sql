-- Every message that another system has posted, taken or refused. The bytes lie sealed in the
-- incident record; here is only what finding, counting and answering need.
create table received (
  id uuid primary key,
  area text not null,
  received_at timestamptz not null,
  -- The entry of kind bars-message; empty when the body was too large to be kept.
  entry uuid,
  bytes integer not null,
  -- SHA-256 of the content, the same in XML and JSON; of the bytes where they could not be read.
  identity text not null,
  -- opened, added, or the standard's error code; empty while it is being worked on.
  outcome text,
  incident bigint,
  http_status integer
);

create index received_by_age on received (area, received_at);

create index received_by_identity on received (area, identity);

-- Each request once, however often and from however many threads it was posted: the primary key
-- is the fence. A row without incident is at work, or was when a process ended.
create table request (
  area text not null,
  identity text not null,
  sender text not null,
  keys text[] not null,
  journey text,
  use_case text,
  category text,
  claimed_at timestamptz not null,
  -- The incident that the message is to be added to, chosen before the command is given, so that
  -- a repeat gives the same command.
  target bigint,
  way text,
  incident bigint,
  primary key (area, identity)
);

create index request_by_key on request using gin (keys);

create index request_by_journey on request (area, journey) where journey is not null;
