-- By what name, role and registration a user signs.
alter table app_user add column signature text;
