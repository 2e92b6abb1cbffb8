-- What a request needs to be answered on every change and to be read back. Rows from before this
-- have none of it: they are not answered and not found by those who read.
alter table request
  -- The id of the ServiceRequest as its sender names it, in lower case.
  add column request_id text,
  -- The id of the bundle, which an answer names.
  add column message text,
  -- referral or validation.
  add column purpose text,
  -- active, revoked or entered-in-error, as this message has it.
  add column status text,
  -- The entry of kind bars-message that holds the body as it came.
  add column entry uuid,
  -- The command that was given last for it: an event of the log is known by it, also where a
  -- process ended before the incident was put down here.
  add column command uuid,
  -- Keyed digests by which a patient's requests are found; they say nothing without the master key.
  add column finders text[],
  -- The order in which messages were first claimed; two may have come at one time.
  add column place bigint generated always as identity;

create index request_by_request on request (area, request_id, place) where request_id is not null;

create index request_by_incident on request (area, incident) where request_id is not null;

create index request_by_command on request (command) where command is not null;

create index request_by_finder on request using gin (finders);
