-- Whose turn it is, receiver by receiver: one that is away with thousands of messages is passed over
-- in one step, instead of one step for each of them.
drop index outgoing_due;
create index outgoing_next on outgoing (area, channel, address, next_attempt_at, place)
  where state in ('waiting', 'sent');

-- Warnings that have not arrived are looked for every few seconds.
create index outgoing_warning on outgoing (area, enqueued_at)
  where kind = 'PRE_ALERT' and state = 'waiting';

-- The area leads no index that a message could be looked for by: while the table is small the
-- database takes it for as good as the message's own id, keeps to it, and reads all of the area.
alter table outgoing drop constraint outgoing_area_obligation_sequence_obligation_index_key;
alter table outgoing add unique (obligation_sequence, obligation_index, area);
