-- Who looked at which patient of the incident, and at what: the whole record of the incident where
-- neither is named.
alter table record_read add column patient integer;

alter table record_read add column what text;
