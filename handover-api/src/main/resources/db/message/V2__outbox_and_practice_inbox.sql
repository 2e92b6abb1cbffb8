-- Every message that is to leave. The bytes lie sealed in the incident record under the message's
-- id; here is only what sending, ordering and answering need.
create table outgoing (
  -- The message's own id, by which its receiver knows a repeat.
  id uuid primary key,
  area text not null,
  -- Area, incident and patient: AREA/INCIDENT/PATIENT.
  patient text not null,
  -- Messages of one patient to one address leave in this order, one at a time.
  place bigint generated always as identity,
  kind text not null,
  channel text not null,
  address text not null,
  -- The obligation that it fulfils; issued anew, it enqueues nothing.
  obligation_sequence bigint not null,
  obligation_index integer not null,
  enqueued_at timestamptz not null,
  -- waiting, sent, received, refused, dead, by-hand
  state text not null,
  -- The state that the area has been told of.
  told text not null,
  checked boolean not null default false,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  -- Why it is not received; never a value of the message.
  fault text,
  unique (area, obligation_sequence, obligation_index)
);

create index outgoing_due on outgoing (area, next_attempt_at) where state in ('waiting', 'sent');

create index outgoing_lane on outgoing (area, patient, channel, address, place)
  where state in ('waiting', 'sent', 'refused', 'dead');

create index outgoing_untold on outgoing (area, place) where told <> state;

-- What receivers have said, each once.
create table receipt (
  id uuid primary key,
  message uuid not null references outgoing (id),
  code text not null,
  said_by text not null,
  said_at timestamptz not null,
  received_at timestamptz not null
);

create index receipt_by_message on receipt (message, received_at);

-- The product's own inbox of practices: each message once, however often it is delivered.
create table practice_inbox (
  id uuid primary key,
  area text not null,
  practice text not null,
  kind text not null,
  received_at timestamptz not null
);

create index practice_inbox_by_practice on practice_inbox (practice, received_at);
