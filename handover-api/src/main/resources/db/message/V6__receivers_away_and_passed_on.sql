-- Receivers that did not answer last: until when nothing is sent to them but one message to see
-- whether they are back. A receiver that answers, for better or worse, has no row.
create table receiver_away (
  area text not null,
  channel text not null,
  address text not null,
  since timestamptz not null,
  failures integer not null,
  next_attempt_at timestamptz not null,
  primary key (area, channel, address)
);

-- Whoever has waited longest for an attempt is next, so that one message that a receiver cannot
-- swallow does not stand before all others of that receiver.
drop index outgoing_due;
create index outgoing_due on outgoing (area, next_attempt_at, place)
  where state in ('waiting', 'sent');

-- How a person passed a message on: the words about it lie sealed in the incident record.
alter table outgoing
  add column passed_way text,
  add column passed_entry uuid;
