-- How far the log has been followed to the outbox.
create table projection (
  area text primary key,
  sequence bigint not null
);
