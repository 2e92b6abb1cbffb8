-- One key for each patient, sealed under the master key: the keys of all entries about the patient
-- are sealed under it, so that erasing it erases the patient from the record.
create table patient_key (
  area text not null,
  incident bigint not null,
  patient integer not null,
  sealed_key bytea,
  primary key (area, incident, patient)
);

alter table entry add column incident bigint;

alter table entry add column patient integer;

create index entry_by_patient on entry (area, incident, patient) where patient is not null;
